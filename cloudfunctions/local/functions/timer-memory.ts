import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isPlainObject } from '../protocol/plain';

/** Which turn each timer had last; outlives the process, so that what was missed meanwhile is known. */
export type TimerMemory = {
  /** Instant, ms. */
  last(timer: string): number | undefined;
  remember(timer: string, turn: number): void;
};

/** A file that is not there or cannot be read remembers nothing; one that cannot be written is complained about. */
export const openTimerMemory = (file: string, log: (line: string) => void): TimerMemory => {
  const turns = read(file);
  return {
    last: (timer) => turns.get(timer),
    remember: (timer, turn) => {
      turns.set(timer, turn);
      try {
        writeWhole(file, JSON.stringify(Object.fromEntries(turns)));
      } catch (error) {
        log(`[timers] 记不下定时器的时刻（重启后可能重跑或漏跑）；请检查磁盘空间和权限：${error}`);
      }
    },
  };
};

const writeWhole = (file: string, text: string): void => {
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
};

const read = (file: string): Map<string, number> => {
  try {
    const turns: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const known = isPlainObject(turns) ? Object.entries(turns) : [];
    return new Map(known.filter((entry): entry is [string, number] => Number.isFinite(entry[1])));
  } catch {
    return new Map();
  }
};
