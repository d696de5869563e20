import { angleBetween, EARTH_RADIUS, vectorOf } from '../match/geo-sphere';

/** Longitude and latitude in degrees. */
export type Position = readonly [longitude: number, latitude: number];

/** Along the shortest way over the sphere. */
export const distanceInMeters = (one: Position, other: Position): number =>
  angleBetween(vectorOf(...one), vectorOf(...other)) * EARTH_RADIUS;
