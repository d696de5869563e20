import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Database, open, type RootDatabase } from 'lmdb';
import { Encoder } from 'msgpackr';
import { requestFailed } from '../../protocol/cloud-error';
import { refuseLargeDocument } from '../values/document-size';
import { checkValue, type DocumentId, type StoredDocument } from '../values/documents';
import { encodeUint32, encodeValue, successor } from '../values/order-key';
import { freeBytes, requireRoom } from './disk-room';
import { entryKey, type IndexState, indexEntries } from './index-entries';

export type CollectionState = { readonly id: number; readonly name: string; readonly indexes: readonly IndexState[] };

/** One LMDB environment: documents by [collection, _id], index entries by [index, values…, _id], and the catalogue. */
export type Store = {
  readonly documents: Database<StoredDocument, Buffer>;
  /** Values are the encoded `_id` of the document. */
  readonly entries: Database<Buffer, Buffer>;
  readonly meta: Database<unknown, string>;
  /** Run in one LMDB transaction, together with others that wait; resolves when it is on disk. */
  write<T>(action: () => T): Promise<T>;
  /** All or nothing: what throws leaves no trace. */
  writeAtomically<T>(action: () => T): T;
  /** Before the first byte of what is put: throws when the disk has no room. */
  requireRoom(): void;
  /** A copy of one moment, flushed to disk, to open as a store in that directory. */
  backup(directory: string): Promise<void>;
  close(): Promise<void>;
};

/** lmdb keeps the encoder of the first realm that loaded it, which does not know the `Date` of another (each test file has its own). */
const REALM_ENCODER = { encoder: { Encoder } };

/** Inside the data directory. */
export const STORE_FOLDER = 'database';
/** Inside that. */
export const DATA_FILE = 'data.mdb';

/** To be read only, the store must be there; another process may write it meanwhile. */
export const openStore = (directory: string, readOnly = false, free = () => freeBytes(directory)): Store => {
  if (!readOnly) mkdirSync(directory, { recursive: true });
  const root: RootDatabase<unknown, string> = open({
    path: path.join(directory, STORE_FOLDER),
    maxDbs: 4,
    readOnly,
    // Otherwise a write is answered before it is flushed: https://github.com/kriszyp/lmdb-js#overlapping-sync-options
    overlappingSync: false,
    // Otherwise a commit that fails rejects a promise that nobody can reach, which ends the process; writes that wait are one commit all the same.
    eventTurnBatching: false,
  });
  return {
    documents: root.openDB<StoredDocument, Buffer>('documents', {
      keyEncoding: 'binary',
      ...REALM_ENCODER,
    }),
    entries: root.openDB<Buffer, Buffer>('entries', { keyEncoding: 'binary', encoding: 'binary' }),
    meta: root.openDB<unknown, string>('meta', { encoding: 'msgpack' }),
    write: (action) => groupCommit(root, action),
    writeAtomically: (action) => root.transactionSync(action),
    requireRoom: () => requireRoom(free()),
    backup: (into) => copyTo(root, path.join(into, STORE_FOLDER)),
    close: () => root.close(),
  };
};

const copyTo = async (root: RootDatabase<unknown, string>, folder: string): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  await root.backup(folder, false);
};

/** LMDB keeps what an action wrote before it threw: every action here checks first and writes last. */
const groupCommit = async <T>(root: RootDatabase<unknown, string>, action: () => T): Promise<T> => {
  let outcome: { value: T } | { error: unknown } = { error: new Error('not run') };
  const run = (): void => {
    try {
      outcome = { value: action() };
    } catch (error) {
      outcome = { error };
    }
  };
  await root.transaction(run).catch(refusedCommit);
  const done = outcome as { value: T } | { error: unknown };
  if ('error' in done) throw done.error;
  return done.value;
};

/** lmdb tells the reason of a failed commit by a promise of its own. */
const refusedCommit = async (error: Error & { readonly commitError?: Promise<never> }): Promise<never> => {
  await error.commitError;
  throw error;
};

