import type { ConformanceCase, Sdk } from '../conformance-case';
import { built, found, refused } from '../short-cases';

const DATABASE = '@cloudbase/database 1.4.3 dist/commonjs';

const square = (db: Sdk): Sdk => {
  const at = (x: number, y: number) => db.Geo.Point(x, y);
  return db.Geo.Polygon([db.Geo.LineString([at(0, 0), at(2, 0), at(2, 2), at(0, 2), at(0, 0)])]);
};

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

/** What the SDK builds or refuses by itself. */
export const CONSTRUCTION_CASES: readonly ConformanceCase[] = [...GEOMETRY, ...EXPRESSIONS];
