import type { ConformanceCase } from '../conformance-case';

const SOURCE = 'https://www.mongodb.com/docs/v4.2/reference/method/db.collection.find/#projection';
const operator = (name: string): string => `https://www.mongodb.com/docs/v4.2/reference/operator/projection/${name}/`;

const documents = [
  {
    _id: 'a',
    n: 1,
    sub: { x: 1, y: { z: 2, w: 3 } },
    list: [1, 2, 3, 4, 5],
    rows: [{ k: 1, v: 'p' }, { k: 2, v: 'q' }, 7],
    deep: [[{ k: 1, l: 2 }], { k: 3 }],
  },
];

const left = (
  name: string,
  projection: object,
  answers: object,
  source = SOURCE,
  where: object = { _id: 'a' },
): ConformanceCase => ({
  ...{ api: 'collection.field', name, source, documents, answers },
  run: async ({ collection }) => (await collection.where(where).field(projection).get()).data[0],
});

const refused = (
  name: string,
  projection: object,
  errMsg: string,
  source = SOURCE,
  where: object = {},
): ConformanceCase => ({
  ...{ api: 'collection.field', name, source, documents, refuses: { errCode: -502001, errMsg } },
  run: async ({ collection }) => (await collection.where(where).field(projection).get()).data,
});

const [whole] = documents as [(typeof documents)[0]];
const { _id, ...withoutId } = whole;
const { n, ...withoutN } = whole;

const without = (...fields: string[]): object => Object.fromEntries(fields.map((field) => [field, false]));

const PATHS: readonly ConformanceCase[] = [
  left('named fields and _id', { n: true }, { _id, n }),
  left('_id may be left out', { n: true, _id: false }, { n }),
  left('only _id left out', { _id: false }, withoutId),
  left('only _id', { _id: true }, { _id }),
  left('fields left out', { n: false }, withoutN),
  left('a field that is not there', { nowhere: true }, { _id }),
  left('a nested field', { 'sub.y.z': true }, { _id, sub: { y: { z: 2 } } }),
  left('a nested field left out', { 'sub.y': false, list: false, rows: false, deep: false }, { _id, n, sub: { x: 1 } }),
  left('a field of elements: other elements go', { 'rows.k': true }, { _id, rows: [{ k: 1 }, { k: 2 }] }),
  left(
    'a field of elements left out: other elements stay',
    { 'rows.k': false, ...without('deep', 'sub', 'list', 'n') },
    {
      _id,
      rows: [{ v: 'p' }, { v: 'q' }, 7],
    },
  ),
  left('a field in lists in lists', { 'deep.k': true }, { _id, deep: [[{ k: 1 }], { k: 3 }] }),
  left('a path into a scalar', { 'n.x': true }, { _id }),
  left(
    'a number above 0 names a field, 0 leaves it out',
    { n: 5, _id: 0 },
    { n },
    '@cloudbase/database 1.4.3 dist/commonjs/query.js: field',
  ),
  left('a text says nothing', { n: 'yes' }, whole, '@cloudbase/database 1.4.3 dist/commonjs/query.js: field'),
  refused(
    'named and left out fields together',
    { n: true, list: false },
    'Projection cannot have a mix of inclusion and exclusion.',
  ),
];

const SLICE = operator('slice');
const sliced = (name: string, operand: unknown, list: unknown): ConformanceCase =>
  left(name, { list: { $slice: operand } }, { ...whole, list }, SLICE);

const SLICES: readonly ConformanceCase[] = [
  sliced('$slice: the first, other fields stay', 2, [1, 2]),
  sliced('$slice: the last', -2, [4, 5]),
  sliced('$slice: after some', [1, 2], [2, 3]),
  sliced('$slice: from the end', [-3, 2], [3, 4]),
  sliced('$slice: from before the beginning', [-9, 2], [1, 2]),
  sliced('$slice: beyond the end', [9, 2], []),
  left('$slice: beside a named field', { n: true, list: { $slice: 1 } }, { _id, n, list: [1] }, SLICE),
  left('$slice: beside a field left out', { n: false, list: { $slice: 1 } }, { ...withoutN, list: [1] }, SLICE),
  left('$slice: of no list', { n: { $slice: 1 } }, whole, SLICE),
  refused('$slice: no elements after some', { list: { $slice: [1, 0] } }, '$slice limit must be positive', SLICE),
  {
    ...{
      api: 'command.project.slice',
      name: 'the command',
      source: '@cloudbase/database 1.4.3 dist/commonjs/command.js: project',
    },
    ...{ documents, answers: { ...whole, list: [1] } },
    run: async ({ collection, _ }) => (await collection.field({ list: _.project.slice(1) }).get()).data[0],
  },
];

const ELEM_MATCH = operator('elemMatch');
const ELEMENTS: readonly ConformanceCase[] = [
  left(
    '$elemMatch: the first that matches',
    { rows: { $elemMatch: { k: 2 } } },
    { _id, rows: [{ k: 2, v: 'q' }] },
    ELEM_MATCH,
  ),
  left('$elemMatch: of scalars', { list: { $elemMatch: { $gt: 2 } } }, { _id, list: [3] }, ELEM_MATCH),
  left('$elemMatch: none takes the field away', { rows: { $elemMatch: { k: 9 } } }, { _id }, ELEM_MATCH),
  left('$elemMatch: of no list', { n: { $elemMatch: { $gt: 0 } } }, { _id }, ELEM_MATCH),
  left(
    '$elemMatch: beside a named field',
    { n: true, rows: { $elemMatch: { v: 'p' } } },
    { _id, n, rows: [{ k: 1, v: 'p' }] },
    ELEM_MATCH,
  ),
  refused(
    '$elemMatch: a path',
    { 'sub.list': { $elemMatch: { k: 1 } } },
    'Cannot use $elemMatch projection on a nested field.',
    ELEM_MATCH,
  ),
  {
    ...{
      api: 'command.project.elemMatch',
      name: 'the command',
      source: '@cloudbase/database 1.4.3 dist/commonjs/command.js: project',
    },
    ...{ documents, answers: { _id, rows: [{ k: 1, v: 'p' }] } },
    run: async ({ collection, _ }) => (await collection.field({ rows: _.project.elemMatch({ k: 1 }) }).get()).data[0],
  },
];

const POSITION = operator('positional');
const POSITIONS: readonly ConformanceCase[] = [
  left('$: the element that the query found', { 'rows.$': true }, { _id, rows: [{ k: 2, v: 'q' }] }, POSITION, {
    'rows.k': 2,
  }),
  left('$: of scalars', { 'list.$': true }, { _id, list: [4] }, POSITION, { list: { $gt: 3 } }),
  left('$: with $elemMatch in the query', { 'rows.$': true }, { _id, rows: [{ k: 2, v: 'q' }] }, POSITION, {
    rows: { $elemMatch: { k: { $gt: 1 }, v: 'q' } },
  }),
  left('$: beside a named field', { n: true, 'list.$': true }, { _id, n, list: [2] }, POSITION, { list: 2 }),
  refused(
    '$: of a list that the query does not ask',
    { 'list.$': true },
    'Positional operator does not match the query specifier.',
    POSITION,
    { n: 1 },
  ),
];

export const PROJECTION_CASES: readonly ConformanceCase[] = [...PATHS, ...SLICES, ...ELEMENTS, ...POSITIONS];
