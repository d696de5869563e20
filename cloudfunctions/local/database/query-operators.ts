import { notEmulated } from '../protocol/cloud-error';
import { isPlainObject } from '../protocol/plain';

const KNOWN = new Set([
  ...['$and', '$or', '$nor', '$not', '$expr', '$comment'],
  ...['$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$in', '$nin', '$exists', '$type', '$mod', '$regex', '$options'],
  ...['$all', '$elemMatch', '$size'],
]);

/** A query operator that is not emulated must never silently match or miss. */
export const refuseUnknownOperators = (query: unknown): void => {
  if (Array.isArray(query)) {
    for (const part of query) refuseUnknownOperators(part);
  } else if (isPlainObject(query)) {
    for (const [key, value] of Object.entries(query)) {
      if (key.startsWith('$') && !KNOWN.has(key)) throw notEmulated(`the query operator ${key}`);
      if (key !== '$expr') refuseUnknownOperators(value);
    }
  }
};
