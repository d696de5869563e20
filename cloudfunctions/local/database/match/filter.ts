import { CloudError } from '../../protocol/cloud-error';
import type { PlainObject } from '../../protocol/plain';
import { expressionsWith } from '../expressions/compile';
import { distanceOf } from './geo-operators';
import { compileQuery } from './match';

export type Filter = {
  readonly query: PlainObject;
  test(document: PlainObject): boolean;
  /** With `$near`: metres from its point; the answer is in this order when no other is asked for. */
  readonly distance?: (document: unknown) => number;
};

/** The exact meaning of a filter. */
export const compileFilter = (query: PlainObject): Filter => {
  const test = guarded(() => compileQuery(query, expressionsWith({})));
  const distance = distanceOf(query);
  return { query, test: (document) => guarded(() => test(document)), ...(distance && { distance }) };
};

/** What the expression engine refuses is the caller's mistake, as in the cloud. */
export const guarded = <T>(action: () => T): T => {
  try {
    return action();
  } catch (error) {
    if (error instanceof CloudError) throw error;
    throw new CloudError('DATABASE_REQUEST_FAILED', error instanceof Error ? error.message : String(error));
  }
};
