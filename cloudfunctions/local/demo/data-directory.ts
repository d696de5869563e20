import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lockDirectory } from '../database/directory-lock';
import { Explained } from './explained';

const STATE_FILE = 'haochaping-demo.json';
const DATA = ['database', 'database-lock', 'files'];
/** All that may lie in a directory of ours. */
const OURS = [STATE_FILE, `${STATE_FILE}.new`, ...DATA, 'functions', 'functions.new', 'lock.json'];

export type DemoKeys = { readonly key: string; readonly windowCodeKeys: string };

/** What a data directory remembers besides the cloud's own data. */
export type DemoState = {
  readonly keys: DemoKeys;
  /** The edition of the demo data that was written whole; null while it was not. */
  readonly seeded: number | null;
};

export type DataDirectory = {
  readonly path: string;
  readonly state: DemoState;
  readonly hasNewKeys: boolean;
  markSeeded(edition: number): void;
};

const freshKeys = (): DemoKeys => ({
  key: randomBytes(32).toString('base64url'),
  windowCodeKeys: `1:${randomBytes(32).toString('base64url')}`,
});

const readState = (file: string): DemoState | undefined => {
  if (!existsSync(file)) return undefined;
  try {
    const state = JSON.parse(readFileSync(file, 'utf8')) as DemoState;
    if (typeof state.keys.key === 'string' && typeof state.keys.windowCodeKeys === 'string') return state;
  } catch {
    // Told below.
  }
  throw new Explained(`${file} 读不懂，请换一个目录，或删除这个目录后重试。The state file cannot be read.`);
};

/** The file appears whole or not at all. The keys in it are nobody else's business. */
const writeState = (file: string, state: DemoState) => {
  writeFileSync(`${file}.new`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
};

const remove = (directory: string, names: readonly string[]) => {
  for (const name of names) rmSync(path.join(directory, name), { recursive: true, force: true });
};

const refuseForeign = (directory: string) => {
  if (!statSync(directory).isDirectory()) throw new Explained(`${directory} 不是目录。It is not a directory.`);
  const foreign = readdirSync(directory).filter((name) => !OURS.includes(name));
  if (foreign.length === 0) return;
  throw new Explained(
    `${directory} 里有别的文件（${foreign.slice(0, 3).join('、')}），不是演示数据目录，没有动它；请用 --data 换一个目录。` +
      'The directory holds other files and was left alone.',
  );
};

/** Empties what a half-written seed or `--fresh` leaves behind, never under a running demo. */
const emptied = async (directory: string, names: readonly string[]) => {
  const lock = await lockDirectory(directory, 'http://127.0.0.1:9');
  remove(directory, names);
  lock.release();
};

/** Throws `Explained` when the directory holds anything that is not ours, and an error when another demo runs on it. */
export const openDataDirectory = async (directory: string, fresh: boolean): Promise<DataDirectory> => {
  const file = path.join(directory, STATE_FILE);
  if (!existsSync(directory)) mkdirSync(directory, { recursive: true });
  refuseForeign(directory);
  if (fresh)
    await emptied(
      directory,
      OURS.filter((name) => name !== 'lock.json'),
    );
  const stored = readState(file);
  const state = stored ?? { keys: freshKeys(), seeded: null };
  if (!stored) writeState(file, state);
  else if (stored.seeded === null) await emptied(directory, DATA);
  return {
    path: directory,
    state,
    hasNewKeys: !stored,
    markSeeded: (edition) => writeState(file, { ...state, seeded: edition }),
  };
};
