import type { CaseTools, ConformanceCase, Sdk } from '../conformance-case';
import { manual } from '../finding';

const SALES = [
  { _id: 1, shop: 'A', price: 10, tags: ['x', 'y'], sub: { n: 1 } },
  { _id: 2, shop: 'B', price: 25, tags: [], sub: { n: 2 } },
  { _id: 3, shop: 'A', price: 40, sub: { n: 3 } },
];

type Build = (start: Sdk, tools: CaseTools) => Sdk;

const stage = (api: string, name: string, build: Build, answers: unknown): ConformanceCase => ({
  ...{ api: `aggregate.${api}`, name, source: manual(`operator/aggregation/${api}`), documents: SALES },
  run: async (tools) => (await build(tools.collection.aggregate(), tools).end()).list,
  answers,
});

const ids = (...wanted: readonly number[]) => wanted.map((_id) => ({ _id }));

export const STAGE_CASES: readonly ConformanceCase[] = [
  stage(
    'addFields',
    'keeps the others and reaches into objects',
    (a) => a.match({ _id: 1 }).addFields({ 'sub.twice': { $multiply: ['$price', 2] } }),
    [{ _id: 1, shop: 'A', price: 10, tags: ['x', 'y'], sub: { n: 1, twice: 20 } }],
  ),
  stage(
    'bucket',
    'with its default for what is outside',
    (a) =>
      a.bucket({ groupBy: '$price', boundaries: [0, 20, 30], default: 'more', output: { count: { $sum: 1 } } }).sort({
        count: 1,
        _id: 1,
      }),
    [
      { _id: 0, count: 1 },
      { _id: 20, count: 1 },
      { _id: 'more', count: 1 },
    ],
  ),
  stage('bucketAuto', 'divides evenly', (a) => a.bucketAuto({ groupBy: '$price', buckets: 3 }), [
    { _id: { min: 10, max: 25 }, count: 1 },
    { _id: { min: 25, max: 40 }, count: 1 },
    { _id: { min: 40, max: 40 }, count: 1 },
  ]),
  stage('count', 'under a name', (a) => a.match({ shop: 'A' }).count('shops'), [{ shops: 2 }]),
  stage('count', 'of nothing is no document', (a) => a.match({ shop: 'C' }).count('shops'), []),
  stage(
    'group',
    'sums and collects by a key',
    (a, { $ }) =>
      a
        .sort({ _id: 1 })
        .group({ _id: '$shop', sum: $.sum('$price'), all: $.push('$_id') })
        .sort({ _id: 1 }),
    [
      { _id: 'A', sum: 50, all: [1, 3] },
      { _id: 'B', sum: 25, all: [2] },
    ],
  ),
  stage('limit', 'takes the first', (a) => a.sort({ _id: 1 }).limit(1).project({ _id: 1 }), ids(1)),
  stage(
    'lookup',
    'joins equal fields',
    (a, { collectionName }) =>
      a
        .match({ _id: 2 })
        .lookup({ from: collectionName, localField: 'shop', foreignField: 'shop', as: 'same' })
        .project({ 'same._id': 1 }),
    [{ _id: 2, same: [{ _id: 2 }] }],
  ),
  stage(
    'lookup',
    'with a pipeline and variables',
    (a, { $, collectionName }) =>
      a
        .match({ _id: 2 })
        .lookup({
          from: collectionName,
          let: { price: '$price' },
          pipeline: $.pipeline()
            .match({ $expr: { $lt: ['$price', '$$price'] } })
            .project({ _id: 1 })
            .done(),
          as: 'cheaper',
        })
        .project({ cheaper: 1 }),
    [{ _id: 2, cheaper: [{ _id: 1 }] }],
  ),
  stage(
    'match',
    'means what a query means',
    (a, { _ }) =>
      a
        .match({ price: _.gt(20) })
        .sort({ _id: 1 })
        .project({ _id: 1 }),
    ids(2, 3),
  ),
  stage('project', 'leaves fields out', (a) => a.match({ _id: 3 }).project({ sub: 0, price: 0 }), [
    { _id: 3, shop: 'A' },
  ]),
  stage('replaceRoot', 'puts an object in place of each', (a) => a.sort({ _id: 1 }).replaceRoot({ newRoot: '$sub' }), [
    { n: 1 },
    { n: 2 },
    { n: 3 },
  ]),
  stage(
    'sample',
    'of more than there are is all, each once',
    (a) => a.sample({ size: 9 }).sort({ _id: 1 }).project({ _id: 1 }),
    ids(1, 2, 3),
  ),
  stage('skip', 'leaves the first out', (a) => a.sort({ _id: 1 }).skip(2).project({ _id: 1 }), ids(3)),
  stage('sort', 'by several fields', (a) => a.sort({ shop: -1, price: -1 }).project({ _id: 1 }), ids(2, 3, 1)),
  stage('sortByCount', 'the most frequent first', (a) => a.sortByCount('$shop'), [
    { _id: 'A', count: 2 },
    { _id: 'B', count: 1 },
  ]),
  stage('unwind', 'drops empty and missing lists', (a) => a.unwind('$tags').sort({ tags: 1 }).project({ tags: 1 }), [
    { _id: 1, tags: 'x' },
    { _id: 1, tags: 'y' },
  ]),
  stage(
    'unwind',
    'keeps them when asked, and numbers the others',
    (a) =>
      a
        .unwind({ path: '$tags', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true })
        .sort({ _id: 1, at: 1 })
        .project({ tags: 1, at: 1 }),
    [
      { _id: 1, tags: 'x', at: 0 },
      { _id: 1, tags: 'y', at: 1 },
      { _id: 2, at: null },
      { _id: 3, at: null },
    ],
  ),
  stage('end', 'answers a list, also of nothing', (a) => a.match({ _id: 9 }), []),
];
