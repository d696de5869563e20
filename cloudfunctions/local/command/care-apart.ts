import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Explained } from '../explained';
import type { Care } from './care';

const PROCESS = path.join(__dirname, 'care-process.ts');
/** How a file that is mapped into memory ends whoever reads it, when it is not what LMDB takes it for. */
const DAMAGED: readonly unknown[] = ['SIGSEGV', 'SIGBUS', 'SIGABRT', 'SIGFPE', 'SIGILL'];

/** Takes care in a process of its own, and answers its exit code. Throws `Explained` when that did not live to the end. */
export const takeCareApart = async (care: Care): Promise<number> => {
  const child = spawn(process.execPath, [...process.execArgv, PROCESS, JSON.stringify(care)], { stdio: 'inherit' });
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  if (DAMAGED.includes(signal)) throw damagedData(care.dataDir);
  if (code === null) throw new Explained(`没有做完就被结束了（${signal}）。Ended before it was done.`);
  return code;
};

export const damagedData = (dataDir: string): Explained =>
  new Explained(`${dataDir} 的数据文件已损坏，读不下去；请用备份恢复。The data is damaged; restore a backup.`);
