import { requestFailed } from '../../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../../protocol/plain';
import { angleBetween, arcsCross, arcsOfRing, type Ring, touches, type Vector, vectorOf } from './geo-sphere';

/** What a GeoJSON geometry consists of. A polygon's first ring is its border, the others are holes. */
export type Shape = {
  readonly points: readonly Vector[];
  readonly lines: readonly (readonly Vector[])[];
  readonly polygons: readonly (readonly Ring[])[];
};

const NOTHING: Shape = { points: [], lines: [], polygons: [] };

/** The shape of a stored value, or nothing when it is none. Old pairs `[longitude, latitude]` are points. */
export const storedShape = (value: unknown): Shape | undefined => {
  try {
    if (Array.isArray(value)) return { ...NOTHING, points: [pointOf(value)] };
    return isPlainObject(value) && typeof value.type === 'string' ? shapeOf(value) : undefined;
  } catch {
    return undefined;
  }
};

/** The shape of a GeoJSON geometry in a query; refuses what MongoDB refuses. */
export const queriedShape = (value: unknown): Shape => {
  if (!isPlainObject(value)) throw requestFailed(`unknown GeoJSON type: ${JSON.stringify(value)}`);
  return shapeOf(value);
};

const shapeOf = (geometry: PlainObject): Shape => {
  if (geometry.type === 'GeometryCollection')
    return collected(listOf(geometry.geometries, 'geometries').map(queriedShape));
  const reader = typeof geometry.type === 'string' ? READERS.get(geometry.type) : undefined;
  if (!reader) throw requestFailed(`unknown GeoJSON type: ${JSON.stringify(geometry)}`);
  return { ...NOTHING, ...reader(geometry.coordinates) };
};

const collected = (shapes: readonly Shape[]): Shape => ({
  points: shapes.flatMap(({ points }) => points),
  lines: shapes.flatMap(({ lines }) => lines),
  polygons: shapes.flatMap(({ polygons }) => polygons),
});

const READERS = new Map<string, (coordinates: unknown) => Partial<Shape>>([
  ['Point', (coordinates) => ({ points: [pointOf(coordinates)] })],
  ['MultiPoint', (coordinates) => ({ points: pointsOf(coordinates, 'MultiPoint', 1) })],
  ['LineString', (coordinates) => ({ lines: [lineOf(coordinates)] })],
  ['MultiLineString', (coordinates) => ({ lines: listOf(coordinates, 'MultiLineString').map(lineOf) })],
  ['Polygon', (coordinates) => ({ polygons: [polygonOf(coordinates)] })],
  ['MultiPolygon', (coordinates) => ({ polygons: listOf(coordinates, 'MultiPolygon').map(polygonOf) })],
]);

const listOf = (value: unknown, what: string): readonly unknown[] => {
  if (Array.isArray(value) && value.length > 0) return value;
  throw requestFailed(`${what} coordinates must be a non-empty array`);
};

export const pointOf = (value: unknown): Vector => {
  const [longitude, latitude] = Array.isArray(value) ? value : [];
  if (typeof longitude !== 'number' || typeof latitude !== 'number')
    throw requestFailed('Point must only contain numeric elements');
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90)
    throw requestFailed(`longitude/latitude is out of bounds, lng: ${longitude} lat: ${latitude}`);
  return vectorOf(longitude, latitude);
};

const pointsOf = (value: unknown, what: string, least: number): Vector[] => {
  const list = listOf(value, what);
  if (list.length < least) throw requestFailed(`${what} must have at least ${least} vertices`);
  return list.map(pointOf);
};

const lineOf = (value: unknown): Vector[] => pointsOf(value, 'LineString', 2);

const polygonOf = (value: unknown): Ring[] => listOf(value, 'Polygon').map(ringOf);

const ringOf = (value: unknown): Ring => {
  const vertices = pointsOf(value, 'Polygon', 1);
  const [first, last] = [vertices[0], vertices.at(-1)];
  if (!first || !last || !touches(angleBetween(first, last)))
    throw requestFailed(`Loop is not closed: ${JSON.stringify(value)}`);
  const ring = vertices
    .slice(0, -1)
    .filter((vertex, at, all) => !touches(angleBetween(vertex, all[at - 1] ?? last)) || at === 0);
  if (ring.length < 3) throw requestFailed(`Loop must have at least 3 different vertices: ${JSON.stringify(value)}`);
  refuseCrossing(ring);
  return ring;
};

const refuseCrossing = (ring: Ring): void => {
  const arcs = arcsOfRing(ring);
  for (const [at, one] of arcs.entries()) {
    const other = arcs.findIndex((arc, position) => position > at + 1 && arcsCross(one, arc));
    if (other >= 0) throw requestFailed(`Loop is not valid: Edges ${at} and ${other} cross`);
  }
};
