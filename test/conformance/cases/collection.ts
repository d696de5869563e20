import type { ConformanceCase } from '../conformance-case';

const DOCS = 'developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database';
const SDK = 'wx-server-sdk 4.0.2 src/api/database/api/database';
const DATABASE = '@cloudbase/database 1.4.3 dist/commonjs';
const ERRORS = 'developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/debug/error-code.html';

const THREE = [
  { _id: 'n0', n: 0 },
  { _id: 'n1', n: 1 },
  { _id: 'n2', n: 2 },
];
const MISSING = { errCode: -502005, errMsg: 'Db or Table not exist: conformance_nowhere' };

/** Collections, and what is written into them. */
export const COLLECTION_CASES: readonly ConformanceCase[] = [
  {
    api: 'database.createCollection',
    name: 'makes a collection that answers at once',
    source: `${DOCS}/Database.createCollection.html`,
    run: async ({ db }) => {
      await db.createCollection('conformance_made').catch(() => undefined);
      return (await db.collection('conformance_made').get()).data;
    },
    answers: [],
  },
  {
    api: 'database.createCollection',
    name: 'refuses the name of a collection that exists; the number of the error is lost (a trap)',
    source: `${DOCS}/Database.createCollection.html; ${SDK}.ts createCollection does not read the code`,
    run: ({ db, collectionName }) => db.createCollection(collectionName),
    refuses: { errCode: -1, errMsg: 'xist' },
  },
  {
    api: 'database.collection',
    name: 'refuses to be asked for no name',
    source: `${DATABASE}/index.js Db.collection`,
    run: async ({ db }) => db.collection(''),
    refuses: { errCode: -1, errMsg: 'Collection name is required' },
  },
  {
    api: 'collection.get',
    name: 'a collection that does not exist is an error',
    source: ERRORS,
    run: ({ db }) => db.collection('conformance_nowhere').get(),
    refuses: MISSING,
  },
  {
    api: 'collection.where',
    name: 'a collection that does not exist is an error of a query too',
    source: ERRORS,
    run: ({ db }) => db.collection('conformance_nowhere').where({ a: 1 }).get(),
    refuses: MISSING,
  },
  {
    api: 'collection.count',
    name: 'a collection that does not exist is an error',
    source: ERRORS,
    run: ({ db }) => db.collection('conformance_nowhere').count(),
    refuses: MISSING,
  },
  {
    api: 'collection.add',
    name: 'a collection that does not exist is an error, not made on the way',
    source: ERRORS,
    run: ({ db }) => db.collection('conformance_nowhere').add({ data: { a: 1 } }),
    refuses: MISSING,
  },
  {
    api: 'collection.add',
    name: 'answers the id it was given and that all is well',
    source: `${DOCS}/collection/Collection.add.html`,
    run: ({ collection }) => collection.add({ data: { _id: 'given', a: 1 } }),
    answers: { _id: 'given', errMsg: 'collection.add:ok' },
  },
  {
    api: 'collection.add',
    name: 'gives an id of 32 hexadecimal digits to a document without one',
    source: `${DOCS}/collection/Collection.add.html`,
    run: async ({ collection }) => {
      const { _id } = await collection.add({ data: { a: 1 } });
      const { data } = await collection.doc(_id).get();
      return [/^[0-9a-f]{32}$/.test(_id), data._id === _id, data.a];
    },
    answers: [true, true, 1],
  },
  {
    api: 'collection.add',
    name: 'takes a list and answers the ids in its order',
    source: `${DATABASE}/collection.js add: ids`,
    run: ({ collection }) => collection.add({ data: [{ _id: 'b' }, { _id: 'a' }] }),
    answers: { _ids: ['b', 'a'], errMsg: 'collection.add:ok' },
  },
  {
    api: 'collection.add',
    name: 'an id may be a number, and is another one than its digits',
    source: `${DATABASE}/collection.js doc: string or number`,
    run: async ({ collection }) => {
      await collection.add({
        data: [
          { _id: 1, kind: 'number' },
          { _id: '1', kind: 'text' },
        ],
      });
      return [(await collection.doc(1).get()).data.kind, (await collection.doc('1').get()).data.kind];
    },
    answers: ['number', 'text'],
  },
  {
    api: 'collection.add',
    name: 'refuses an id that is there already',
    source:
      'www.mongodb.com/docs/manual/core/document/#the-_id-field; code: src/config/error.config.ts of wx-server-sdk',
    documents: [{ _id: 'a' }],
    run: ({ collection }) => collection.add({ data: { _id: 'a', n: 2 } }),
    refuses: { errCode: -502001, errMsg: 'E11000 duplicate key error' },
  },
  {
    api: 'collection.add',
    name: 'leaves out what is undefined, keeps null',
    source: `${DATABASE}/utils/utils.js filterUndefined`,
    run: async ({ collection }) => {
      await collection.add({ data: { _id: 'a', gone: undefined, none: null, in: { gone: undefined, kept: 1 } } });
      return (await collection.doc('a').get()).data;
    },
    answers: { _id: 'a', none: null, in: { kept: 1 } },
  },
  {
    api: 'collection.update',
    name: 'updates every match and says how many',
    source: `${DOCS}/collection/Collection.update.html`,
    documents: THREE,
    run: ({ collection, _ }) => collection.where({ n: _.gt(0) }).update({ data: { seen: true } }),
    answers: { stats: { updated: 2 }, errMsg: 'collection.update:ok' },
  },
  {
    api: 'collection.update',
    name: 'with multi: false updates one',
    source: `${SDK}/query.ts update`,
    documents: THREE,
    run: async ({ collection, _ }) =>
      (await collection.where({ n: _.gt(0) }).update({ multi: false, data: { seen: true } })).stats,
    answers: { updated: 1 },
  },
  {
    api: 'collection.update',
    name: 'without a match updates none',
    source: `${DOCS}/collection/Collection.update.html`,
    documents: THREE,
    run: async ({ collection }) => (await collection.where({ n: 9 }).update({ data: { seen: true } })).stats,
    answers: { updated: 0 },
  },
  {
    api: 'collection.update',
    name: 'never changes an id',
    source: `${DATABASE}/query.js update`,
    documents: THREE,
    run: ({ collection }) => collection.where({ n: 1 }).update({ data: { _id: 'other' } }),
    refuses: { errCode: -501007, errMsg: '不能更新_id的值' },
  },
  {
    api: 'collection.update',
    name: 'refuses an update of nothing',
    source: `${SDK}/query.ts update: assertObjectNotEmpty`,
    documents: THREE,
    run: ({ collection }) => collection.where({ n: 1 }).update({ data: {} }),
    refuses: { errCode: -1, errMsg: 'options.data must not be empty' },
  },
  {
    api: 'collection.remove',
    name: 'removes every match and says how many',
    source: `${DOCS}/collection/Collection.remove.html`,
    documents: THREE,
    run: ({ collection, _ }) => collection.where({ n: _.gt(0) }).remove(),
    answers: { stats: { removed: 2 }, errMsg: 'collection.remove:ok' },
  },
  {
    api: 'collection.remove',
    name: 'with multi: false removes one',
    source: `${SDK}/query.ts remove`,
    documents: THREE,
    run: async ({ collection, _ }) => {
      await collection.where({ n: _.gte(0) }).remove({ multi: false });
      return (await collection.count()).total;
    },
    answers: 2,
  },
  {
    api: 'document.get',
    name: 'a collection that does not exist is an error',
    source: ERRORS,
    run: ({ db }) => db.collection('conformance_nowhere').doc('a').get(),
    refuses: MISSING,
  },
];
