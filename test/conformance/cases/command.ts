import type { CaseTools, ConformanceCase, Sdk } from '../conformance-case';

const DOCS = 'developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/command';
const DATABASE = '@cloudbase/database 1.4.3 dist/commonjs';
const CHAIN = `${DATABASE}/commands/logic.js and query.js: and, or`;

const documents = [1, 2, 3, 4, 5].map((n) => ({ _id: `n${n}`, n, odd: n % 2 === 1 }));

/** A query by these conditions; answers the numbers found, in order. */
const finding =
  (condition: (_: Sdk, db: Sdk) => object) =>
  async ({ collection, _, db }: CaseTools): Promise<number[]> => {
    const { data } = await collection.where(condition(_, db)).orderBy('n', 'asc').get();
    return data.map(({ n }: { n: number }) => n);
  };

const found = (
  api: string,
  name: string,
  source: string,
  condition: (_: Sdk, db: Sdk) => object,
  answers: number[],
): ConformanceCase => ({ api, name, source, documents, run: finding(condition), answers });

/** The SDK builds it without the cloud. */
const built = (api: string, name: string, source: string, run: (tools: CaseTools) => unknown, answers: unknown) => ({
  ...{ api, name, source, answers },
  run: async (tools: CaseTools) => run(tools),
});

/** The SDK refuses it before it asks the cloud. */
const refused = (api: string, name: string, source: string, run: (tools: CaseTools) => unknown, errMsg: string) => ({
  ...{ api, name, source, refuses: { errCode: -1, errMsg } },
  run: async (tools: CaseTools) => run(tools),
});

const square = (db: Sdk): Sdk => {
  const at = (x: number, y: number) => db.Geo.Point(x, y);
  return db.Geo.Polygon([db.Geo.LineString([at(0, 0), at(2, 0), at(2, 2), at(0, 2), at(0, 0)])]);
};

const CHAINS: readonly ConformanceCase[] = [
  found('chain.and', 'holds two bounds together', CHAIN, (_) => ({ n: _.gt(1).and(_.lt(4)) }), [2, 3]),
  found('chain.and', 'takes a list', CHAIN, (_) => ({ n: _.gt(1).and([_.lt(5), _.neq(3)]) }), [2, 4]),
  found('chain.or', 'lets one of two do', CHAIN, (_) => ({ n: _.lt(2).or(_.gt(4)) }), [1, 5]),
  found(
    'chain.or',
    'after and: either both, or the last',
    CHAIN,
    (_) => ({ n: _.gt(1).and(_.lt(3)).or(_.eq(5)) }),
    [2, 5],
  ),
  found('chain.gt', 'after lt is an and', CHAIN, (_) => ({ n: _.lt(4).gt(2) }), [3]),
  found('chain.gte', 'after lte is an and', CHAIN, (_) => ({ n: _.lte(4).gte(4) }), [4]),
  found('chain.lt', 'after gte is an and', CHAIN, (_) => ({ n: _.gte(2).lt(4) }), [2, 3]),
  found('chain.lte', 'after gt is an and', CHAIN, (_) => ({ n: _.gt(2).lte(4) }), [3, 4]),
  found('chain.eq', 'after neq is an and', CHAIN, (_) => ({ n: _.neq(1).eq(2) }), [2]),
  found('chain.eq', 'two values at once are never met by a single number', CHAIN, (_) => ({ n: _.eq(1).eq(2) }), []),
  found('chain.neq', 'leaves out one more', CHAIN, (_) => ({ n: _.neq(1).neq(2) }), [3, 4, 5]),
  found('chain.in', 'after neq is an and', CHAIN, (_) => ({ n: _.neq(1).in([1, 2, 3]) }), [2, 3]),
  found('chain.nin', 'after gt is an and', CHAIN, (_) => ({ n: _.gt(2).nin([4, 5]) }), [3]),
  refused(
    'chain.geoNear',
    'needs a point',
    `${DATABASE}/commands/query.js geoNear`,
    ({ _ }) => _.gt(1).geoNear({ geometry: 1 }),
    '"geometry" must be of type Point',
  ),
  refused(
    'chain.geoWithin',
    'needs a polygon or a circle',
    `${DATABASE}/commands/query.js geoWithin`,
    ({ _ }) => _.gt(1).geoWithin({ geometry: 1 }),
    'centersPhere结构不合法',
  ),
  refused(
    'chain.geoIntersects',
    'needs a geometry',
    `${DATABASE}/commands/query.js geoIntersects`,
    ({ _ }) => _.gt(1).geoIntersects({ geometry: 1 }),
    '"geometry" must be of type Point, LineString, Polygon',
  ),
];

