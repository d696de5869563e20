import { invalid } from '../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../protocol/plain';
import type { Database } from './database';

/** Seeding and inspection from outside the functions; counted nowhere, refused no scan. */
export type Inspection = {
  insert(collection: string, document: object): Promise<void>;
  insertMany(collection: string, documents: readonly object[]): Promise<void>;
  get(collection: string, id: string | number): unknown;
  find(collection: string, filter: object): unknown[];
  /** Creates the document when it is new. */
  replace(collection: string, document: object): Promise<void>;
  remove(collection: string, id: string | number): Promise<void>;
};

export const inspectionOf = (database: Database): Inspection => ({
  insert: async (collection, document) => void (await database.insert(collection, [document])),
  insertMany: async (collection, documents) => void (await database.insert(collection, documents)),
  get: (collection, id) => database.inspect(collection, { _id: id })[0],
  find: (collection, filter) => database.inspect(collection, checkedObject(filter)),
  replace: async (collection, document) => {
    const data = checkedObject(document);
    if (data._id === undefined) throw invalid('a document to replace needs its _id');
    await database.modify(collection, { filter: { _id: data._id }, data, multi: false, merge: false, upsert: true });
  },
  remove: async (collection, id) => void (await database.remove(collection, { _id: id }, false)),
});

const checkedObject = (value: object): PlainObject => {
  if (!isPlainObject(value)) throw invalid('not a plain object');
  return value;
};
