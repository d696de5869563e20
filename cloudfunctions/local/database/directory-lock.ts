import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isPlainObject } from '../protocol/plain';

export type DirectoryLock = { readonly id: string; release(): void };

/** Milliseconds that a living owner may take to say that it lives. */
const PATIENCE = 2_000;

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
  const file = path.join(path.resolve(directory), 'lock.json');
  if (held.has(file)) throw inUse(directory, 'this process');
  const content = JSON.stringify({ id, url, pid: process.pid });
  if (!writeNew(file, content)) {
    const owner = readOwner(file);
    if (owner && (await isServing(owner))) throw inUse(directory, `process ${owner.pid} at ${owner.url}`);
    rmSync(file, { force: true });
    if (!writeNew(file, content)) throw inUse(directory, 'another process');
  }
  held.add(file);
  return {
    id,
    release: () => {
      held.delete(file);
      if (readOwner(file)?.id === id) rmSync(file, { force: true });
    },
  };
};

const inUse = (directory: string, owner: string): Error =>
  new Error(
    `数据目录 ${directory} 正被另一个本机云使用（${owner}）；请先停止它，或换一个数据目录。The data directory is in use.`,
  );

const writeNew = (file: string, content: string): boolean => {
  try {
    writeFileSync(file, content, { flag: 'wx' });
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

/** A refused connection or another id means that the owner is gone; silence may be a busy owner, so it counts as alive. */
const isServing = async (owner: Owner): Promise<boolean> => {
  try {
    const answer = await fetch(owner.url + LOCK_PATH, { signal: AbortSignal.timeout(PATIENCE) });
    return answer.ok && (await answer.text()) === owner.id;
  } catch (error) {
    return (error as Error).name === 'TimeoutError';
  }
};
