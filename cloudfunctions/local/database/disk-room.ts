import { closeSync, fstatSync, openSync, writeSync } from 'node:fs';
import type { RootDatabase } from 'lmdb';
import { isDiskFull, outOfDiskSpace } from '../protocol/disk-full';

/**
 * Room on the disk that is ours before LMDB needs it: LMDB must never meet a full disk, because the message of its failure is
 * written over the end of its buffer (`mdb_page_flush` of lmdb 3.5: 100 bytes), which takes the process down.
 */
export type DiskRoom = {
  /** Before the first byte of a change is written, inside a write. Throws when there is no room; removals are let into the last of it. */
  reserve(change: PlannedChange): void;
  /** What was reserved in a write that left no trace is free again. */
  forget(): void;
  close(): void;
};

export type PlannedChange = { readonly puts: number; readonly removals: number; readonly bytes: number };

const PAGE = 4096;
const MEGABYTE = 1024 * 1024;
const ZEROS = Buffer.alloc(MEGABYTE);
/** Pages that one put may need: each level of a tree of five copied, and split. A removal copies only. */
const BY_PUT = 10;
const BY_REMOVAL = 5;
/** Bytes of an entry beside what it holds. */
const PUT_BYTES = 128;
/** Pages of the catalogue and of the list of free pages, beside what grows with the file. */
const BASE = 64;

export const openDiskRoom = (root: RootDatabase<unknown, string>, file: string): DiskRoom => {
  let descriptor: number | undefined;
  let size = 0;
  let writing = 0;
  let used = 0;
  let reserved: PlannedChange = NOTHING;
  const begin = (): void => {
    const id = root.getWriteTxnId();
    if (id === writing) return;
    writing = id;
    reserved = NOTHING;
    used = (root.getStats() as { lastPageNumber: number }).lastPageNumber + 1;
  };
  const hasRoom = (bytes: number): boolean => {
    if (size >= bytes) return true;
    // whatever LMDB itself has written meanwhile: what is appended is never written over it
    descriptor ??= openSync(file, 'a');
    size = grown(descriptor, bytes);
    return size >= bytes;
  };
  return {
    reserve: (change) => {
      begin();
      const wanted = together(reserved, change);
      const needed = (used + Math.ceil(used / 256) + pagesFor(wanted, used)) * PAGE;
      const isRemoval = change.puts === 0;
      if (!hasRoom(needed + keptForRemovals(needed)) && !(isRemoval && size >= needed)) throw outOfDiskSpace();
      reserved = wanted;
    },
    forget: () => {
      writing = 0;
    },
    close: () => {
      if (descriptor !== undefined) closeSync(descriptor);
    },
  };
};

const NOTHING: PlannedChange = { puts: 0, removals: 0, bytes: 0 };

const together = (one: PlannedChange, other: PlannedChange): PlannedChange => ({
  puts: one.puts + other.puts,
  removals: one.removals + other.removals,
  bytes: one.bytes + other.bytes,
});

/** Every page of the trees can be copied and split once only, however many keys change; half of a new page stays empty at worst. */
const pagesFor = ({ puts, removals, bytes }: PlannedChange, used: number): number => {
  const changed = Math.min(puts * BY_PUT + removals * BY_REMOVAL, 2 * used);
  return BASE + changed + Math.ceil((2 * (bytes + puts * PUT_BYTES)) / PAGE);
};

const keptForRemovals = (bytes: number): number => Math.max(MEGABYTE, Math.floor(bytes / 16));

/** Answers the size that the file has then: less than wanted when the disk is full. */
const grown = (descriptor: number, wanted: number): number => {
  const before = fstatSync(descriptor).size;
  const ahead = Math.min(Math.max(Math.floor(before / 8), MEGABYTE), 64 * MEGABYTE);
  try {
    for (let size = before; size < wanted + ahead; ) size += writeSync(descriptor, ZEROS);
  } catch (error) {
    if (!isDiskFull(error)) throw error;
  }
  return fstatSync(descriptor).size;
};