export const documentKey = (collection: CollectionState, id: unknown): Buffer =>
  Buffer.concat([encodeUint32(collection.id), encodeValue(id)]);

/** The same from an `_id` as an index entry holds it. */
export const documentKeyOf = (collection: CollectionState, encodedId: Buffer): Buffer =>
  Buffer.concat([encodeUint32(collection.id), encodedId]);

/** All keys of one collection, or of one index. */
export const rangeUnder = (id: number): { start: Buffer; end: Buffer } => {
  const start = encodeUint32(id);
  return { start, end: successor(start) };
};

/** One text per document, to remember it by. */
export const nameOf = (collection: CollectionState, id: unknown): string =>
  documentKey(collection, id).toString('latin1');

/** The same from an `_id` as an index entry holds it. */
export const nameOfEncoded = (collection: CollectionState, encodedId: Buffer): string =>
  documentKeyOf(collection, encodedId).toString('latin1');

export const readDocument = (store: Store, collection: CollectionState, id: DocumentId): StoredDocument | undefined =>
  store.documents.get(documentKey(collection, id));

type IndexChange = {
  readonly index: IndexState;
  readonly add: readonly Buffer[];
  readonly drop: readonly Buffer[];
  readonly multikey: readonly number[];
};

/**
 * Replace one document (either side may be absent) and its index entries. Inside `write` only.
 * Checks everything before the first byte is written.
 */
export const changeDocument = (
  store: Store,
  collection: CollectionState,
  before: StoredDocument | undefined,
  after: StoredDocument | undefined,
): void => {
  const id = (after ?? before)?._id;
  if (after) {
    checkValue(after, 0);
    refuseLargeDocument(after, before === undefined);
  }
  const changes = collection.indexes.map((index) => indexChange(index, before, after));
  for (const change of changes) refuseDuplicate(store, collection, change, id);
  if (after) store.requireRoom();
  for (const change of changes) applyChange(store, change, id);
  const key = documentKey(collection, id);
  if (after) store.documents.put(key, after);
  else store.documents.remove(key);
};

const indexChange = (index: IndexState, before?: StoredDocument, after?: StoredDocument): IndexChange => {
  const old = before ? indexEntries(index, before) : { keys: [], multikey: [] };
  const fresh = after ? indexEntries(index, after) : { keys: [], multikey: [] };
  const kept = (keys: readonly Buffer[], key: Buffer) => keys.some((other) => other.equals(key));
  return {
    index,
    add: fresh.keys.filter((key) => !kept(old.keys, key)),
    drop: old.keys.filter((key) => !kept(fresh.keys, key)),
    multikey: fresh.multikey.filter((position) => !index.multikey.has(position)),
  };
};

const refuseDuplicate = (store: Store, collection: CollectionState, { index, add }: IndexChange, id: unknown): void => {
  if (!index.definition.unique) return;
  const own = encodeValue(id);
  for (const key of add) {
    for (const { value } of store.entries.getRange({ start: key, end: successor(key) })) {
      if (!Buffer.from(value).equals(own)) throw duplicateKey(collection.name, index.definition);
    }
  }
};

export const duplicateKey = (collection: string, { name, keys }: IndexState['definition']): Error =>
  requestFailed(
    `E11000 duplicate key error collection: ${collection} index: ${name} dup key: { ${keys.map(({ field }) => field).join(', ')} }`,
  );

const applyChange = (store: Store, change: IndexChange, id: unknown): void => {
  for (const key of change.drop) store.entries.remove(entryKey(key, id));
  for (const key of change.add) store.entries.put(entryKey(key, id), encodeValue(id));
  if (change.multikey.length === 0) return;
  for (const position of change.multikey) change.index.multikey.add(position);
  store.meta.put(`multikey/${change.index.id}`, [...change.index.multikey]);
};
