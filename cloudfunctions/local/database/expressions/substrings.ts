import { requestFailed } from '../../protocol/cloud-error';
import { coerced } from './coercion';
import { isNothing, type Operator, type Operators, ofArguments } from './operator';
import { typeNameOf } from './type-name';

const numberOf = (name: string, what: string, value: unknown): number => {
  if (typeof value === 'number') return Math.trunc(value);
  throw requestFailed(`${name}: ${what} must be a numeric type (is BSON type ${typeNameOf(value)})`);
};

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

const substrBytes: Operator = ofArguments('$substrBytes', 3, 3, (value, start, count) => {
  const bytes = Buffer.from(coerced(value));
  const from = numberOf('$substrBytes', 'starting index', start);
  const length = numberOf('$substrBytes', 'length', count);
  if (from < 0) throw requestFailed(`$substrBytes: starting index must be non-negative (got: ${from})`);
  if (from >= bytes.length) return '';
  const to = length < 0 ? bytes.length : from + length;
  if (isContinuation(bytes[from]))
    throw requestFailed('$substrBytes:  Invalid range, starting index is a UTF-8 continuation byte.');
  if (isContinuation(bytes[to]))
    throw requestFailed('$substrBytes:  Invalid range, ending index is in the middle of a UTF-8 character.');
  return bytes.subarray(from, to).toString();
});

const substrCodePoints: Operator = ofArguments('$substrCP', 3, 3, (value, start, count) => {
  const points = [...coerced(value)];
  const from = numberOf('$substrCP', 'starting index', start);
  const length = numberOf('$substrCP', 'length', count);
  if (from < 0) throw requestFailed('$substrCP: the starting index must be a non-negative integer.');
  if (length < 0) throw requestFailed('$substrCP: the length must be a non-negative integer.');
  return points.slice(from, from + length).join('');
});

/** `unitsOf` cuts a text into what is counted: bytes or code points. */
const indexOf = (name: string, unitsOf: (text: string) => readonly unknown[]): Operator =>
  ofArguments(name, 2, 4, (text, part, start = 0, end = Number.POSITIVE_INFINITY) => {
    if (isNothing(text)) return null;
    if (typeof text !== 'string')
      throw requestFailed(`${name} requires a string as the first argument, found: ${typeNameOf(text)}`);
    if (typeof part !== 'string')
      throw requestFailed(`${name} requires a string as the second argument, found: ${typeNameOf(part)}`);
    const units = unitsOf(text).slice(0, bound(name, 'ending', end));
    return firstRun(units, unitsOf(part), bound(name, 'starting', start));
  });

const bound = (name: string, which: string, value: unknown): number => {
  if (typeof value === 'number' && value >= 0) return value;
  throw requestFailed(`${name} requires a nonnegative ${which} index, found: ${String(value)}`);
};

const firstRun = (units: readonly unknown[], part: readonly unknown[], from: number): number => {
  for (let at = from; at + part.length <= units.length; at += 1)
    if (part.every((unit, offset) => units[at + offset] === unit)) return at;
  return -1;
};

/** Parts of texts, counted in UTF-8 bytes or in code points. */
export const SUBSTRINGS: Operators = {
  $substr: substrBytes,
  $substrBytes: substrBytes,
  $substrCP: substrCodePoints,
  $indexOfBytes: indexOf('$indexOfBytes', (text) => [...Buffer.from(text)]),
  $indexOfCP: indexOf('$indexOfCP', (text) => [...text]),
};
