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

const numbered = (count: number): object[] =>
  Array.from({ length: count }, (_, at) => ({ _id: String(10_000 + at), at }));

const page = (
  ...[api, name, run, answers, count = 120]: readonly [string, string, (tools: CaseTools) => Sdk, unknown, number?]
): ConformanceCase => ({
  ...{ api, name, source: wechat('Collection.limit'), documents: numbered(count), answers },
  run: async (tools) => {
    const { data } = await run(tools).orderBy('_id', 'asc').get();
    return [data.length, data[0]?.at];
  },
});

const counted = (name: string, run: (tools: CaseTools) => Sdk, answers: number): ConformanceCase => ({
  ...{ api: 'collection.count', name, source: '@cloudbase/database 1.4.3 dist/commonjs/query.js: count' },
  ...{ documents: numbered(120), answers },
  run: async (tools) => (await run(tools).count()).total,
});

const PAGES: readonly ConformanceCase[] = [
  page('collection.get', '100 documents when no limit is given', ({ collection }) => collection, [100, 0]),
  page('collection.limit', 'of 1,000 at the most', ({ collection }) => collection.limit(5_000), [1_000, 0], 1_005),
  page('collection.limit', 'of 0 counts as none', ({ collection }) => collection.limit(0), [100, 0]),
  page('collection.skip', 'comes before limit', ({ collection }) => collection.limit(2).skip(3), [2, 3]),
  page('collection.skip', 'beyond the end', ({ collection }) => collection.skip(200), [0, undefined]),
  page(
    'collection.skip',
    'with a condition',
    ({ collection, _ }) => collection.where({ at: _.gte(90) }).skip(25),
    [5, 115],
  ),
  counted('leaves limit and skip out', ({ collection }) => collection.skip(5).limit(3), 120),
  counted('by a condition', ({ collection, _ }) => collection.where({ at: _.gte(100) }), 20),
];

export const ORDER_CASES: readonly ConformanceCase[] = [...ORDERS, ...PAGES];
