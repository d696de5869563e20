import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { keyedDigests } from '../adapters/crypto/keyed-digests';
import { openVault } from '../adapters/crypto/vault';
import { type DirectoryLock, LOCK_FILE, NEW_LOCK_FILE } from '../local/database/store/directory-lock';
import { isReadable } from '../local/database/store/store-probe';
import { Explained } from '../local/explained';
import { claimDirectory } from './directory-claim';

const STATE_FILE = 'haochaping-demo.json';
const NEW_STATE_FILE = `${STATE_FILE}.new`;
const DATA = ['database', 'database-lock', 'files', 'timers.json', 'timers.json.part'];
/** What an operator may put there: faults on demand. */
export const FAULTS_FILE = 'faults.json';
/** All that may lie in a directory of ours. */
const OURS = [STATE_FILE, NEW_STATE_FILE, ...DATA, FAULTS_FILE, 'functions', 'functions.new', LOCK_FILE, NEW_LOCK_FILE];

export type DemoKeys = {
  readonly key: string;
  readonly windowCodeKeys: string;
  readonly vaultKeys: string;
  readonly indexKey: string;
};

/** What a data directory remembers besides the cloud's own data. */
export type DemoState = {
  readonly keys: DemoKeys;
  /** The edition of the demo data that was written whole; null while it was not. */
  readonly seeded: number | null;
};

export type DataDirectory = {
  readonly path: string;
  readonly state: DemoState;
  /** Made by this start: all keys, or those that an older state file did not have yet. */
  readonly newKeys: 'all' | 'some' | 'none';
  /** Held; the cloud takes it over. */
  readonly lock: DirectoryLock;
  markSeeded(edition: number): void;
};

const freshKey = (): string => randomBytes(32).toString('base64url');
const freshVaultKeys = () => ({ vaultKeys: `1:${freshKey()}`, indexKey: freshKey() });
const freshKeys = (): DemoKeys => ({ key: freshKey(), windowCodeKeys: `1:${freshKey()}`, ...freshVaultKeys() });

type OpenedState = Pick<DataDirectory, 'state' | 'newKeys'>;

/** Throws on anything else than what `writeState` writes. A file older than the vault gets the vault's keys. */
const parseState = (text: string): OpenedState => {
  const state = JSON.parse(text) as DemoState;
  const isOlder = state.keys.vaultKeys === undefined && state.keys.indexKey === undefined;
  const keys = isOlder ? { ...state.keys, ...freshVaultKeys() } : state.keys;
  keyedDigests(keys);
  openVault({ keys: keys.vaultKeys, indexKey: keys.indexKey });
  if (state.seeded !== null && !Number.isInteger(state.seeded)) throw new TypeError('seeded');
  return { state: { ...state, keys }, newKeys: isOlder ? 'some' : 'none' };
};

const readState = (file: string): OpenedState | undefined => {
  if (!existsSync(file)) return undefined;
  try {
    return parseState(readFileSync(file, 'utf8'));
  } catch {
    throw new Explained(
      `${file} 读不懂，其中的密钥缺失或不完整，没有动它；请用 --data 换一个目录，或加 --fresh 从头开始（这个目录里的数据会清空）。` +
        'The state file cannot be read and was left alone.',
    );
  }
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
  const expected = names.includes(STATE_FILE) ? OURS : [NEW_STATE_FILE, LOCK_FILE, FAULTS_FILE];
  const foreign = names.filter((name) => name !== '.DS_Store' && !expected.includes(name));
  if (foreign.length === 0) return;
  throw new Explained(
    `${directory} 里有别的文件（${foreign.slice(0, 3).join('、')}），不是演示数据目录，没有动它；请用 --data 换一个目录。` +
      'The directory holds other files and was left alone.',
  );
};

const refuseDamaged = async (directory: string) => {
  if (await isReadable(directory)) return;
  throw new Explained(
    `${directory} 里的数据库打不开：文件缺失、损坏或不完整，没有动它。想留着就先把整个目录复制一份；` +
      '然后加 --fresh 从头开始（会清空这个目录），或用 --data 换一个目录。' +
      'The database is damaged and was left alone: keep a copy, then start with --fresh.',
  );
};

/** Step by step: `recursive` of Node 20 never ends where the system lets nobody create, as in /proc. */
const makeDirectory = (directory: string): void => {
  if (existsSync(directory)) return;
  makeDirectory(path.dirname(directory));
  try {
    mkdirSync(directory);
  } catch (error) {
    // Another start may have made it at the same moment.
    if (!existsSync(directory)) throw error;
  }
};

const openLocked = async (directory: string, fresh: boolean, lock: DirectoryLock): Promise<DataDirectory> => {
  const file = path.join(directory, STATE_FILE);
  const stored = fresh ? undefined : readState(file);
  const { state, newKeys }: OpenedState = stored ?? { state: { keys: freshKeys(), seeded: null }, newKeys: 'all' };
  // Before anything is removed: whoever is cut off here starts over next time.
  if (newKeys !== 'none') writeState(file, state);
  if (state.seeded === null) {
    for (const name of DATA) rmSync(path.join(directory, name), { recursive: true, force: true });
  } else await refuseDamaged(directory);
  return {
    ...{ path: directory, state, newKeys, lock },
    markSeeded: (edition) => writeState(file, { ...state, seeded: edition }),
  };
};

/**
 * The data of the last start, or none when there was no whole one or `fresh` is asked for. Throws `Explained` when the
 * directory holds anything that is not ours or is damaged, or when another demo runs on it.
 */
export const openDataDirectory = async (directory: string, fresh: boolean): Promise<DataDirectory> => {
  makeDirectory(directory);
  refuseForeign(directory);
  const lock = await claimDirectory(directory);
  try {
    return await openLocked(directory, fresh, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
};
