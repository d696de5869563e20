import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Transaction } from 'lmdb';
import type { StoredDocument } from '../values/documents';
import { encodeValue, successor } from '../values/order-key';
import { entryKey, type IndexState, indexEntries } from './index-entries';
import { type CollectionState, documentKey, rangeUnder, type Store } from './store';

export type CheckReport = { collections: number; documents: number; problems: string[] };

const MOST_PROBLEMS = 50;
/** Documents that are looked at before others have a turn. */
const AT_ONCE = 500;

type Report = (problem: string) => void;

/**
 * Reads everything as it is at one moment, while others write: each document's entries are there, each entry belongs to a
 * document, unique values stand once. Memory does not grow with the number of documents.
 */
export const checkStore = async (store: Store, collections: readonly CollectionState[]): Promise<CheckReport> => {
  const problems: string[] = [];
  const report: Report = (problem) => {
    if (problems.length < MOST_PROBLEMS) problems.push(problem);
  };
  const moment = store.documents.useReadTransaction();
  try {
    let documents = 0;
    let entries = 0;
    for (const collection of collections) {
      const checked = await checkCollection(store, moment, collection, report);
      documents += checked.documents;
      entries += checked.entries;
    }
    const total = store.entries.getKeysCount({ transaction: moment });
    if (total !== entries) report(`${total} index entries are stored, ${entries} belong to a known index`);
    return { collections: collections.length, documents, problems };
  } finally {
    moment.done();
  }
};

const checkCollection = async (
  store: Store,
  moment: Transaction,
  collection: CollectionState,
  report: Report,
): Promise<{ documents: number; entries: number }> => {
  const belonging = new Map(collection.indexes.map((index) => [index, 0]));
  let documents = 0;
  for (const { key, value } of store.documents.getRange({ ...rangeUnder(collection.id), transaction: moment })) {
    if (!documentKey(collection, value._id).equals(key))
      report(`${collection.name}: the document ${value._id} is not found under its _id`);
    for (const [index, count] of belonging)
      belonging.set(index, count + checkEntries({ store, moment, collection, index, report }, value));
    documents += 1;
    if (documents % AT_ONCE === 0) await nextTurn();
  }
  let entries = 0;
  for (const [index, count] of belonging) {
    const stored = store.entries.getKeysCount({ ...rangeUnder(index.id), transaction: moment });
    if (stored > count) report(`${nameOf(collection, index)}: ${stored - count} entries belong to no document`);
    entries += stored;
  }
  return { documents, entries };
};

const nameOf = ({ name }: CollectionState, { definition }: IndexState): string => `${name}.${definition.name}`;

type Checked = {
  readonly store: Store;
  readonly moment: Transaction;
  readonly collection: CollectionState;
  readonly index: IndexState;
  readonly report: Report;
};

/** Answers how many entries of this document the index has. */
const checkEntries = ({ store, moment, collection, index, report }: Checked, document: StoredDocument): number => {
  const own = encodeValue(document._id);
  const name = nameOf(collection, index);
  let found = 0;
  for (const key of indexEntries(index, document).keys) {
    const value = store.entries.get(entryKey(key, document._id), { transaction: moment });
    if (!value) report(`${name}: the entry of ${document._id} is missing`);
    else if (!own.equals(value)) report(`${name}: the entry of ${document._id} points elsewhere`);
    if (value) found += 1;
    if (!index.definition.unique) continue;
    const holders = store.entries.getKeysCount({ start: key, end: successor(key), transaction: moment, limit: 2 });
    if (holders > 1) report(`${name}: a unique value stands twice (document ${document._id})`);
  }
  return found;
};
