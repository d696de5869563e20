import type { Shape } from './geo-shapes';
import {
  type Arc,
  angleBetween,
  angleToArc,
  arcsCross,
  arcsMeet,
  arcsOfLine,
  arcsOfRing,
  isOnRing,
  type Ring,
  ringContains,
  touches,
  type Vector,
} from './geo-sphere';

const arcsOf = ({ lines, polygons }: Shape): Arc[] => [
  ...lines.flatMap(arcsOfLine),
  ...polygons.flatMap((rings) => rings.flatMap(arcsOfRing)),
];

const verticesOf = ({ points, lines, polygons }: Shape): Vector[] => [...points, ...lines.flat(), ...polygons.flat(2)];

/** The border of a hole still belongs to the polygon. */
const polygonContains = ([border = [], ...holes]: readonly Ring[], point: Vector): boolean =>
  ringContains(border, point) && !holes.some((hole) => ringContains(hole, point) && !isOnRing(point, hole));

const covers = (shape: Shape, point: Vector): boolean =>
  shape.points.some((other) => touches(angleBetween(other, point))) ||
  shape.lines.flatMap(arcsOfLine).some((arc) => touches(angleToArc(point, arc))) ||
  shape.polygons.some((polygon) => polygonContains(polygon, point));

/** Whether two shapes have a point in common. */
export const shapesMeet = (one: Shape, other: Shape): boolean => {
  if (verticesOf(one).some((point) => covers(other, point))) return true;
  if (verticesOf(other).some((point) => covers(one, point))) return true;
  const arcs = arcsOf(other);
  return arcsOf(one).some((arc) => arcs.some((against) => arcsMeet(arc, against)));
};

/** Whether a shape lies as a whole in the polygons of another. */
export const liesWithin = (inner: Shape, outer: Shape): boolean =>
  partsOf(inner).every((part) => outer.polygons.some((polygon) => partWithin(part, polygon)));

const partsOf = ({ points, lines, polygons }: Shape): Shape[] => [
  ...points.map((point) => ({ points: [point], lines: [], polygons: [] })),
  ...lines.map((line) => ({ points: [], lines: [line], polygons: [] })),
  ...polygons.map((polygon) => ({ points: [], lines: [], polygons: [polygon] })),
];

const partWithin = (part: Shape, polygon: readonly Ring[]): boolean => {
  if (!verticesOf(part).every((point) => polygonContains(polygon, point))) return false;
  const borders = polygon.flatMap(arcsOfRing);
  if (arcsOf(part).some((arc) => borders.some((border) => arcsCross(arc, border)))) return false;
  const holes = polygon.slice(1);
  return !part.polygons.some(([own = []]) => holes.some((hole) => hole.every((vertex) => ringContains(own, vertex))));
};

/** `radius` in radians. */
export const liesInCircle = (shape: Shape, centre: Vector, radius: number): boolean =>
  verticesOf(shape).every((point) => angleBetween(centre, point) <= radius);

/** The smallest angle between a point and a shape, 0 inside a polygon. */
export const angleToShape = (point: Vector, shape: Shape): number => {
  if (shape.polygons.some((polygon) => polygonContains(polygon, point))) return 0;
  return Math.min(
    ...shape.points.map((other) => angleBetween(point, other)),
    ...arcsOf(shape).map((arc) => angleToArc(point, arc)),
  );
};