const LOGIC: readonly ConformanceCase[] = [
  found(
    'command.and',
    'of commands on one field',
    `${DOCS}/Command.and.html`,
    (_) => ({ n: _.and([_.gt(1), _.lt(4)]) }),
    [2, 3],
  ),
  found(
    'command.and',
    'takes arguments as well as a list',
    `${DOCS}/Command.and.html`,
    (_) => ({ n: _.and(_.gt(1), _.lt(4)) }),
    [2, 3],
  ),
  found(
    'command.and',
    'of whole conditions',
    `${DOCS}/Command.and.html`,
    (_) => _.and([{ n: _.gt(1) }, { odd: true }]),
    [3, 5],
  ),
  found(
    'command.or',
    'of commands on one field',
    `${DOCS}/Command.or.html`,
    (_) => ({ n: _.or(_.eq(1), _.eq(5)) }),
    [1, 5],
  ),
  found(
    'command.or',
    'of whole conditions',
    `${DOCS}/Command.or.html`,
    (_) => _.or([{ n: 2 }, { n: _.gt(3), odd: true }]),
    [2, 5],
  ),
  found(
    'command.or',
    'inside of and',
    `${DOCS}/Command.or.html`,
    (_) => _.and([{ odd: true }, _.or([{ n: 1 }, { n: 2 }])]),
    [1],
  ),
  found(
    'command.or',
    'on two fields becomes one list: one of all is enough (a trap)',
    `${DATABASE}/serializer/query.js mergeConditionAfterEncode concatenates $or`,
    (_) => ({ n: _.or(_.eq(2), _.eq(4)), odd: _.or(_.eq(true), _.eq('yes')) }),
    [1, 2, 3, 4, 5],
  ),
  found(
    'command.nor',
    'leaves out every condition',
    `${DOCS}/Command.nor.html`,
    (_) => _.nor([{ n: 1 }, { odd: false }]),
    [3, 5],
  ),
  found('command.nor', 'on one field', `${DOCS}/Command.nor.html`, (_) => ({ n: _.nor([_.gt(3), _.eq(1)]) }), [2, 3]),
  found('command.not', 'turns a command around', `${DOCS}/Command.not.html`, (_) => ({ n: _.not(_.gt(2)) }), [1, 2]),
  found(
    'command.not',
    'also meets what has no such field',
    'www.mongodb.com/docs/manual/reference/operator/query/not/',
    (_) => ({ none: _.not(_.gt(2)) }),
    [1, 2, 3, 4, 5],
  ),
  found('command.mod', 'takes divisor and remainder', `${DOCS}/Command.mod.html`, (_) => ({ n: _.mod(2, 0) }), [2, 4]),
  found('command.mod', 'takes them as a list', `${DATABASE}/command.js mod`, (_) => ({ n: _.mod([3, 1]) }), [1, 4]),
  found('command.in', 'one of a list', `${DOCS}/Command.in.html`, (_) => ({ n: _.in([2, 9]) }), [2]),
  found(
    'command.in',
    'of nothing finds nothing',
    'www.mongodb.com/docs/manual/reference/operator/query/in/',
    (_) => ({ n: _.in([]) }),
    [],
  ),
  found(
    'command.nin',
    'of nothing finds all',
    'www.mongodb.com/docs/manual/reference/operator/query/nin/',
    (_) => ({ n: _.nin([]) }),
    [1, 2, 3, 4, 5],
  ),
  found(
    'command.expr',
    'compares two fields',
    `${DOCS}/Command.expr.html`,
    (_) => _.expr(_.aggregate.eq([_.aggregate.mod(['$n', 2]), 0])),
    [2, 4],
  ),
];

