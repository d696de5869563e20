import type { CaseTools, ConformanceCase, Sdk } from '../conformance-case';

const BSON = 'bson 4.7.2 lib/extended_json.js';
const SERIALIZE = '@cloudbase/database 1.4.3 dist/commonjs/serializer/datatype.js: serialize';
const FORMAT = '@cloudbase/database 1.4.3 dist/commonjs/util.js: formatField';

/** Stores a value and reads it back. */
const kept = (
  name: string,
  source: string,
  value: (tools: CaseTools) => unknown,
  answers: unknown,
): ConformanceCase => ({
  ...{ api: 'collection.add', name: `keeps ${name}`, source, answers },
  run: async (tools) => {
    await tools.collection.add({ data: { _id: 'v', value: value(tools) } });
    return (await tools.collection.doc('v').get()).data.value;
  },
});

const same = (name: string, value: unknown, source = BSON): ConformanceCase => kept(name, source, () => value, value);

const KEPT: readonly ConformanceCase[] = [
  same('a whole number', 42),
  same('a decimal number', 0.1),
  same('a whole number beyond 32 bits', 1_790_000_000_000),
  same('the largest exact whole number', Number.MAX_SAFE_INTEGER),
  same('a number beyond 64 bits', 1e300),
  same('NaN', Number.NaN),
  same('infinity', Number.NEGATIVE_INFINITY),
  kept('-0 as 0', `${BSON}: serializeValue`, () => -0, 0),
  same('true', true),
  same('null', null),
  same('an empty text', ''),
  same('Chinese, an emoji and a control character', '案件😀\u0001'),
  same('an instant with milliseconds', new Date(1_790_000_000_123)),
  same('an instant before 1970', new Date(-1)),
  same('an empty object', {}),
  same('an empty list', []),
  same('lists in lists', [[1, [2]], []]),
  same('objects in lists in objects', { a: [{ b: { c: [null, false] } }] }),
  kept('an object without its undefined fields', SERIALIZE, () => ({ a: 1, b: undefined }), { a: 1 }),
  kept('undefined in a list as null', BSON, () => [1, undefined], [1, null]),
  kept(
    'an object made by a class as its fields',
    SERIALIZE,
    () =>
      new (class Tag {
        name = 'x';
      })(),
    { name: 'x' },
  ),
];

const GEO: readonly (readonly [kind: string, make: (geo: Sdk) => Sdk])[] = [
  ['Point', ({ Point }) => Point(116.4, 39.9)],
  ['LineString', ({ LineString, Point }) => LineString([Point(0, 0), Point(1, 2)])],
  [
    'Polygon',
    ({ Polygon, LineString, Point }) => Polygon([LineString([Point(0, 0), Point(3, 2), Point(2, 3), Point(0, 0)])]),
  ],
  ['MultiPoint', ({ MultiPoint, Point }) => MultiPoint([Point(0, 0), Point(1, 1)])],
  [
    'MultiLineString',
    ({ MultiLineString, LineString, Point }) => MultiLineString([LineString([Point(0, 0), Point(1, 1)])]),
  ],
  [
    'MultiPolygon',
    ({ MultiPolygon, Polygon, LineString, Point }) =>
      MultiPolygon([Polygon([LineString([Point(0, 0), Point(1, 0), Point(0, 1), Point(0, 0)])])]),
  ],
];

/** What is read is an object of the SDK again, equal to what was written. */
const GEO_KEPT: readonly ConformanceCase[] = GEO.map(([kind, make]) => ({
  ...{ api: `Geo.${kind}`, name: 'comes back as it went in', source: FORMAT, answers: [kind, true] },
  run: async ({ collection, db }) => {
    const shape = make(db.Geo);
    await collection.add({ data: { _id: 'v', value: shape } });
    const read = (await collection.doc('v').get()).data.value;
    return [read.toJSON().type, JSON.stringify(read.toJSON()) === JSON.stringify(shape.toJSON())];
  },
}));

const dateCase = (name: string, offset: number | undefined, source: string): ConformanceCase => ({
  ...{ api: 'database.serverDate', name, source, answers: [true, true] },
  run: async ({ collection, db }) => {
    const before = Date.now();
    await collection.add({ data: { _id: 'v', at: db.serverDate(offset === undefined ? undefined : { offset }) } });
    const { at } = (await collection.doc('v').get()).data;
    return [at instanceof Date, Math.abs(at.getTime() - before - (offset ?? 0)) < 60_000];
  },
});

const SERVER_DATE =
  'https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/Database.serverDate.html';

const SERVER_DATES: readonly ConformanceCase[] = [
  dateCase('is an instant', undefined, SERVER_DATE),
  dateCase('with an offset in milliseconds', 3_600_000, SERVER_DATE),
  dateCase('with an offset into the past', -86_400_000, SERVER_DATE),
  {
    ...{ api: 'database.serverDate', name: 'may be asked for', source: SERVER_DATE, answers: ['a'] },
    documents: [
      { _id: 'a', at: new Date(0) },
      { _id: 'b', at: new Date(Date.UTC(2200, 0, 1)) },
    ],
    run: async ({ collection, db, _ }) =>
      (await collection.where({ at: _.lt(db.serverDate()) }).get()).data.map(({ _id }: Sdk) => _id),
  },
];

const IDS: readonly ConformanceCase[] = [
  {
    ...{
      api: 'collection.doc',
      name: 'an _id may be a number, which is not its text',
      source: 'https://www.mongodb.com/docs/manual/core/document/#the-_id-field',
    },
    answers: ['number', 'text'],
    run: async ({ collection }) => {
      await collection.add({ data: { _id: 7, is: 'number' } });
      await collection.add({ data: { _id: '7', is: 'text' } });
      return [(await collection.doc(7).get()).data.is, (await collection.doc('7').get()).data.is];
    },
  },
  {
    ...{
      api: 'collection.orderBy',
      name: 'numbers stand before texts in _id',
      source: 'https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/',
    },
    documents: [{ _id: '10' }, { _id: 9 }, { _id: '9' }, { _id: 10 }],
    answers: [9, 10, '10', '9'],
    run: async ({ collection }) => (await collection.orderBy('_id', 'asc').get()).data.map(({ _id }: Sdk) => _id),
  },
];

export const VALUE_CASES: readonly ConformanceCase[] = [...[...KEPT, ...GEO_KEPT, ...SERVER_DATES, ...IDS]];
