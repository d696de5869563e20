import { encodeValue } from '../values/order-key';
import { fillIndex } from './fill-index';
import { entryKey, type IndexState, indexEntries } from './index-entries';
import { type CollectionState, documentKeyOf, type Store } from './store';

/**
 * Brings the indexes to what the documents say; documents themselves are never touched. Inside `write` only: nobody may write
 * between the look at the documents and the removal of what none of them put there. Two documents with one unique value stay:
 * only a person can decide between them.
 */
export const repairIndexes = (store: Store, collections: readonly CollectionState[]): void => {
  for (const collection of collections) {
    for (const index of collection.indexes) addMissing(store, collection, index);
  }
  for (const key of strayEntries(store, collections)) store.entries.remove(key);
};

const addMissing = (store: Store, collection: CollectionState, index: IndexState): void =>
  fillIndex(store, collection, index, (key, id) => {
    const entry = entryKey(key, id);
    if (!store.entries.get(entry)?.equals(encodeValue(id))) store.entries.put(entry, encodeValue(id));
  });

/** Entries that no document put there, once all that are missing have been added. */
const strayEntries = (store: Store, collections: readonly CollectionState[]): Buffer[] => {
  const owners = new Map(
    collections.flatMap((collection) => collection.indexes.map((index) => [index.id, { collection, index }] as const)),
  );
  const strays: Buffer[] = [];
  for (const { key, value } of store.entries.getRange({})) {
    const owner = owners.get(key.readUInt32BE(0));
    const document = owner && store.documents.get(documentKeyOf(owner.collection, value));
    const belongs =
      document && indexEntries(owner.index, document).keys.some((unique) => entryKey(unique, document._id).equals(key));
    if (!belongs) strays.push(Buffer.from(key));
  }
  return strays;
};
