import { isDate, isPlainObject, isRegExp } from '../../protocol/plain';

/**
 * The place of a value's type in MongoDB's order of types; values of one rank compare with each other.
 * https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/
 */
export const rankOf = (value: unknown): number => {
  switch (typeof value) {
    case 'number':
      return RANK.number;
    case 'string':
      return RANK.string;
    case 'boolean':
      return RANK.boolean;
    case 'undefined':
      return RANK.nothing;
    default:
      return rankOfObject(value);
  }
};

export const RANK = {
  nothing: 5,
  number: 10,
  string: 15,
  object: 20,
  array: 25,
  boolean: 40,
  date: 45,
  expression: 50,
} as const;

const rankOfObject = (value: unknown): number => {
  if (value === null) return RANK.nothing;
  if (Array.isArray(value)) return RANK.array;
  if (isDate(value)) return RANK.date;
  if (isRegExp(value)) return RANK.expression;
  return RANK.object;
};

/** Total order of all values: by rank first. Missing equals null, -0 equals 0, NaN is the smallest number, the order of fields counts. */
export const compareValues = (one: unknown, other: unknown): number => {
  if (typeof one === 'number' && typeof other === 'number') return compareNumbers(one, other);
  const rank = rankOf(one);
  const byRank = rank - rankOf(other);
  if (byRank !== 0) return byRank;
  switch (rank) {
    case RANK.nothing:
      return 0;
    case RANK.string:
      return compareTexts(one as string, other as string);
    case RANK.boolean:
      return Number(one) - Number(other);
    case RANK.date:
      return (one as Date).getTime() - (other as Date).getTime();
    case RANK.array:
      return compareLists(one as unknown[], other as unknown[], compareValues);
    case RANK.object:
      return compareLists(Object.entries(one as object), Object.entries(other as object), compareFields);
    default:
      return compareTexts(String(one), String(other));
  }
};

export const equalValues = (one: unknown, other: unknown): boolean => one === other || compareValues(one, other) === 0;

const compareNumbers = (one: number, other: number): number => {
  if (Number.isNaN(one) || Number.isNaN(other)) return Number(Number.isNaN(other)) - Number(Number.isNaN(one));
  return one < other ? -1 : Number(one > other);
};

/** By code points, which is the order of their UTF-8 bytes. */
const compareTexts = (one: string, other: string): number => {
  if (one === other) return 0;
  const length = Math.min(one.length, other.length);
  let at = 0;
  while (at < length && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  if (at === length) return one.length - other.length;
  return unitInOrder(one.charCodeAt(at)) - unitInOrder(other.charCodeAt(at));
};

/** Halves of a code point beyond 0xFFFF stand after every other unit. */
const unitInOrder = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

const compareLists = <T>(one: readonly T[], other: readonly T[], compare: (one: T, other: T) => number): number => {
  for (let at = 0; at < one.length && at < other.length; at += 1) {
    const order = compare(one[at] as T, other[at] as T);
    if (order !== 0) return order;
  }
  return one.length - other.length;
};

/** Type of the value, then name, then value. */
const compareFields = (one: readonly [string, unknown], other: readonly [string, unknown]): number =>
  rankOf(one[1]) - rankOf(other[1]) || compareTexts(one[0], other[0]) || compareValues(one[1], other[1]);

/** An object whose first name is an operator: `{ $gt: 1 }`. */
export const isOperatorObject = (value: unknown): value is Record<string, unknown> =>
  isPlainObject(value) && (Object.keys(value)[0]?.startsWith('$') ?? false);
