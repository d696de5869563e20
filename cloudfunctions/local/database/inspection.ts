import { invalid } from '../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../protocol/plain';
import type { Database } from './database';
import type { Explanation } from './find/explain';

/** Seeding and inspection from outside the functions; counted nowhere, refused no scan. */
export type Inspection = {
  insert(collection: string, document: object): Promise<void>;
  insertMany(collection: string, documents: readonly object[]): Promise<void>;
  get(collection: string, id: string | number): unknown;
  find(collection: string, filter: object): unknown[];
  /** Runs the query and says by which index, and how much was read for it. `sort`: 1 or -1 by field. */
  explain(collection: string, filter: object, sort?: object, limit?: number): Explanation;
  /** Creates the document when it is new. */
  replace(collection: string, document: object): Promise<void>;
  remove(collection: string, id: string | number): Promise<void>;
  /** Removes every document; answers how many. */
  clear(collection: string): Promise<number>;
};

export const inspectionOf = (database: Database): Inspection => ({
  insert: async (collection, document) => void (await database.insert(collection, [document])),
  insertMany: async (collection, documents) => void (await database.insert(collection, documents)),
  get: (collection, id) => database.inspect(collection, { _id: id })[0],
  find: (collection, filter) => database.inspect(collection, checkedObject(filter)),
  explain: (collection, filter, sort, limit) =>
    database.explain(collection, {
      filter: checkedObject(filter),
      ...(sort && { sort: checkedObject(sort) }),
      ...(limit !== undefined && { limit }),
    }),
  replace: async (collection, document) => {
    const data = checkedObject(document);
    if (data._id === undefined) throw invalid('a document to replace needs its _id');
    await database.modify(collection, { filter: { _id: data._id }, data, multi: false, merge: false, upsert: true });
  },
  remove: async (collection, id) => void (await database.remove(collection, { _id: id }, false)),
  clear: database.clear,
});

const checkedObject = (value: object): PlainObject => {
  if (!isPlainObject(value)) throw invalid('not a plain object');
  return value;
};
