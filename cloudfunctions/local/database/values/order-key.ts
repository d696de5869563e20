import { isDate, isPlainObject } from '../../protocol/plain';

/**
 * Values as bytes whose order is MongoDB's order of values: missing = null < number < string < object < array < boolean < date.
 * Strings are compared by their UTF-8 bytes. Every encoding is free of prefixes, so parts may be joined into one key.
 */
export const TYPE = {
  emptyArray: 0x03,
  nothing: 0x05,
  number: 0x10,
  string: 0x20,
  object: 0x30,
  array: 0x38,
  boolean: 0x40,
  date: 0x50,
  other: 0x60,
} as const;

export const encodeValue = (value: unknown): Buffer => {
  if (value === undefined || value === null) return Buffer.of(TYPE.nothing);
  if (typeof value === 'number') return encodeNumber(TYPE.number, value);
  if (typeof value === 'string') return encodeText(TYPE.string, value);
  if (typeof value === 'boolean') return Buffer.of(TYPE.boolean, value ? 1 : 0);
  if (isDate(value)) return encodeNumber(TYPE.date, value.getTime());
  if (Array.isArray(value)) return value.length === 0 ? Buffer.of(TYPE.emptyArray) : joined(TYPE.array, value);
  if (isPlainObject(value)) return encodeObject(value);
  return encodeText(TYPE.other, String(value));
};

/** Field by field: the type of the value, the name, the value. */
const encodeObject = (value: object): Buffer =>
  Buffer.concat([
    Buffer.of(TYPE.object),
    ...Object.entries(value).flatMap(([name, item]) => {
      const bytes = encodeInside(item);
      return [encodeText(bytes[0] ?? 0, name), bytes];
    }),
    Buffer.of(0),
  ]);

/** Inside of another value an empty array is an array like others. */
const encodeInside = (value: unknown): Buffer =>
  Array.isArray(value) && value.length === 0 ? Buffer.of(TYPE.array, 0) : encodeValue(value);

/** Ordered from the largest to the smallest. */
export const inverted = (bytes: Buffer): Buffer => {
  const result = Buffer.allocUnsafe(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) result[at] = ~(bytes[at] ?? 0) & 0xff;
  return result;
};

export const encodeDirected = (value: unknown, direction: 1 | -1): Buffer =>
  direction === 1 ? encodeValue(value) : inverted(encodeValue(value));

/** The smallest key that is larger than every key beginning with these bytes. */
export const successor = (prefix: Buffer): Buffer => {
  let last = prefix.length - 1;
  while (last >= 0 && prefix[last] === 0xff) last -= 1;
  if (last < 0) return Buffer.alloc(prefix.length + 1, 0xff);
  const result = Buffer.from(prefix.subarray(0, last + 1));
  result[last] = (result[last] ?? 0) + 1;
  return result;
};

/** Bytes that begin every value of the same type: a comparison never leaves its type. */
export const typeOf = (encoded: Buffer): Buffer => encoded.subarray(0, 1);

export const encodeUint32 = (value: number): Buffer => {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

const encodeNumber = (type: number, value: number): Buffer => {
  const bytes = Buffer.alloc(9);
  bytes[0] = type;
  if (Number.isNaN(value)) return bytes;
  bytes.writeDoubleBE(value === 0 ? 0 : value, 1);
  const negative = ((bytes[1] ?? 0) & 0x80) !== 0;
  for (let at = 1; at < 9; at += 1)
    bytes[at] = negative ? ~(bytes[at] ?? 0) & 0xff : (bytes[at] ?? 0) ^ (at === 1 ? 0x80 : 0);
  return bytes;
};

const encodeText = (type: number, value: string): Buffer => {
  const text = Buffer.from(value, 'utf8');
  const escaped = text.includes(0) ? Buffer.from(value.replaceAll('\0', '\0\u{FFFF}'), 'utf8') : text;
  return Buffer.concat([Buffer.of(type), escaped, Buffer.of(0, 0)]);
};

const joined = (type: number, values: readonly unknown[]): Buffer =>
  Buffer.concat([Buffer.of(type), ...values.map(encodeInside), Buffer.of(0)]);
