import { spawn } from 'node:child_process';
import path from 'node:path';
import { aLocalCloud } from '../support/a-local-cloud';
import { builtFunctions } from '../support/built-functions';

const ROOT = path.join(__dirname, '../..');

export type CloudProcess = {
  readonly url: string;
  readonly scenes: readonly string[];
  /** kill -9: nothing is closed, nothing is flushed. */
  kill(): Promise<void>;
};

type Ready = Pick<CloudProcess, 'url' | 'scenes'>;

/** A whole local cloud in a process of its own, on a data directory that outlives it. */
export const startCloudProcess = async (dataDir: string): Promise<CloudProcess> => {
  const args = ['--import', 'tsx', __filename, dataDir, await builtFunctions()];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  const ready = await new Promise<Ready>((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => resolve(JSON.parse(line.toString()) as Ready));
    void ended.then(() => reject(new Error('the cloud ended before it was ready')));
  });
  return { ...ready, kill };
};

const serve = async ([dataDir = '', functionsDir = '']: string[]) => {
  const { url, windows } = await aLocalCloud({ dataDir, functionsDir, instances: 2 });
  // 台前 takes whoever comes; 潮州 would ask each of them who he is.
  const scenes = windows.filter(({ id }) => id.startsWith('tq')).map(({ scene }) => scene);
  process.stdout.write(`${JSON.stringify({ url, scenes } satisfies Ready)}\n`);
};

if (require.main === module) void serve(process.argv.slice(2));
