import { Query } from 'mingo/query';
import { CloudError } from '../protocol/cloud-error';
import type { PlainObject } from '../protocol/plain';
import { mingoOptions } from './mingo-options';
import { refuseUnknownOperators } from './query-operators';

export type Filter = { readonly query: PlainObject; test(document: PlainObject): boolean };

/** The exact meaning of a filter. */
export const compileFilter = (query: PlainObject): Filter => {
  refuseUnknownOperators(query);
  const compiled = guarded(() => new Query<PlainObject>(query, mingoOptions));
  return { query, test: (document) => guarded(() => compiled.test(document)) };
};

/** What the query engine refuses is the caller's mistake, as in the cloud. */
export const guarded = <T>(action: () => T): T => {
  try {
    return action();
  } catch (error) {
    if (error instanceof CloudError) throw error;
    throw new CloudError('DATABASE_REQUEST_FAILED', error instanceof Error ? error.message : String(error));
  }
};
