import { requestFailed } from '../../protocol/cloud-error';
import { ELEMENT, spend } from '../values/memory-budget';
import { equalValues } from '../values/values';
import { isNothing, type Operators, ofArguments } from './operator';
import { typeNameOf } from './type-name';

const MANY = Number.POSITIVE_INFINITY;

const asList = (value: unknown, complaint: (type: string) => string): readonly unknown[] => {
  if (!Array.isArray(value)) throw requestFailed(complaint(typeNameOf(value)));
  return value;
};

const asWhole = (value: unknown, complaint: (type: string) => string): number => {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw requestFailed(complaint(typeNameOf(value)));
  return value;
};

const elementAt = (list: unknown, position: unknown): unknown => {
  if (isNothing(list) || isNothing(position)) return null;
  const items = asList(list, (type) => `$arrayElemAt's first argument must be an array, but is ${type}`);
  const at = asWhole(position, (type) => `$arrayElemAt's second argument must be a numeric value, but is ${type}`);
  return items[at < 0 ? items.length + at : at];
};

const concatenated = (...lists: readonly unknown[]): unknown => {
  const stranger = lists.find((list) => !isNothing(list) && !Array.isArray(list));
  if (stranger !== undefined) throw requestFailed(`$concatArrays only supports arrays, not ${typeNameOf(stranger)}`);
  return lists.some(isNothing) ? null : lists.flat(1);
};

const indexIn = (list: unknown, wanted: unknown, start: unknown = 0, end: unknown = MANY): number | null => {
  if (isNothing(list)) return null;
  const items = asList(list, (type) => `$indexOfArray requires an array as a first argument, found: ${type}`);
  const complaint = (): string => '$indexOfArray requires a nonnegative starting and ending index';
  const [from, to] = [asWhole(start, complaint), end === MANY ? MANY : asWhole(end, complaint)];
  if (from < 0 || to < 0) throw requestFailed(complaint());
  return items.findIndex((item, at) => at >= from && at < to && equalValues(item, wanted));
};

const range = (start: unknown, end: unknown, by: unknown = 1): number[] => {
  const from = asWhole(start, (type) => `$range requires a numeric starting value, found value of type: ${type}`);
  const to = asWhole(end, (type) => `$range requires a numeric ending value, found value of type: ${type}`);
  const step = asWhole(by, (type) => `$range requires a numeric step value, found value of type: ${type}`);
  if (step === 0) throw requestFailed('$range requires a non-zero step value');
  spend('$range', Math.max(0, (to - from) / step) * ELEMENT);
  const numbers: number[] = [];
  for (let at = from; step > 0 ? at < to : at > to; at += step) numbers.push(at);
  return numbers;
};

/** `$slice: [list, count]` or `[list, position, count]`. */
const slice = (list: unknown, ...numbers: readonly unknown[]): unknown => {
  if (isNothing(list) || numbers.some(isNothing)) return null;
  const items = asList(list, (type) => `First argument to $slice must be an array, but is of type: ${type}`);
  const [one = 0, other] = numbers.map((number) =>
    asWhole(number, (type) => `Second argument to $slice must be a numeric value, but is of type: ${type}`),
  );
  if (other === undefined) return one < 0 ? items.slice(one) : items.slice(0, one);
  if (other <= 0) throw requestFailed(`Third argument to $slice must be positive: ${other}`);
  const from = one < 0 ? Math.max(0, items.length + one) : one;
  return items.slice(from, from + other);
};

/** https://www.mongodb.com/docs/v4.2/reference/operator/aggregation/#array-expression-operators */
export const ARRAYS: Operators = {
  $arrayElemAt: ofArguments('$arrayElemAt', 2, 2, elementAt),
  $concatArrays: ofArguments('$concatArrays', 0, MANY, concatenated),
  $in: ofArguments('$in', 2, 2, (wanted, list) =>
    asList(list, (type) => `$in requires an array as a second argument, found: ${type}`).some((item) =>
      equalValues(item, wanted),
    ),
  ),
  $indexOfArray: ofArguments('$indexOfArray', 2, 4, indexIn),
  $isArray: ofArguments('$isArray', 1, 1, Array.isArray),
  $range: ofArguments('$range', 2, 3, range),
  $reverseArray: ofArguments('$reverseArray', 1, 1, (list) =>
    isNothing(list)
      ? null
      : [
          ...asList(list, (type) => `The argument to $reverseArray must be an array, but was of type: ${type}`),
        ].reverse(),
  ),
  $size: ofArguments(
    '$size',
    1,
    1,
    (list) => asList(list, (type) => `The argument to $size must be an array, but was of type: ${type}`).length,
  ),
  $slice: ofArguments('$slice', 2, 3, slice),
};
