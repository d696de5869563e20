import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Transaction as Snapshot } from 'lmdb';
import { CloudError, transactionConflict } from '../../protocol/cloud-error';
import type { Catalogue } from '../store/catalogue';
import { type CollectionState, changeDocument, documentKey, nameOf, readDocument, type Store } from '../store/store';
import type { LockOwner, WriteLocks } from '../store/write-locks';
import type { DocumentId, StoredDocument } from '../values/documents';
import { type PlannedKeys, rehearseKeys } from './key-rehearsal';

/** The platform ends a transaction that is left open. Milliseconds. */
export const LONGEST_TRANSACTION = 30_000;

/**
 * Snapshot isolation on single documents: a transaction reads the database of its start and its own writes; of two that write
 * one document the second fails at once with a conflict; all its writes appear together at commit, or none.
 */
export type Transactions = {
  start(): string;
  get(id: string, collection: CollectionState, documentId: DocumentId): StoredDocument | undefined;
  /** `decide` gets the document as the transaction sees it and answers what it becomes (nothing: removed). */
  change(
    id: string,
    collection: CollectionState,
    documentId: DocumentId,
    decide: (before?: StoredDocument) => StoredDocument | undefined,
  ): void;
  commit(id: string): void;
  abort(id: string): void;
  close(): void;
};

type Change = {
  readonly collection: CollectionState;
  readonly before?: StoredDocument | undefined;
  readonly after?: StoredDocument | undefined;
};
type Running = LockOwner & {
  readonly id: string;
  readonly snapshot: Snapshot;
  readonly changes: Map<string, Change>;
  readonly keys: PlannedKeys;
  end(): void;
};

/** `longest`: milliseconds after which a transaction that is left open is ended. */
export const newTransactions = (
  store: Store,
  catalogue: Catalogue,
  locks: WriteLocks,
  longest: number = LONGEST_TRANSACTION,
): Transactions => {
  const open = new Map<string, Running>();
  const find = (id: string): Running => open.get(id) ?? expired();
  const see = (
    { changes, snapshot }: Running,
    collection: CollectionState,
    id: DocumentId,
  ): StoredDocument | undefined => {
    const change = changes.get(nameOf(collection, id));
    return change ? change.after : store.documents.get(documentKey(collection, id), { transaction: snapshot });
  };
  return {
    start: () => {
      const transaction = begin(store, longest, (ended) => {
        open.delete(ended.id);
        locks.release(ended);
      });
      open.set(transaction.id, transaction);
      return transaction.id;
    },
    get: (id, collection, documentId) => see(find(id), collection, documentId),
    change: (id, collection, documentId, decide) => {
      const transaction = find(id);
      endingOnFailure(transaction, () => {
        const before = see(transaction, collection, documentId);
        const after = decide(before);
        if (isDeepStrictEqual(before, after)) return;
        claim(store, locks, transaction, collection, documentId);
        const name = nameOf(collection, documentId);
        rehearseKeys(store, collection, transaction.changes, transaction.keys, { before, after });
        const first = transaction.changes.get(name) ?? { before };
        transaction.changes.set(name, { collection, before: first.before, after });
      });
    },
    commit: (id) => {
      const transaction = find(id);
      endingOnFailure(transaction, () => apply(store, catalogue, transaction));
      transaction.end();
    },
    abort: (id) => find(id).end(),
    close: () => {
      for (const transaction of open.values()) transaction.end();
    },
  };
};

const begin = (store: Store, longest: number, forget: (transaction: Running) => void): Running => {
  const snapshot = store.documents.useReadTransaction();
  let settle = (): void => {};
  const ended = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const end = (): void => {
    clearTimeout(timer);
    snapshot.done();
    forget(transaction);
    settle();
  };
  const transaction: Running = { id: randomUUID(), snapshot, changes: new Map(), keys: new Map(), ended, end };
  const timer = setTimeout(end, longest);
  timer.unref();
  return transaction;
};

/** As in MongoDB, a write that is refused ends its transaction. */
const endingOnFailure = (transaction: Running, action: () => void): void => {
  try {
    action();
  } catch (error) {
    transaction.end();
    throw error;
  }
};

/** The first to write a document wins, be it another transaction or a plain write since this one began. */
const claim = (
  store: Store,
  locks: WriteLocks,
  transaction: Running,
  collection: CollectionState,
  id: DocumentId,
): void => {
  const owner = locks.ownerOf(collection, id);
  if (owner === transaction) return;
  const seen = store.documents.get(documentKey(collection, id), { transaction: transaction.snapshot });
  if (owner || !isDeepStrictEqual(readDocument(store, collection, id), seen)) throw transactionConflict();
  locks.take(collection, id, transaction);
};

const apply = (store: Store, catalogue: Catalogue, { changes }: Running): void => {
  try {
    store.writeAtomically(() => carryOut(store, [...changes.values()]));
  } catch (error) {
    catalogue.forgetUncommitted();
    throw isDuplicateKey(error) ? transactionConflict() : error;
  }
};

/** What has a unique key gives it up first: keys may have moved from one document to another. */
const carryOut = (store: Store, changes: readonly Change[]): void => {
  for (const { collection, before, after } of changes) {
    const id = (before ?? after)?._id;
    if (id === undefined) continue;
    if (!isDeepStrictEqual(readDocument(store, collection, id), before)) throw transactionConflict();
    if (before && hasUniqueKeys(collection)) changeDocument(store, collection, before, undefined);
  }
  for (const { collection, before, after } of changes) {
    const isGone = before === undefined || hasUniqueKeys(collection);
    if (after || !isGone) changeDocument(store, collection, isGone ? undefined : before, after);
  }
};

const hasUniqueKeys = ({ indexes }: CollectionState): boolean => indexes.some(({ definition }) => definition.unique);

/** Another writer took the key since the write that was rehearsed. */
const isDuplicateKey = (error: unknown): boolean => error instanceof CloudError && error.message.startsWith('E11000');

const expired = (): never => {
  throw new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
  );
};
