import { notEmulated, requestFailed } from '../../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../../protocol/plain';
import { someOnPath, type Test } from '../values/path-walk';
import { angleToShape, liesInCircle, liesWithin, shapesMeet } from './geo-relations';
import { pointOf, queriedShape, type Shape, storedShape } from './geo-shapes';
import { EARTH_RADIUS } from './geo-sphere';

const onShapes =
  (holds: (shape: Shape) => boolean): Test =>
  (value) => {
    const shape = storedShape(value);
    return shape !== undefined && holds(shape);
  };

const objectOperand = (operator: string, operand: unknown): PlainObject => {
  if (isPlainObject(operand)) return operand;
  throw notEmulated(`${operator} with anything but GeoJSON`);
};

const geoWithin = (operand: unknown): Test => {
  const { $geometry, $centerSphere, ...others } = objectOperand('$geoWithin', operand);
  const other = Object.keys(others)[0];
  if (other !== undefined) throw notEmulated(`$geoWithin with ${other}`);
  if ($centerSphere !== undefined) return inCircle($centerSphere);
  const area = queriedShape($geometry);
  if (area.polygons.length === 0 || area.points.length + area.lines.length > 0)
    throw requestFailed(`$geoWithin not supported with provided geometry: ${JSON.stringify($geometry)}`);
  return onShapes((shape) => liesWithin(shape, area));
};

/** `[[longitude, latitude], radius in radians]` */
const inCircle = (operand: unknown): Test => {
  const [centre, radius] = Array.isArray(operand) ? operand : [];
  if (typeof radius !== 'number' || radius < 0) throw requestFailed('radius must be a non-negative number');
  const middle = pointOf(centre);
  return onShapes((shape) => liesInCircle(shape, middle, radius));
};

const geoIntersects = (operand: unknown): Test => {
  const { $geometry } = objectOperand('$geoIntersects', operand);
  const area = queriedShape($geometry);
  return onShapes((shape) => shapesMeet(shape, area));
};

/** In metres from the query's point. */
type Distance = (value: unknown) => number | undefined;

const limitOf = (name: string, value: unknown, otherwise: number): number => {
  if (value === undefined) return otherwise;
  if (typeof value !== 'number') throw requestFailed(`${name} must be a number`);
  if (value < 0) throw requestFailed(`${name} must be non-negative`);
  return value;
};

const distanceFrom = (operand: unknown): { distance: Distance; least: number; most: number } => {
  const { $geometry, $minDistance, $maxDistance } = objectOperand('$nearSphere', operand);
  if (!isPlainObject($geometry) || $geometry.type !== 'Point')
    throw requestFailed(`invalid point in geo near query $geometry argument: ${JSON.stringify($geometry)}`);
  const middle = pointOf($geometry.coordinates);
  return {
    distance: (value) => {
      const shape = storedShape(value);
      return shape && angleToShape(middle, shape) * EARTH_RADIUS;
    },
    least: limitOf('$minDistance', $minDistance, 0),
    most: limitOf('$maxDistance', $maxDistance, Number.POSITIVE_INFINITY),
  };
};

const near = (operand: unknown): Test => {
  const { distance, least, most } = distanceFrom(operand);
  return (value) => {
    const metres = distance(value);
    return metres !== undefined && metres >= least && metres <= most;
  };
};

export const GEO_TESTS = new Map<string, (operand: unknown, condition: PlainObject) => Test>([
  ['$geoWithin', geoWithin],
  ['$geoIntersects', geoIntersects],
  ['$nearSphere', near],
  ['$near', near],
]);

/** How far a document is by the `$near` of a query, or nothing when it has none. It must stand at the top or under `$and`. */
export const distanceOf = (query: PlainObject): ((document: unknown) => number) | undefined => {
  for (const [path, condition] of Object.entries(query)) {
    if (path === '$and' && Array.isArray(condition)) {
      const found = condition.filter(isPlainObject).map(distanceOf).find(Boolean);
      if (found) return found;
    }
    const operand = isPlainObject(condition) ? (condition.$nearSphere ?? condition.$near) : undefined;
    if (operand !== undefined) return smallestDistance(path, distanceFrom(operand).distance);
  }
  return undefined;
};

const smallestDistance = (path: string, distance: Distance) => (document: unknown) => {
  let smallest = Number.POSITIVE_INFINITY;
  someOnPath(document, path.split('.'), (value) => {
    smallest = Math.min(smallest, distance(value) ?? smallest);
    return false;
  });
  return smallest;
};
