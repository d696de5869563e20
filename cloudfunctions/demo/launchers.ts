import { readFileSync } from 'node:fs';

const LOOKED_AFTER_MS = 500;

const parentOf = (pid: number): number | undefined => {
  try {
    return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** tsx, and for `npm start` the shell and npm above it (where the system tells). */
const launchers = (): readonly number[] => {
  if (!process.execArgv.some((argument) => /tsx.*preflight/.test(argument))) return [];
  if (!process.env.npm_lifecycle_script?.includes('start.ts')) return [process.ppid];
  const shell = parentOf(process.ppid);
  const npm = shell && parentOf(shell);
  return [process.ppid, shell, npm].filter((pid) => pid !== undefined && pid > 1) as number[];
};

/** A launcher that is killed outright (kill -9) cannot pass it on: without this we would stay behind and keep the port. */
export const onLauncherGone = (stop: () => void): void => {
  const above = launchers();
  const timer = setInterval(() => {
    if (above.every(isAlive)) return;
    clearInterval(timer);
    stop();
  }, LOOKED_AFTER_MS);
  timer.unref();
};
