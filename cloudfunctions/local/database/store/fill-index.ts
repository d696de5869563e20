import { type IndexState, indexEntries } from './index-entries';
import { type CollectionState, rangeUnder, type Store } from './store';

/** Hands each key that a document of the collection has in the index to `put`; inside a write only. Throws when the disk is full. */
export const fillIndex = (
  store: Store,
  collection: CollectionState,
  index: IndexState,
  put: (key: Buffer, id: unknown) => void,
): void => {
  for (const { value } of store.documents.getRange(rangeUnder(collection.id))) {
    store.requireRoom();
    const { keys, multikey } = indexEntries(index, value);
    for (const key of keys) put(key, value._id);
    for (const position of multikey) index.multikey.add(position);
  }
  if (index.multikey.size > 0) store.meta.put(`multikey/${index.id}`, [...index.multikey]);
};
