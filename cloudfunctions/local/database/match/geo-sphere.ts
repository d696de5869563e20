/** A point of the unit sphere. */
export type Vector = readonly [x: number, y: number, z: number];
/** Closed: the last vertex is followed by the first. */
export type Ring = readonly Vector[];
export type Arc = readonly [from: Vector, to: Vector];

/** MongoDB's radius of the earth in metres. */
export const EARTH_RADIUS = 6_378_100;

/** About 6 mm on the earth: nearer things touch. */
const TOUCHING = 1e-9;
/** Beyond the rounding of sines. */
const ON_CIRCLE = 1e-12;

const RADIANS = Math.PI / 180;

/** From degrees. */
export const vectorOf = (longitude: number, latitude: number): Vector => {
  const ring = Math.cos(latitude * RADIANS);
  return [ring * Math.cos(longitude * RADIANS), ring * Math.sin(longitude * RADIANS), Math.sin(latitude * RADIANS)];
};

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const length = (a: Vector): number => Math.hypot(...a);

/** In radians. */
export const angleBetween = (a: Vector, b: Vector): number => Math.atan2(length(cross(a, b)), dot(a, b));

/** From a point to the shortest line between two others, in radians. */
export const angleToArc = (point: Vector, [from, to]: Arc): number => {
  const normal = cross(from, to);
  const size = length(normal);
  const ends = Math.min(angleBetween(point, from), angleBetween(point, to));
  if (size === 0) return ends;
  const isBeside = dot(cross(normal, from), point) > 0 && dot(cross(to, normal), point) > 0;
  return isBeside ? Math.abs(Math.asin(Math.max(-1, Math.min(1, dot(normal, point) / size)))) : ends;
};

export const touches = (angle: number): boolean => angle <= TOUCHING;

/** On which side of an arc's great circle a point lies; 0 on it. */
const sideOf = (normal: Vector, point: Vector): number => {
  const sine = dot(normal, point) / (length(normal) || 1);
  return Math.abs(sine) < ON_CIRCLE ? 0 : Math.sign(sine);
};

/** Whether two arcs cross in a point inside both. */
export const arcsCross = ([a, b]: Arc, [c, d]: Arc): boolean => {
  const ab = cross(a, b);
  const cd = cross(c, d);
  const turn = -sideOf(ab, c);
  return turn !== 0 && turn === sideOf(ab, d) && turn === -sideOf(cd, b) && turn === sideOf(cd, a);
};

export const arcsMeet = (one: Arc, other: Arc): boolean =>
  arcsCross(one, other) ||
  one.some((end) => touches(angleToArc(end, other))) ||
  other.some((end) => touches(angleToArc(end, one)));

export const arcsOfRing = (ring: Ring): Arc[] => ring.map((from, at) => [from, ring[(at + 1) % ring.length] ?? from]);

export const arcsOfLine = (line: readonly Vector[]): Arc[] =>
  line.slice(1).map((to, at) => [line[at] ?? to, to] as const);

export const isOnRing = (point: Vector, ring: Ring): boolean =>
  arcsOfRing(ring).some((arc) => touches(angleToArc(point, arc)));

/** Of the two parts that a ring cuts the sphere into, the smaller one is meant, as in MongoDB; its border belongs to it. */
export const ringContains = (ring: Ring, point: Vector): boolean => {
  if (isOnRing(point, ring)) return true;
  const middle = ring.reduce<Vector>(
    (sum, vertex) => [sum[0] + vertex[0], sum[1] + vertex[1], sum[2] + vertex[2]],
    [0, 0, 0],
  );
  if (dot(middle, point) <= 0) return false;
  const turns = arcsOfRing(ring).reduce((sum, arc) => sum + turnSeenFrom(point, arc), 0);
  return Math.abs(turns) > Math.PI;
};

/** The angle between the directions to both ends of an arc, with its sign. */
const turnSeenFrom = (point: Vector, [from, to]: Arc): number => {
  const one = cross(point, from);
  const other = cross(point, to);
  return Math.atan2(dot(point, cross(one, other)), dot(one, other));
};
