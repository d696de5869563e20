import type { ConformanceCase } from '../conformance-case';

const DOCS = 'developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database';
const SDK = 'wx-server-sdk 4.0.2 src/api/database/api/database';
const DATABASE = '@cloudbase/database 1.4.3 dist/commonjs';

const THREE = [
  { _id: 'n0', n: 0 },
  { _id: 'n1', n: 1 },
  { _id: 'n2', n: 2 },
];

/** One document, named by its id. */
export const BY_ID_CASES: readonly ConformanceCase[] = [
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
