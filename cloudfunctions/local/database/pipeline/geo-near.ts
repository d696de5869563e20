import { notEmulated, requestFailed } from '../../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../../protocol/plain';
import { findDocuments, type Reader } from '../find/read';
import type { CollectionState } from '../store/store';
import { distanceInMeters, type Position } from './geo-distance';
import { valueAt, withValue } from './unwind';

type Found = { readonly document: PlainObject; readonly place: unknown; readonly meters: number };

/** https://www.mongodb.com/docs/v4.2/reference/operator/aggregation/geoNear/, of points on the sphere and with `key` given. */
export const geoNear = (reader: Reader, collection: CollectionState, spec: unknown): PlainObject[] => {
  if (!isPlainObject(spec)) throw requestFailed('$geoNear requires a document as its argument');
  const { near, distanceField, includeLocs, key, query, limit } = spec;
  if (typeof distanceField !== 'string') throw requestFailed("$geoNear requires a 'distanceField' option as a String");
  if (typeof key !== 'string') throw notEmulated('$geoNear without key');
  const from = positionOf(near);
  if (!from) throw notEmulated('$geoNear near anything but a GeoJSON point');
  const factor = typeof spec.distanceMultiplier === 'number' ? spec.distanceMultiplier : 1;
  return findDocuments(reader, collection, { filter: isPlainObject(query) ? query : {} })
    .flatMap((document) => foundAt(document, key, from))
    .filter(({ meters }) => within(meters, spec))
    .sort((one, other) => one.meters - other.meters)
    .slice(0, typeof limit === 'number' ? limit : undefined)
    .map(({ document, place, meters }) => {
      const measured = withValue(document, distanceField.split('.'), meters * factor);
      return typeof includeLocs === 'string' ? withValue(measured, includeLocs.split('.'), place) : measured;
    });
};

const foundAt = (document: PlainObject, key: string, from: Position): Found[] => {
  const place = valueAt(document, key.split('.'));
  if (place === undefined || place === null) return [];
  const position = positionOf(place);
  if (!position) throw notEmulated('$geoNear over anything but GeoJSON points');
  return [{ document, place, meters: distanceInMeters(from, position) }];
};

const within = (meters: number, { minDistance, maxDistance }: PlainObject): boolean =>
  !(typeof minDistance === 'number' && meters < minDistance) &&
  !(typeof maxDistance === 'number' && meters > maxDistance);

const positionOf = (value: unknown): Position | undefined => {
  if (!isPlainObject(value) || value.type !== 'Point' || !Array.isArray(value.coordinates)) return undefined;
  const [longitude, latitude] = value.coordinates;
  return typeof longitude === 'number' && typeof latitude === 'number' ? [longitude, latitude] : undefined;
};
