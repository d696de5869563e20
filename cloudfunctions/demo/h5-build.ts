import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..', '..');
/** Where `npm run build:h5` puts the app. */
export const H5_DIR = path.join(ROOT, 'miniprogram', 'dist-h5');
const SOURCES = ['miniprogram/src', 'miniprogram/config', 'shared'];
const LINES_SHOWN = 20;

export const hasH5 = (): boolean => existsSync(path.join(H5_DIR, 'index.html'));

const newestIn = (file: string): number => {
  const { mtimeMs } = statSync(file);
  return statSync(file).isDirectory()
    ? Math.max(0, ...readdirSync(file).map((name) => newestIn(path.join(file, name))))
    : mtimeMs;
};

/** Whether the app was never built, or its sources were changed since. */
export const isH5Old = (): boolean => {
  const built = statSync(path.join(H5_DIR, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return SOURCES.some((source) => newestIn(path.join(ROOT, source)) > built);
};

/** Builds the app for this machine, whatever environment is set for a deployment. Answers whether it went well. */
export const buildH5 = (onStart: (child: ChildProcess) => void, say: (line: string) => void): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn('npm', ['run', '-s', 'build:h5'], {
      cwd: ROOT,
      env: { ...process.env, CLOUD_ENV: '' },
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onStart(child);
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(String(chunk)));
    child.on('error', (error) => output.push(error.message));
    child.on('close', (code) => {
      if (code !== 0) say(output.join('').trimEnd().split('\n').slice(-LINES_SHOWN).join('\n'));
      resolve(code === 0);
    });
  });
