import { requestFailed } from '../../protocol/cloud-error';
import { isDate } from '../../protocol/plain';
import { isNothing } from './operator';
import { typeNameOf } from './type-name';

/** Nothing is '', numbers and dates are written out, as MongoDB coerces. */
export const coerced = (value: unknown): string => {
  if (isNothing(value)) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (isDate(value)) return value.toISOString();
  throw requestFailed(`can't convert from BSON type ${typeNameOf(value)} to String`);
};
