import { requestFailed } from '../../protocol/cloud-error';
import { isPlainObject } from '../../protocol/plain';
import { compileFilter } from './filter';

/** Refuses what `$match` does not take, before anything is read. */
export const refuseUnknownOperators = (query: unknown): void => {
  if (!isPlainObject(query)) throw requestFailed('the match filter must be an expression in an object');
  if (compileFilter(query).distance)
    throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in this context');
};
