import { entryKey, type IndexState, indexEntries } from './index-entries';
import { encodeUint32, encodeValue, successor } from './order-key';
import type { CollectionState, Store } from './store';

/**
 * Brings the indexes to what the documents say; documents themselves are never touched. Inside `write` only: nobody may write
 * between the look at the documents and the removal of what none of them put there. Two documents with one unique value stay:
 * only a person can decide between them.
 */
export const repairIndexes = (store: Store, collections: readonly CollectionState[]): void => {
  const wanted = new Set<string>();
  for (const collection of collections) {
    for (const index of collection.indexes) addMissing(store, collection, index, wanted);
  }
  for (const key of store.entries.getKeys({})) {
    if (!wanted.has(Buffer.from(key).toString('latin1'))) store.entries.remove(Buffer.from(key));
  }
};

const addMissing = (store: Store, collection: CollectionState, index: IndexState, wanted: Set<string>): void => {
  const start = encodeUint32(collection.id);
  for (const { value } of store.documents.getRange({ start, end: successor(start) })) {
    const { keys, multikey } = indexEntries(index, value);
    const id = encodeValue(value._id);
    for (const key of keys) {
      const entry = entryKey(key, value._id);
      wanted.add(entry.toString('latin1'));
      if (!store.entries.get(entry)?.equals(id)) store.entries.put(entry, id);
    }
    for (const position of multikey) index.multikey.add(position);
  }
  if (index.multikey.size > 0) store.meta.put(`multikey/${index.id}`, [...index.multikey]);
};
