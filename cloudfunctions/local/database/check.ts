import type { StoredDocument } from './documents';
import { entryKey, type IndexState, indexEntries } from './index-entries';
import { encodeUint32, encodeValue, successor } from './order-key';
import { type CollectionState, documentKey, type Store } from './store';

export type CheckReport = { collections: number; documents: number; problems: string[] };

const MOST_PROBLEMS = 50;

/** Reads everything: each document's entries are there, each entry belongs to a document, unique values stand once. */
export const checkStore = (store: Store, collections: readonly CollectionState[]): CheckReport => {
  const problems: string[] = [];
  const report = (problem: string): void => {
    if (problems.length < MOST_PROBLEMS) problems.push(problem);
  };
  let documents = 0;
  let entries = 0;
  for (const collection of collections) {
    const stored = documentsOf(store, collection);
    documents += stored.length;
    for (const document of stored) checkIdentity(store, collection, document, report);
    for (const index of collection.indexes) entries += checkIndex(store, collection, index, stored, report);
  }
  const total = store.entries.getKeysCount({});
  if (total !== entries) report(`${total} index entries are stored, ${entries} belong to a known index`);
  return { collections: collections.length, documents, problems };
};

const documentsOf = (store: Store, collection: CollectionState): StoredDocument[] => {
  const start = encodeUint32(collection.id);
  return [...store.documents.getRange({ start, end: successor(start) }).map(({ value }) => value)];
};

const checkIdentity = (
  store: Store,
  collection: CollectionState,
  document: StoredDocument,
  report: (problem: string) => void,
): void => {
  const found = store.documents.get(documentKey(collection, document._id));
  if (found?._id !== document._id)
    report(`${collection.name}: the document ${document._id} is not found under its _id`);
};

/** Answers how many entries the index has. */
const checkIndex = (
  store: Store,
  collection: CollectionState,
  index: IndexState,
  documents: readonly StoredDocument[],
  report: (problem: string) => void,
): number => {
  const name = `${collection.name}.${index.definition.name}`;
  const expected = new Map<string, { id: unknown; value: Buffer }>();
  const unique = new Set<string>();
  for (const document of documents) {
    for (const key of indexEntries(index, document).keys) {
      const text = key.toString('latin1');
      if (index.definition.unique && unique.has(text))
        report(`${name}: a unique value stands twice (document ${document._id})`);
      unique.add(text);
      expected.set(entryKey(key, document._id).toString('latin1'), {
        id: document._id,
        value: encodeValue(document._id),
      });
    }
  }
  const start = encodeUint32(index.id);
  let count = 0;
  for (const { key, value } of store.entries.getRange({ start, end: successor(start) })) {
    count += 1;
    const text = Buffer.from(key).toString('latin1');
    const wanted = expected.get(text);
    if (!wanted) report(`${name}: an entry belongs to no document`);
    else if (!wanted.value.equals(value)) report(`${name}: the entry of ${wanted.id} points elsewhere`);
    expected.delete(text);
  }
  for (const { id } of expected.values()) report(`${name}: the entry of ${id} is missing`);
  return count;
};
