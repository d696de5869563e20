import { invalid, notEmulated } from './cloud-error';
import { isDate, isPlainObject, isRegExp, type PlainObject } from './plain';
import { refusePrototypeName } from './prototype-names';
import { regularExpression } from './regular-expression';

/** MongoDB's own limit of nesting. */
const DEEPEST = 100;

/** Types of BSON that a document of the local cloud cannot hold; the SDK itself has no way to make or to read them whole. */
const UNSUPPORTED_KEYS = new Set([
  ...['$oid', '$binary', '$uuid', '$numberDecimal', '$timestamp', '$code', '$scope', '$symbol', '$minKey', '$maxKey'],
  ...['$ref', '$id', '$db', '$dbPointer'],
]);

/** Read what the SDK sends: a string of canonical extended JSON (https://www.mongodb.com/docs/manual/reference/mongodb-extended-json/). */
export const decodeEjson = (text: unknown, what: string): unknown => {
  if (typeof text !== 'string') throw invalid(`${what} must be a string of extended JSON`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw invalid(`${what} is not JSON`);
  }
  return decodeValue(parsed, 0);
};

export const decodeEjsonObject = (text: unknown, what: string): PlainObject => {
  const value = decodeEjson(text, what);
  if (!isPlainObject(value)) throw invalid(`${what} must be an object`);
  return value;
};

const decodeValue = (value: unknown, depth: number): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) throw invalid(`nested deeper than ${DEEPEST} levels`);
  if (Array.isArray(value)) return value.map((item) => decodeValue(item, depth + 1));
  if (!isPlainObject(value)) throw invalid('not extended JSON');
  const keys = Object.keys(value);
  if (keys.length > 0 && keys.every((key) => key.startsWith('$'))) {
    const special = decodeSpecial(value, keys, depth);
    if (special) return special.value;
  }
  const result: PlainObject = {};
  for (const key of keys) {
    refusePrototypeName(key);
    result[key] = decodeValue(value[key], depth + 1);
  }
  return result;
};

const decodeSpecial = (object: PlainObject, keys: readonly string[], depth: number): { value: unknown } | undefined => {
  const unsupported = keys.find((key) => UNSUPPORTED_KEYS.has(key));
  if (unsupported) throw notEmulated(`the value type ${unsupported}`);
  const [key = '', ...others] = keys;
  const decode = others.length === 0 ? SPECIAL.get(key) : undefined;
  return decode && { value: decode(object[key], depth + 1) };
};

const decodeNumber = (value: unknown, shape: RegExp): number => {
  const text = String(value);
  if (!shape.test(text)) throw invalid(`not a number: ${text.slice(0, 40)}`);
  return Number(text);
};

/** What a number of JavaScript cannot hold would come back as another. */
const decodeLong = (value: unknown): number => {
  const number = decodeNumber(value, /^-?\d{1,19}$/);
  if (String(number) !== String(value)) throw notEmulated(`a whole number beyond 2^53: ${String(value)}`);
  return number;
};

const SPECIAL = new Map<string, (value: unknown, depth: number) => unknown>([
  ['$numberInt', (value) => decodeNumber(value, /^-?\d{1,10}$/)],
  ['$numberLong', decodeLong],
  ['$numberDouble', (value) => decodeNumber(value, /^(-?Infinity|NaN|-?\d+(\.\d+)?([eE][-+]?\d+)?)$/)],
  ['$date', (value, depth) => decodeDate(value, depth)],
  ['$tcb_server_date', (value, depth) => serverDate(value, depth)],
  ['$undefined', () => null],
  ['$regularExpression', (value) => decodeExpression(value)],
]);

const decodeDate = (value: unknown, depth: number): Date => {
  const inner = decodeValue(value, depth);
  const date = new Date(typeof inner === 'number' || typeof inner === 'string' ? inner : Number.NaN);
  if (Number.isNaN(date.getTime())) throw invalid('not a date');
  return date;
};

/** `db.serverDate({ offset })`, offset in ms. */
const serverDate = (value: unknown, depth: number): Date => {
  const options = decodeValue(value, depth);
  const offset = isPlainObject(options) ? options.offset : 0;
  return new Date(Date.now() + (typeof offset === 'number' ? offset : 0));
};

const decodeExpression = (value: unknown): RegExp => {
  if (!isPlainObject(value) || typeof value.pattern !== 'string') throw invalid('not a regular expression');
  return regularExpression(value.pattern, typeof value.options === 'string' ? value.options : '');
};

/** Extended JSON that the SDK's relaxed parser reads back as plain JavaScript numbers and dates. */
export const encodeEjson = (value: unknown): string => JSON.stringify(encodeValue(value));

const encodeValue = (value: unknown): unknown => {
  if (value === undefined) return null;
  if (typeof value === 'number') return encodeNumber(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(encodeValue);
  if (isDate(value)) return { $date: { $numberLong: String(value.getTime()) } };
  if (isRegExp(value)) return { $regularExpression: { pattern: value.source, options: value.flags } };
  const result: PlainObject = {};
  for (const [key, item] of Object.entries(value)) {
    if (item !== undefined) result[key] = encodeValue(item);
  }
  return result;
};

const encodeNumber = (value: number): unknown =>
  Number.isFinite(value) && !Object.is(value, -0)
    ? value
    : { $numberDouble: Object.is(value, -0) ? '-0' : String(value) };
