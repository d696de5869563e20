import type { PlainObject } from '../protocol/plain';
import { type ExplainRequest, type Explanation, explainQuery } from './find/explain';
import { projectEach } from './find/projection';
import { countDocuments, type FindRequest, findDocuments, foundDocuments, type Reader } from './find/read';
import { scanPolicy } from './find/scan-policy';
import { sortSpec } from './find/sort';
import { newGate } from './gate';
import { aggregateDocuments } from './pipeline/aggregate';
import { type Catalogue, openCatalogue } from './store/catalogue';
import { type CheckReport, checkStore } from './store/check';
import type { IndexDefinition } from './store/index-definition';
import { repairIndexes } from './store/repair';
import { type CollectionState, openStore } from './store/store';
import { newWriteLocks, writeWhenFree } from './store/write-locks';
import { type DocumentId, withoutUndefined } from './values/documents';
import { newTransactions, type Transactions } from './write/transactions';
import { inTurns } from './write/turns';
import {
  type Among,
  insertDocuments,
  type Modified,
  type ModifyRequest,
  modifyDocuments,
  removeDocuments,
} from './write/write';

export type Database = {
  addCollection(name: string): void;
  /** Stops at the first document that is refused; those before it stay, as in MongoDB. */
  insert(collection: string, documents: readonly unknown[]): Promise<DocumentId[]>;
  find(collection: string, request: FindRequest & { readonly projection?: PlainObject }): PlainObject[];
  /** The same one by one: to be read at once, as far as it is wanted. */
  each(collection: string, request: FindRequest & { readonly projection?: PlainObject }): Iterable<PlainObject>;
  count(collection: string, filter: PlainObject): number;
  aggregate(collection: string, pipeline: readonly PlainObject[]): PlainObject[];
  modify(collection: string, request: ModifyRequest): Promise<Modified>;
  remove(collection: string, filter: PlainObject, multi: boolean): Promise<number>;
  /** Removes every document. */
  clear(collection: string): Promise<number>;
  collection(name: string): CollectionState;
  readonly transactions: Transactions;
  /** Every match, whatever it costs: for inspection from outside, never for a function. */
  inspect(collection: string, filter: PlainObject): PlainObject[];
  /** Runs the query, whatever it costs, and says how it was answered. */
  explain(collection: string, request: ExplainRequest): Explanation;
  check(): Promise<CheckReport>;
  /** Brings the indexes to what the documents say, and answers what is still wrong after that. */
  repair(): Promise<CheckReport>;
  /** Writes the database as it is at one moment into this directory, while others go on writing. */
  backup(directory: string): Promise<void>;
  /** What runs is carried out, what comes later is refused. */
  close(): Promise<void>;
};

export type DatabaseOptions = {
  readonly directory: string;
  readonly schema: Record<string, readonly IndexDefinition[]>;
  readonly unindexed: 'refuse' | 'warn';
  readonly onScan: () => void;
  readonly log: (line: string) => void;
  /** Milliseconds that a transaction may stay open; 30,000 when absent, as on the platform. */
  readonly longestTransaction?: number;
  /** Bytes left on the disk; asked of the system when absent. */
  readonly freeBytes?: () => number;
};

export const openDatabase = (options: DatabaseOptions): Database => {
  const store = openStore(options.directory, false, options.freeBytes);
  const catalogue = openCatalogue(store, options.schema);
  const reader = { store, scans: scanPolicy(options.unindexed, options.onScan, options.log), locks: newWriteLocks() };
  return databaseOver(reader, catalogue, newTransactions(store, catalogue, reader.locks, options.longestTransaction));
};

const databaseOver = (reader: Reader, catalogue: Catalogue, transactions: Transactions): Database => {
  const { store } = reader;
  const gate = newGate();
  return {
    ...gate.guard(operationsOver(reader, catalogue)),
    transactions: gate.guard(transactions),
    close: async () => {
      await gate.close(transactions.close);
      await store.close();
    },
  };
};

const operationsOver = (reader: Reader, catalogue: Catalogue): Omit<Database, 'transactions' | 'close'> => {
  const { store } = reader;
  const inspector: Reader = { ...reader, scans: { scanned: () => {} } };
  const each: Database['each'] = (name, request) =>
    projectEach(foundDocuments(reader, catalogue.collection(name), request), request.projection, request.filter);
  return {
    addCollection: (name) => catalogue.add(name),
    collection: (name) => catalogue.collection(name),
    insert: async (name, documents) => {
      const collection = catalogue.collection(name);
      const plain = documents.map(withoutUndefined);
      return writeWhenFree(store, () => insertDocuments(reader, collection, plain));
    },
    find: (name, request) => [...each(name, request)],
    each,
    count: (name, filter) => countDocuments(reader, catalogue.collection(name), filter),
    aggregate: (name, pipeline) => aggregateDocuments(reader, catalogue, catalogue.collection(name), pipeline),
    modify: async (name, request) => {
      const collection = catalogue.collection(name);
      if (!request.multi || request.upsert)
        return writeWhenFree(store, () => modifyDocuments(reader, collection, request));
      const inOneTurn = (among: Among) => modifyDocuments(reader, collection, { ...request, among }).updated;
      return { updated: await inTurns(reader, collection, request.filter, inOneTurn) };
    },
    remove: async (name, filter, multi) => {
      const collection = catalogue.collection(name);
      if (multi) return removeMany(reader, collection, filter);
      return writeWhenFree(store, () => removeDocuments(reader, collection, { filter, multi }));
    },
    clear: async (name) => removeMany(inspector, catalogue.collection(name), {}),
    inspect: (name, filter) => findDocuments(inspector, catalogue.collection(name), { filter }),
    explain: (name, { filter = {}, sort, limit }) =>
      explainQuery(inspector, catalogue.collection(name), {
        ...{ filter, sort: sortSpec(sort) },
        ...(limit !== undefined && { limit }),
      }),
    check: () => checkStore(store, catalogue.all()),
    repair: async () => {
      await store.write(() => repairIndexes(store, catalogue.all()));
      return checkStore(store, catalogue.all());
    },
    backup: (directory) => store.backup(directory),
  };
};

const removeMany = (reader: Reader, collection: CollectionState, filter: PlainObject): Promise<number> =>
  inTurns(reader, collection, filter, (among) => removeDocuments(reader, collection, { filter, multi: true, among }));
