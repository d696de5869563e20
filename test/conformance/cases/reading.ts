import type { ConformanceCase } from '../conformance-case';

const DOCS = 'developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database';
const DATABASE = '@cloudbase/database 1.4.3 dist/commonjs';

const numbered = (count: number): object[] => Array.from({ length: count }, (_, n) => ({ _id: `n${n}`, n }));
const THREE = numbered(3);

/** How much and in which order a query reads. */
export const READING_CASES: readonly ConformanceCase[] = [
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
    api: 'collection.field',
    name: 'answers the chosen fields and the id',
    source: `${DOCS}/collection/Collection.field.html`,
    documents: [{ _id: 'a', x: 1, y: 2 }],
    run: async ({ collection }) => (await collection.field({ y: true }).get()).data,
    answers: [{ _id: 'a', y: 2 }],
  },
];
