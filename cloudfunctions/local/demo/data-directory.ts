import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lockDirectory } from '../database/directory-lock';
import { Explained } from './explained';

const STATE_FILE = 'haochaping-demo.json';
const NEW_STATE_FILE = `${STATE_FILE}.new`;
const LOCK = 'lock.json';
/** The address of a lock that is held for a moment: nobody serves there. */
const NOBODY = 'http://127.0.0.1:9';
const DATA = ['database', 'database-lock', 'files'];
/** All that may lie in a directory of ours. */
const OURS = [STATE_FILE, NEW_STATE_FILE, ...DATA, 'functions', 'functions.new', LOCK];

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
  const fresh = path.join(path.dirname(file), NEW_STATE_FILE);
  writeFileSync(fresh, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  renameSync(fresh, file);
};

/** Without our state file, nothing but the traces of a first start that was cut off may lie there. */
const refuseForeign = (directory: string) => {
  if (!statSync(directory).isDirectory()) throw new Explained(`${directory} 不是目录。It is not a directory.`);
  const names = readdirSync(directory);
  const expected = names.includes(STATE_FILE) ? OURS : [NEW_STATE_FILE, LOCK];
  const foreign = names.filter((name) => name !== '.DS_Store' && !expected.includes(name));
  if (foreign.length === 0) return;
  throw new Explained(
    `${directory} 里有别的文件（${foreign.slice(0, 3).join('、')}），不是演示数据目录，没有动它；请用 --data 换一个目录。` +
      'The directory holds other files and was left alone.',
  );
};

const refuseInUse = async (directory: string) => {
  const lock = await lockDirectory(directory, NOBODY).catch((error: Error) => {
    throw new Explained(error.message);
  });
  lock.release();
};

/**
 * The data of the last start, or none when there was no whole one or `fresh` is asked for. Throws `Explained` when the
 * directory holds anything that is not ours, or when another demo runs on it.
 */
export const openDataDirectory = async (directory: string, fresh: boolean): Promise<DataDirectory> => {
  const file = path.join(directory, STATE_FILE);
  if (!existsSync(directory)) mkdirSync(directory, { recursive: true });
  refuseForeign(directory);
  await refuseInUse(directory);
  const stored = fresh ? undefined : readState(file);
  const state = stored ?? { keys: freshKeys(), seeded: null };
  // Before anything is removed: whoever is cut off here starts over next time.
  if (!stored) writeState(file, state);
  if (state.seeded === null) {
    for (const name of DATA) rmSync(path.join(directory, name), { recursive: true, force: true });
  }
  return {
    path: directory,
    state,
    hasNewKeys: !stored,
    markSeeded: (edition) => writeState(file, { ...state, seeded: edition }),
  };
};
