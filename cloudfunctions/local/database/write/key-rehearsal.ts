import { type IndexState, indexEntries } from '../store/index-entries';
import { type CollectionState, duplicateKey, nameOf, nameOfEncoded, type Store } from '../store/store';
import type { StoredDocument } from '../values/documents';
import { successor } from '../values/order-key';

/** What an open transaction makes of documents: by `nameOf`, `after` absent when removed. */
export type PlannedChanges = ReadonlyMap<string, { readonly after?: StoredDocument | undefined }>;

/** The unique keys that an open transaction gives to its own documents, by the name of the document that has them. */
export type PlannedKeys = Map<string, string>;

/**
 * Refuses a duplicate key at the write that makes it, not only at commit. Looks at the keys of this one change: in the store,
 * where the transaction's other changes are left out of account, and among what it planned before.
 */
export const rehearseKeys = (
  store: Store,
  collection: CollectionState,
  changes: PlannedChanges,
  planned: PlannedKeys,
  change: { readonly before?: StoredDocument | undefined; readonly after?: StoredDocument | undefined },
): void => {
  const id = (change.after ?? change.before)?._id;
  const own = nameOf(collection, id);
  for (const index of collection.indexes) {
    const fresh = change.after ? indexEntries(index, change.after).keys : [];
    if (!index.definition.unique) continue;
    for (const key of fresh) refuseTaken(store, collection, index, key, own, changes, planned);
    const former = change.before ? indexEntries(index, change.before).keys : [];
    for (const key of former) if (planned.get(textOf(key)) === own) planned.delete(textOf(key));
    for (const key of fresh) planned.set(textOf(key), own);
  }
};

const refuseTaken = (
  store: Store,
  collection: CollectionState,
  index: IndexState,
  key: Buffer,
  own: string,
  changes: PlannedChanges,
  planned: PlannedKeys,
): void => {
  const holder = planned.get(textOf(key));
  if (holder !== undefined && holder !== own) throw duplicateKey(collection.name, index.definition);
  for (const { value } of store.entries.getRange({ start: key, end: successor(key) })) {
    const name = nameOfEncoded(collection, value);
    if (name !== own && !changes.has(name)) throw duplicateKey(collection.name, index.definition);
  }
};

const textOf = (key: Buffer): string => key.toString('latin1');
