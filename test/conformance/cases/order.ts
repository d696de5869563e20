import type { CaseTools, ConformanceCase, Sdk } from '../conformance-case';
import { manual, wechat } from '../finding';

const documents = [
  { _id: 'a', v: 3, g: 1 },
  { _id: 'b', v: 'x', g: 1 },
  { _id: 'c', v: null, g: 2 },
  { _id: 'd', g: 2 },
  { _id: 'e', v: true, g: 1 },
  { _id: 'f', v: new Date(5), g: 2 },
  { _id: 'g', v: { k: 1 }, g: 1 },
  { _id: 'h', v: [2, 9], g: 3 },
  { _id: 'i', v: [], g: 3 },
  { _id: 'j', v: -1.5, g: 3 },
  { _id: 'k', v: Number.NaN, g: 3 },
  { _id: 'l', v: false, g: 3 },
];

type Order = readonly (readonly [field: string, direction: 'asc' | 'desc'])[];

const idsInOrder =
  (orders: Order, where: object = {}) =>
  async ({ collection }: CaseTools): Promise<string> => {
    const query = orders.reduce(
      (one: Sdk, [field, direction]) => one.orderBy(field, direction),
      collection.where(where),
    );
    return (await query.get()).data.map(({ _id }: Sdk) => _id).join(' ');
  };

const TYPES = manual('bson-type-comparison-order');
const SORT = manual('method/cursor.sort');

const ordered = (name: string, source: string, orders: Order, answers: string, where?: object): ConformanceCase => ({
  ...{ api: 'collection.orderBy', name, source, documents, answers },
  run: idsInOrder(orders, where),
});

const ORDERS: readonly ConformanceCase[] = [
  ordered(
    'by type, then by value',
    TYPES,
    [
      ['v', 'asc'],
      ['_id', 'asc'],
    ],
    'i c d k j h a b g l e f',
  ),
  ordered(
    'downwards',
    TYPES,
    [
      ['v', 'desc'],
      ['_id', 'asc'],
    ],
    'f e l g b h a j k c d i',
  ),
  ordered('a list by its smallest element upwards', SORT, [['v', 'asc']], 'j h a', { v: { $gte: -2 } }),
  ordered('a list by its largest element downwards', SORT, [['v', 'desc']], 'h a j', { v: { $gte: -2 } }),
  ordered(
    'null and missing stand together',
    TYPES,
    [
      ['v', 'asc'],
      ['_id', 'desc'],
    ],
    'd c',
    { v: null },
  ),
  ordered(
    'several fields, the first counts most',
    SORT,
    [
      ['g', 'desc'],
      ['_id', 'asc'],
    ],
    'h i j k l c d f a b e g',
  ),
  ordered(
    'a path',
    SORT,
    [
      ['v.k', 'desc'],
      ['_id', 'asc'],
    ],
    'g a b c d e f h i j k l',
  ),
  ordered(
    'the same field twice: the last direction',
    '@cloudbase/database 1.4.3 dist/commonjs/query.js: orderBy',
    [
      ['_id', 'asc'],
      ['_id', 'desc'],
    ],
    'l k j i h',
    { g: 3 },
  ),
  {
    ...{
      api: 'collection.orderBy',
      name: 'two lists at once',
      source: SORT,
      documents: [{ _id: 'a', x: [1, 2], y: [3, 4] }],
    },
    run: idsInOrder([
      ['x', 'asc'],
      ['y', 'asc'],
    ]),
    refuses: { errCode: -502001, errMsg: 'cannot sort with keys that are parallel arrays' },
  },
];

const many = Array.from({ length: 1_005 }, (_, at) => ({ _id: String(10_000 + at), at }));

const page = (api: string, name: string, run: (tools: CaseTools) => Sdk, answers: unknown): ConformanceCase => ({
  ...{ api, name, source: wechat('Collection.limit'), documents: many, answers },
  run: async (tools) => {
    const { data } = await run(tools).get();
    return [data.length, data[0]?.at];
  },
});

const PAGES: readonly ConformanceCase[] = [
  page(
    'collection.get',
    '100 documents when no limit is given',
    ({ collection }) => collection.orderBy('_id', 'asc'),
    [100, 0],
  ),
  page(
    'collection.limit',
    'of 1,000 at the most',
    ({ collection }) => collection.orderBy('_id', 'asc').limit(5_000),
    [1_000, 0],
  ),
  page(
    'collection.limit',
    'of 0 counts as none',
    ({ collection }) => collection.orderBy('_id', 'asc').limit(0),
    [100, 0],
  ),
  page('collection.skip', 'then limit', ({ collection }) => collection.orderBy('_id', 'asc').limit(2).skip(3), [2, 3]),
  page('collection.skip', 'beyond the end', ({ collection }) => collection.orderBy('_id', 'asc').skip(2_000), [
    0,
    undefined,
  ]),
  page(
    'collection.skip',
    'with a condition',
    ({ collection, _ }) =>
      collection
        .where({ at: _.gte(900) })
        .orderBy('_id', 'desc')
        .skip(100),
    [5, 904],
  ),
  {
    ...{
      api: 'collection.count',
      name: 'leaves limit and skip out',
      source: '@cloudbase/database 1.4.3 dist/commonjs/query.js: count',
    },
    ...{ documents: many, answers: 1_005 },
    run: async ({ collection }) => (await collection.where({}).skip(5).limit(3).count()).total,
  },
  {
    ...{
      api: 'collection.count',
      name: 'by a condition',
      source: wechat('Collection.count'),
      documents: many,
      answers: 5,
    },
    run: async ({ collection, _ }) => (await collection.where({ at: _.gte(1_000) }).count()).total,
  },
];

export const ORDER_CASES: readonly ConformanceCase[] = [...ORDERS, ...PAGES];