const GEOMETRY: readonly ConformanceCase[] = [
  refused(
    'Geo.Point',
    'needs numbers',
    `${DATABASE}/validate.js isGeopoint`,
    ({ db }) => db.Geo.Point('1', 2),
    'Geo Point must be number type',
  ),
  refused(
    'Geo.Point',
    'has a longitude up to 180',
    `${DATABASE}/validate.js isGeopoint`,
    ({ db }) => db.Geo.Point(181, 0),
    'longitude should be a number ranges from -180 to 180',
  ),
  refused(
    'Geo.Point',
    'has a latitude up to 90',
    `${DATABASE}/validate.js isGeopoint`,
    ({ db }) => db.Geo.Point(0, -91),
    'latitude should be a number ranges from -90 to 90',
  ),
  built(
    'Geo.Point',
    'is GeoJSON, longitude first',
    `${DATABASE}/geo/point.js toJSON`,
    ({ db }) => db.Geo.Point(113, 23).toJSON(),
    { type: 'Point', coordinates: [113, 23] },
  ),
  refused(
    'Geo.LineString',
    'needs two points',
    `${DATABASE}/geo/lineString.js`,
    ({ db }) => db.Geo.LineString([db.Geo.Point(0, 0)]),
    '"points" must contain 2 points at least',
  ),
  refused(
    'Geo.LineString',
    'needs points',
    `${DATABASE}/geo/lineString.js`,
    ({ db }) =>
      db.Geo.LineString([
        [0, 0],
        [1, 1],
      ]),
    '"points" must be of type Point[]',
  ),
  refused(
    'Geo.Polygon',
    'needs a line',
    `${DATABASE}/geo/polygon.js`,
    ({ db }) => db.Geo.Polygon([]),
    'Polygon must contain 1 linestring at least',
  ),
  refused(
    'Geo.Polygon',
    'needs a line that closes',
    `${DATABASE}/geo/polygon.js`,
    ({ db }) => db.Geo.Polygon([db.Geo.LineString([db.Geo.Point(0, 0), db.Geo.Point(1, 1)])]),
    'is not a closed cycle',
  ),
  built(
    'Geo.Polygon',
    'is GeoJSON, a list of rings',
    `${DATABASE}/geo/polygon.js toJSON`,
    ({ db }) => square(db).toJSON(),
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [2, 0],
          [2, 2],
          [0, 2],
          [0, 0],
        ],
      ],
    },
  ),
  refused(
    'Geo.MultiPoint',
    'needs a point',
    `${DATABASE}/geo/multiPoint.js`,
    ({ db }) => db.Geo.MultiPoint([]),
    '"points" must contain 1 point at least',
  ),
  refused(
    'Geo.MultiLineString',
    'needs lines',
    `${DATABASE}/geo/multiLineString.js`,
    ({ db }) => db.Geo.MultiLineString([1]),
    'must be of type LineString[]',
  ),
  refused(
    'Geo.MultiPolygon',
    'needs polygons',
    `${DATABASE}/geo/multiPolygon.js`,
    ({ db }) => db.Geo.MultiPolygon([1]),
    'must be of type Polygon[]',
  ),
  built(
    'Geo.MultiPoint',
    'is GeoJSON',
    `${DATABASE}/geo/multiPoint.js toJSON`,
    ({ db }) => db.Geo.MultiPoint([db.Geo.Point(1, 2)]).toJSON(),
    {
      type: 'MultiPoint',
      coordinates: [[1, 2]],
    },
  ),
  built(
    'Geo.MultiLineString',
    'is GeoJSON',
    `${DATABASE}/geo/multiLineString.js toJSON`,
    ({ db }) => db.Geo.MultiLineString([db.Geo.LineString([db.Geo.Point(0, 0), db.Geo.Point(1, 1)])]).toJSON(),
    {
      type: 'MultiLineString',
      coordinates: [
        [
          [0, 0],
          [1, 1],
        ],
      ],
    },
  ),
  built(
    'Geo.MultiPolygon',
    'is GeoJSON',
    `${DATABASE}/geo/multiPolygon.js toJSON`,
    ({ db }) => db.Geo.MultiPolygon([square(db)]).toJSON(),
    {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [0, 0],
            [2, 0],
            [2, 2],
            [0, 2],
            [0, 0],
          ],
        ],
      ],
    },
  ),
];

const EXPRESSIONS: readonly ConformanceCase[] = [
  refused(
    'database.RegExp',
    'needs an expression',
    `${DATABASE}/regexp/index.js`,
    ({ db }) => db.RegExp({ regexp: '' }),
    'regexp must be a string',
  ),
  found(
    'database.RegExp',
    'finds by its expression',
    'developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/Database.RegExp.html',
    (_, db) => ({ _id: db.RegExp({ regexp: '^N[12]$', options: 'i' }) }),
    [1, 2],
  ),
  found(
    'database.RegExp',
    'stands for an expression of the language',
    'developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/Database.RegExp.html',
    () => ({ _id: /^n[45]$/ }),
    [4, 5],
  ),
  {
    api: 'database.serverDate',
    name: 'is an instant of the cloud; its offset is in milliseconds',
    source: 'developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/Database.serverDate.html',
    run: async ({ db, collection }) => {
      await collection.add({ data: { _id: 'a', at: db.serverDate(), later: db.serverDate({ offset: 3_600_000 }) } });
      const { at, later } = (await collection.doc('a').get()).data;
      return [at instanceof Date, later.getTime() - at.getTime()];
    },
    answers: [true, 3_600_000],
  },
  built(
    'command.aggregate.pipeline',
    'writes stages down for a join',
    `${DATABASE}/aggregate.js done`,
    ({ $ }) => $.pipeline().match({ kind: 'a' }).limit(2).done(),
    [{ $match: { kind: 'a' } }, { $limit: 2 }],
  ),
  ...['facet', 'graphLookup', 'collStats', 'indexStats', 'out', 'redact'].map((stage) =>
    refused(
      `aggregate.${stage}`,
      'cannot be sent: the SDK itself fails (a trap)',
      `wx-server-sdk 4.0.2 src/api/database/api/database/aggregate.ts pushStage; ${DATABASE}/aggregate.js lacks it`,
      ({ collection }) => collection.aggregate()[stage]({}),
      'is not a function',
    ),
  ),
];

/** Commands in each other's company, and what the SDK builds or refuses by itself. */
export const COMMAND_CASES: readonly ConformanceCase[] = [...CHAINS, ...LOGIC, ...GEOMETRY, ...EXPRESSIONS];
