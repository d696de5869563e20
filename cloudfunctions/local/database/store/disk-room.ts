import { statfsSync } from 'node:fs';
import { outOfDiskSpace } from '../../protocol/disk-full';

/**
 * Bytes that writes leave free on the disk. LMDB must never meet a full one: a commit that fails for want of room can take the
 * process down (`mdb_page_flush` of lmdb 3.5 writes the reason over the end of its buffer). Removals may use the rest.
 */
export const LEAST_FREE = 64 * 1024 * 1024;

/** Bytes that this process may still write on the disk of the directory. */
export const freeBytes = (directory: string): number => {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize;
};

/** Throws when the disk is as good as full. */
export const requireRoom = (free: number): void => {
  if (free < LEAST_FREE) throw outOfDiskSpace();
};
