import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { Explained } from '../../explained';
import { isPlainObject } from '../../protocol/plain';

export type DirectoryLock = {
  readonly id: string;
  /** The owner serves at another address from now on: both must answer while this is called. */
  moveTo(url: string): void;
  release(): void;
};

/** Milliseconds that a living owner may take to say that it lives. */
const PATIENCE = 2_000;
/** Milliseconds after which a file that is being written, or taken over by another at the same moment, is as it stays. */
const SETTLED = 100;
const TRIES = 5;

/** Path at which an owner answers its lock id, so that a lock left behind by a crash is told from a living one. */
export const LOCK_PATH = '/local/lock';

const held = new Set<string>();

/**
 * One process per data directory. The owner is known by the address at which it serves: if nobody there answers with the lock's
 * id, the owner is gone (kill -9, power) and its lock is taken over.
 */
export const lockDirectory = async (
  directory: string,
  url: string,
  id: string = randomUUID(),
): Promise<DirectoryLock> => {
  mkdirSync(directory, { recursive: true });
  const file = path.join(path.resolve(directory), LOCK_FILE);
  if (held.has(file)) throw inUse(directory, 'this process');
  held.add(file);
  try {
    await take(file, directory, { id, url, pid: process.pid });
  } catch (error) {
    held.delete(file);
    throw error;
  }
  return heldLock(file, id);
};

export const LOCK_FILE = 'lock.json';
export const NEW_LOCK_FILE = `${LOCK_FILE}.new`;

const heldLock = (file: string, id: string): DirectoryLock => {
  const isOurs = () => readOwner(file)?.id === id;
  let isReleased = false;
  return {
    id,
    moveTo: (url) => {
      if (!isOurs()) return;
      const fresh = path.join(path.dirname(file), NEW_LOCK_FILE);
      writeFileSync(fresh, JSON.stringify({ id, url, pid: process.pid }));
      renameSync(fresh, file);
    },
    release: () => {
      if (isReleased) return;
      isReleased = true;
      held.delete(file);
      if (isOurs()) rmSync(file, { force: true });
    },
  };
};

const take = async (file: string, directory: string, own: Owner): Promise<void> => {
  if (writeNew(file, own)) return;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const owner = readOwner(file) ?? (await passed(SETTLED).then(() => readOwner(file)));
    if (owner && (await isServing(owner))) throw inUse(directory, `process ${owner.pid} at ${owner.url}`);
    // Meanwhile another may have taken it over, or the owner moved.
    if (!isDeepStrictEqual(readOwner(file), owner)) continue;
    rmSync(file, { force: true });
    if (!writeNew(file, own)) continue;
    await passed(SETTLED);
    if (readOwner(file)?.id === own.id) return;
  }
  throw inUse(directory, 'another process');
};

const inUse = (directory: string, owner: string): Error =>
  new Explained(
    `数据目录 ${directory} 正被另一个本机云使用（${owner}）；请先停止它，或换一个数据目录。The data directory is in use.`,
  );

const writeNew = (file: string, owner: Owner): boolean => {
  try {
    writeFileSync(file, JSON.stringify(owner), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

type Owner = { id: string; url: string; pid: number };

const readOwner = (file: string): Owner | undefined => {
  try {
    const owner: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!isPlainObject(owner) || typeof owner.id !== 'string' || typeof owner.url !== 'string') return undefined;
    return { id: owner.id, url: owner.url, pid: Number(owner.pid) };
  } catch {
    return undefined;
  }
};

/** The address of the process that holds this directory now, if one does. */
export const servingAt = async (directory: string): Promise<string | undefined> => {
  const owner = readOwner(path.join(path.resolve(directory), LOCK_FILE));
  return owner && (await isServing(owner)) ? owner.url : undefined;
};

/** A refused connection or another id means that the owner is gone; silence may be a busy owner, so it counts as alive. */
const isServing = async (owner: Owner): Promise<boolean> => {
  try {
    const answer = await fetch(owner.url + LOCK_PATH, { signal: AbortSignal.timeout(PATIENCE) });
    return answer.ok && (await answer.text()) === owner.id;
  } catch (error) {
    return (error as Error).name === 'TimeoutError';
  }
};
