import type { IndexDefinition } from '../../schema';
import type { PlainObject } from '../protocol/plain';
import { aggregateDocuments } from './aggregate';
import { type Catalogue, openCatalogue } from './catalogue';
import { type CheckReport, checkStore } from './check';
import { type DocumentId, withoutUndefined } from './documents';
import { countDocuments, type FindRequest, findDocuments, project, type Reader } from './read';
import { scanPolicy } from './scan-policy';
import { openStore } from './store';
import { insertDocument, type Modified, type ModifyRequest, modifyDocuments, removeDocuments } from './write';

export type Database = {
  addCollection(name: string): void;
  /** Stops at the first document that is refused; those before it stay, as in MongoDB. */
  insert(collection: string, documents: readonly unknown[]): Promise<DocumentId[]>;
  find(collection: string, request: FindRequest & { readonly projection?: PlainObject }): PlainObject[];
  count(collection: string, filter: PlainObject): number;
  aggregate(collection: string, pipeline: readonly PlainObject[]): PlainObject[];
  modify(collection: string, request: ModifyRequest): Promise<Modified>;
  remove(collection: string, filter: PlainObject, multi: boolean): Promise<number>;
  /** Every match, whatever it costs: for inspection from outside, never for a function. */
  inspect(collection: string, filter: PlainObject): PlainObject[];
  check(): CheckReport;
  close(): Promise<void>;
};

export type DatabaseOptions = {
  readonly directory: string;
  readonly schema: Record<string, readonly IndexDefinition[]>;
  readonly unindexed: 'refuse' | 'warn';
  readonly onScan: () => void;
  readonly log: (line: string) => void;
};

export const openDatabase = (options: DatabaseOptions): Database => {
  const store = openStore(options.directory);
  const catalogue = openCatalogue(store, options.schema);
  return databaseOver({ store, scans: scanPolicy(options.unindexed, options.onScan, options.log) }, catalogue);
};

const databaseOver = (reader: Reader, catalogue: Catalogue): Database => ({
  addCollection: (name) => catalogue.add(name),
  insert: (name, documents) => {
    const collection = catalogue.collection(name);
    const plain = documents.map(withoutUndefined);
    return reader.store.write(() => plain.map((document) => insertDocument(reader, collection, document)));
  },
  find: (name, request) => project(findDocuments(reader, catalogue.collection(name), request), request.projection),
  count: (name, filter) => countDocuments(reader, catalogue.collection(name), filter),
  aggregate: (name, pipeline) => aggregateDocuments(reader, catalogue, catalogue.collection(name), pipeline),
  modify: (name, request) => {
    const collection = catalogue.collection(name);
    return reader.store.write(() => modifyDocuments(reader, collection, request));
  },
  remove: (name, filter, multi) => {
    const collection = catalogue.collection(name);
    return reader.store.write(() => removeDocuments(reader, collection, filter, multi));
  },
  inspect: (name, filter) =>
    findDocuments({ ...reader, scans: { scanned: () => {} } }, catalogue.collection(name), { filter }),
  check: () => checkStore(reader.store, catalogue.all()),
  close: () => reader.store.close(),
});
