import type { CaseTools, ConformanceCase, Sdk } from '../conformance-case';
import { finds, manual, refusesQuery, type Where } from '../finding';

const point = (longitude: number, latitude: number) => ({ type: 'Point', coordinates: [longitude, latitude] });
const box = (west: number, south: number, east: number, north: number) => [
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ],
];

const documents = [
  { _id: 'a', at: point(1, 1) },
  { _id: 'b', at: point(5, 5) },
  { _id: 'c', at: point(20, 20) },
  {
    _id: 'd',
    at: {
      type: 'LineString',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
  },
  {
    _id: 'e',
    at: {
      type: 'LineString',
      coordinates: [
        [5, 8],
        [15, 8],
      ],
    },
  },
  { _id: 'f', at: { type: 'Polygon', coordinates: box(2, 2, 4, 4) } },
  { _id: 'g', at: { type: 'Polygon', coordinates: box(8, 8, 12, 12) } },
  {
    _id: 'h',
    at: {
      type: 'MultiPoint',
      coordinates: [
        [2, 3],
        [30, 30],
      ],
    },
  },
  { _id: 'i', at: [7, 7] },
  { _id: 'j', at: 'here' },
  { _id: 'k' },
];

const WITHIN = { api: 'command.geoWithin', source: manual('operator/query/geoWithin'), documents };
const INTERSECTS = { api: 'command.geoIntersects', source: manual('operator/query/geoIntersects'), documents };

const polygon = ({ db }: CaseTools, ...rings: readonly (readonly (readonly [number, number])[])[]): Sdk => {
  const { Polygon, LineString, Point } = db.Geo;
  return Polygon(rings.map((ring) => LineString(ring.map(([longitude, latitude]) => Point(longitude, latitude)))));
};

const square = (west: number, south: number, east: number, north: number) =>
  box(west, south, east, north)[0] as unknown as readonly (readonly [number, number])[];

const within = (name: string, where: Where, found: string): ConformanceCase => finds(WITHIN, name, where, found);
const meets = (name: string, where: Where, found: string): ConformanceCase => finds(INTERSECTS, name, where, found);

const WITHIN_CASES: readonly ConformanceCase[] = [
  within(
    'points, lines and polygons as a whole',
    (tools) => ({ at: tools._.geoWithin({ geometry: polygon(tools, square(0, 0, 10, 10)) }) }),
    'a b d f i',
  ),
  within(
    'not what lies in a hole',
    (tools) => ({ at: tools._.geoWithin({ geometry: polygon(tools, square(0, 0, 10, 10), square(4.5, 4.5, 6, 6)) }) }),
    'a d f i',
  ),
  within(
    'any of several polygons',
    (tools) => ({
      at: tools._.geoWithin({
        geometry: tools.db.Geo.MultiPolygon([
          polygon(tools, square(0, 0, 2, 2)),
          polygon(tools, square(19, 19, 31, 31)),
        ]),
      }),
    }),
    'a c',
  ),
  within('a circle of radians', ({ _ }) => ({ at: _.geoWithin({ centerSphere: [[1, 1], 100 / 6378.1] }) }), 'a'),
  within(
    'a circle around a point of the SDK',
    ({ _, db }) => ({ at: _.geoWithin({ centerSphere: [db.Geo.Point(5, 5), 320 / 6378.1] }) }),
    'b i',
  ),
  within(
    'beside another condition',
    (tools) => ({ _id: 'b', at: tools._.geoWithin({ geometry: polygon(tools, square(0, 0, 10, 10)) }) }),
    'b',
  ),
  within(
    'the sides of a polygon are great circles',
    (tools) => ({ at: tools._.geoWithin({ geometry: polygon(tools, square(-60, 19, 100, 21)) }) }),
    '',
  ),
  within(
    'a circle larger than half of the earth',
    ({ _ }) => ({ _id: _.in(['a', 'b', 'c', 'i']), at: { $not: { $geoWithin: { $centerSphere: [[180, 0], 3] } } } }),
    'a b',
  ),
  refusesQuery(
    WITHIN,
    'a line is no area',
    () => ({
      at: {
        $geoWithin: {
          $geometry: {
            type: 'LineString',
            coordinates: [
              [0, 0],
              [1, 1],
            ],
          },
        },
      },
    }),
    '$geoWithin not supported with provided geometry',
  ),
  refusesQuery(
    WITHIN,
    'a polygon whose sides cross',
    (tools) => ({
      at: tools._.geoWithin({
        geometry: polygon(tools, [
          [0, 0],
          [2, 2],
          [2, 0],
          [0, 2],
          [0, 0],
        ]),
      }),
    }),
    'Edges 0 and 2 cross',
  ),
  refusesQuery(
    WITHIN,
    'a ring that is open',
    () => ({
      at: {
        $geoWithin: {
          $geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [0, 0],
                [1, 0],
                [1, 1],
              ],
            ],
          },
        },
      },
    }),
    'Loop is not closed',
  ),
  refusesQuery(
    WITHIN,
    'a kind that does not exist',
    () => ({ at: { $geoWithin: { $geometry: { type: 'Cube', coordinates: [] } } } }),
    'unknown GeoJSON type',
  ),
];

const INTERSECT_CASES: readonly ConformanceCase[] = [
  meets(
    'a polygon with everything that it touches',
    (tools) => ({ at: tools._.geoIntersects({ geometry: polygon(tools, square(0, 0, 9, 9)) }) }),
    'a b d e f g h i',
  ),
  meets('a point in a polygon', ({ _, db }) => ({ at: _.geoIntersects({ geometry: db.Geo.Point(10, 10) }) }), 'g'),
  meets('a point with itself', ({ _, db }) => ({ at: _.geoIntersects({ geometry: db.Geo.Point(20, 20) }) }), 'c'),
  meets(
    'a line crosses lines and polygons',
    ({ _, db }) => ({
      at: _.geoIntersects({ geometry: db.Geo.LineString([db.Geo.Point(9, 7), db.Geo.Point(9, 20)]) }),
    }),
    'e g',
  ),
  meets('nothing', ({ _, db }) => ({ at: _.geoIntersects({ geometry: db.Geo.Point(-50, -50) }) }), ''),
  meets(
    'any of several points',
    ({ _, db }) => ({
      at: _.geoIntersects({ geometry: db.Geo.MultiPoint([db.Geo.Point(3, 3), db.Geo.Point(30, 30)]) }),
    }),
    'f h',
  ),
];

export const GEO_CASES: readonly ConformanceCase[] = [...WITHIN_CASES, ...INTERSECT_CASES];
