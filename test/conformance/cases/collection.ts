import type { ConformanceCase } from '../conformance-case';

const DOCS = 'developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database';
const SDK = 'wx-server-sdk 4.0.2 src/api/database/api/database';
const DATABASE = '@cloudbase/database 1.4.3 dist/commonjs';
const ERRORS = 'developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/debug/error-code.html';

const numbered = (count: number): object[] => Array.from({ length: count }, (_, n) => ({ _id: `n${n}`, n }));
const THREE = numbered(3);
const MISSING = { errCode: -502005, errMsg: 'Db or Table not exist: conformance_nowhere' };

/** Collections, and documents by their id. */
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
    api: 'document.get',
    name: 'a collection that does not exist is an error',
    source: ERRORS,
    run: ({ db }) => db.collection('conformance_nowhere').doc('a').get(),
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
    api: 'collection.get',
    name: 'answers 100 documents when no limit is given',
    source: `${DATABASE}/query.js get: param.limit = 100`,
    documents: numbered(101),
    run: async ({ collection }) => (await collection.get()).data.length,
    answers: 100,
  },
  {
    api: 'collection.limit',
    name: 'answers up to 1,000 documents',
    source: `${DOCS}/collection/Collection.limit.html; ${DATABASE}/query.js get`,
    documents: numbered(1_001),
    run: async ({ collection }) => (await collection.limit(1_000).get()).data.length,
    answers: 1_000,
  },
  {
    api: 'collection.limit',
    name: 'counts a limit above 1,000 as 1,000',
    source: `${DATABASE}/query.js get: limit < 1000 ? limit : 1000`,
    documents: numbered(1_001),
    run: async ({ collection }) => (await collection.limit(2_000).get()).data.length,
    answers: 1_000,
  },
  {
    api: 'collection.limit',
    name: 'takes 0 for no limit given',
    source: `${DATABASE}/query.js get: if (limit)`,
    documents: THREE,
    run: async ({ collection }) => (await collection.limit(0).get()).data.length,
    answers: 3,
  },
  {
    api: 'collection.limit',
    name: 'refuses a fraction',
    source: `${DATABASE}/validate.js isInteger`,
    run: async ({ collection }) => collection.limit(1.5),
    refuses: { errCode: -1, errMsg: 'limitmust be integer' },
  },
  {
    api: 'collection.skip',
    name: 'passes over as many as told, in the order asked for',
    source: `${DOCS}/collection/Collection.skip.html`,
    documents: THREE,
    run: async ({ collection }) =>
      (await collection.orderBy('n', 'desc').skip(1).limit(1).get()).data.map(({ n }: { n: number }) => n),
    answers: [1],
  },
  {
    api: 'collection.skip',
    name: 'beyond the end is an empty answer',
    source: `${DOCS}/collection/Collection.skip.html`,
    documents: THREE,
    run: ({ collection }) => collection.skip(10).get(),
    answers: { data: [], errMsg: 'collection.get:ok' },
  },
  {
    api: 'collection.skip',
    name: 'refuses text',
    source: `${DATABASE}/validate.js isInteger`,
    run: async ({ collection }) => collection.skip('1'),
    refuses: { errCode: -1, errMsg: 'offsetmust be integer' },
  },
  {
    api: 'collection.orderBy',
    name: 'knows asc and desc only',
    source: `${DATABASE}/validate.js isFieldOrder`,
    run: async ({ collection }) => collection.orderBy('n', 'down'),
    refuses: { errCode: -1, errMsg: '排序字符不合法' },
  },
  {
    api: 'collection.where',
    name: 'refuses a condition that is no object',
    source: `${DATABASE}/query.js where`,
    run: async ({ collection }) => collection.where('n = 1'),
    refuses: { errCode: -1, errMsg: '查询参数必须为对象' },
  },
  {
    api: 'collection.where',
    name: 'refuses a condition of nothing but undefined, lest everything match',
    source: `${DATABASE}/query.js where`,
    run: async ({ collection }) => collection.where({ n: undefined }),
    refuses: { errCode: -1, errMsg: '查询参数对象值不能均为undefined' },
  },
  {
    api: 'collection.where',
    name: 'drops a condition that is undefined beside one that is not (a trap)',
    source: `${DATABASE}/utils/utils.js filterUndefined`,
    documents: THREE,
    run: async ({ collection, _ }) => (await collection.where({ n: _.gt(0), who: undefined }).count()).total,
    answers: 2,
  },
  {
    api: 'collection.where',
    name: 'an empty condition matches all',
    source: `${DOCS}/collection/Collection.where.html`,
    documents: THREE,
    run: async ({ collection }) => (await collection.where({}).get()).data.length,
    answers: 3,
  },
  {
    api: 'collection.where',
    name: 'asked twice, the latter condition replaces the former (a trap)',
    source: `${DATABASE}/query.js where`,
    documents: THREE,
    run: async ({ collection }) => (await collection.where({ n: 1 }).where({ _id: 'n2' }).get()).data,
    answers: [{ _id: 'n2', n: 2 }],
  },
  {
    api: 'collection.count',
    name: 'counts the documents of a collection',
    source: `${DOCS}/collection/Collection.count.html`,
    documents: THREE,
    run: ({ collection }) => collection.count(),
    answers: { total: 3, errMsg: 'collection.count:ok' },
  },
  {
    api: 'collection.count',
    name: 'counts matches, without regard to limit and skip',
    source: `${DATABASE}/query.js count: sends neither`,
    documents: THREE,
    run: async ({ collection, _ }) =>
      (
        await collection
          .where({ n: _.gt(0) })
          .skip(1)
          .limit(1)
          .count()
      ).total,
    answers: 2,
  },
  {
    api: 'collection.count',
    name: 'nothing is 0',
    source: `${DOCS}/collection/Collection.count.html`,
    run: async ({ collection }) => (await collection.count()).total,
    answers: 0,
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
    api: 'collection.doc',
    name: 'refuses an id that is neither text nor number',
    source: `${DATABASE}/collection.js doc`,
    run: async ({ collection }) => collection.doc(undefined),
    refuses: { errCode: -1, errMsg: 'docId必须为字符串或数字' },
  },
  {
    api: 'document.get',
    name: 'answers the document',
    source: `${DOCS}/document/Document.get.html`,
    documents: THREE,
    run: ({ collection }) => collection.doc('n1').get(),
    answers: { data: { _id: 'n1', n: 1 }, errMsg: 'document.get:ok' },
  },
  {
    api: 'document.get',
    name: 'a document that is not there is an error',
    source: `${SDK}/document.ts get: throwOnNotFound`,
    run: ({ collection }) => collection.doc('nobody').get(),
    refuses: { errCode: -1, errMsg: 'document.get:fail document with _id nobody does not exist' },
  },
  {
    api: 'cloud.database',
    name: 'with throwOnNotFound: false a document that is not there is null',
    source:
      'developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/database/transaction.html; src/api/database/api/database/document.ts',
    run: ({ cloud, collectionName }) =>
      cloud.database({ throwOnNotFound: false }).collection(collectionName).doc('nobody').get(),
    answers: { data: null, errMsg: 'document.get:ok' },
  },
  {
    api: 'document.field',
    name: 'answers the chosen fields and the id',
    source: `${DOCS}/document/Document.field.html`,
    documents: [{ _id: 'a', x: 1, y: 2 }],
    run: async ({ collection }) => (await collection.doc('a').field({ y: true }).get()).data,
    answers: { _id: 'a', y: 2 },
  },
  {
    api: 'document.set',
    name: 'replaces the document and says that none was created',
    source: `${DOCS}/document/Document.set.html`,
    documents: [{ _id: 'a', x: 1 }],
    run: async ({ collection }) => {
      const { stats, _id } = await collection.doc('a').set({ data: { y: 2 } });
      return [_id, stats, (await collection.doc('a').get()).data];
    },
    answers: ['a', { updated: 1, created: 0 }, { _id: 'a', y: 2 }],
  },
  {
    api: 'document.set',
    name: 'creates a document that is not there and says so',
    source: `${DOCS}/document/Document.set.html`,
    run: async ({ collection }) => {
      const { stats } = await collection.doc('a').set({ data: { y: 2 } });
      return [stats.created, (await collection.doc('a').get()).data];
    },
    answers: [1, { _id: 'a', y: 2 }],
  },
  {
    api: 'document.set',
    name: 'takes no update command',
    source: `${DATABASE}/document.js set: update operator complicit`,
    run: ({ collection, _ }) => collection.doc('a').set({ data: { n: _.inc(1) } }),
    refuses: { errCode: -502001, errMsg: 'update operator complicit' },
  },
  {
    api: 'document.set',
    name: 'takes no id in its data',
    source: `${DATABASE}/document.js set`,
    run: ({ collection }) => collection.doc('a').set({ data: { _id: 'a', n: 1 } }),
    refuses: { errCode: -501007, errMsg: '不能更新_id的值' },
  },
  {
    api: 'document.set',
    name: 'refuses to empty a document',
    source: `${SDK}/document.ts set: assertObjectNotEmpty`,
    run: ({ collection }) => collection.doc('a').set({ data: {} }),
    refuses: { errCode: -1, errMsg: 'options.data must not be empty' },
  },
  {
    api: 'document.update',
    name: 'changes the named fields only and says how many documents',
    source: `${DOCS}/document/Document.update.html`,
    documents: [{ _id: 'a', x: 1, y: 1 }],
    run: async ({ collection }) => {
      const answer = await collection.doc('a').update({ data: { y: 2 } });
      return [answer, (await collection.doc('a').get()).data];
    },
    answers: [
      { stats: { updated: 1 }, errMsg: 'document.update:ok' },
      { _id: 'a', x: 1, y: 2 },
    ],
  },
  {
    api: 'document.update',
    name: 'of a document that is not there updates none and is no error',
    source: `${DOCS}/document/Document.update.html`,
    run: async ({ collection }) => (await collection.doc('nobody').update({ data: { y: 2 } })).stats,
    answers: { updated: 0 },
  },
  {
    api: 'document.update',
    name: 'refuses data that is no object',
    source: `${SDK}/document.ts update: assertType`,
    run: ({ collection }) => collection.doc('a').update({ data: 'x' }),
    refuses: { errCode: -1, errMsg: 'parameter.data should be object instead of string' },
  },
  {
    api: 'document.remove',
    name: 'removes the document and says so',
    source: `${DOCS}/document/Document.remove.html`,
    documents: THREE,
    run: ({ collection }) => collection.doc('n1').remove(),
    answers: { stats: { removed: 1 }, errMsg: 'document.remove:ok' },
  },
  {
    api: 'document.remove',
    name: 'of a document that is not there removes none and is no error',
    source: `${DOCS}/document/Document.remove.html`,
    run: async ({ collection }) => (await collection.doc('nobody').remove()).stats,
    answers: { removed: 0 },
  },
];
