import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..', '..');
const READY_WITHIN_MS = 90_000;

export type Ended = { readonly code: number | null; readonly said: string };

export type DemoProcess = {
  /** Resolves with the address once it is ready; rejects with what was said when it ends before. */
  readonly ready: Promise<string>;
  readonly ended: Promise<Ended>;
  kill(signal: 'SIGKILL' | 'SIGINT' | 'SIGTERM'): Promise<Ended>;
};

const readyIn = (child: ChildProcess, said: () => string, ended: Promise<Ended>): Promise<string> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not ready in time: ${said()}`)), READY_WITHIN_MS);
    const look = () => {
      const [, url] = /^ready (http:\S+)\/$/m.exec(said()) ?? [];
      if (url) resolve(url);
    };
    child.stdout?.on('data', look);
    void ended.then(() => {
      clearTimeout(late);
      reject(new Error(said()));
    });
    child.stdout?.on('data', () => said().includes('\nready ') && clearTimeout(late));
  });

/** `npm start` without npm: the same file, without installing and without the H5 build. */
export const startDemo = (...args: string[]): DemoProcess => {
  const start = path.join(ROOT, 'cloudfunctions', 'start.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', start, '--no-h5', ...args], { cwd: ROOT });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, said })));
  const ready = readyIn(child, () => said, ended);
  ready.catch(() => {});
  const kill: DemoProcess['kill'] = (signal) => {
    child.kill(signal);
    return ended;
  };
  return { ready, ended, kill };
};

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
