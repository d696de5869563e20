import { RANK, rankOf } from '../values/values';

const NAMES = new Map<number, string>([
  [RANK.string, 'string'],
  [RANK.object, 'object'],
  [RANK.array, 'array'],
  [RANK.boolean, 'bool'],
  [RANK.date, 'date'],
  [RANK.expression, 'regex'],
  [RANK.nothing, 'null'],
]);

/** The name that MongoDB's messages give to the type of a value. */
export const typeNameOf = (value: unknown): string => {
  if (value === undefined) return 'missing';
  if (typeof value !== 'number') return NAMES.get(rankOf(value)) ?? 'object';
  if (!Number.isInteger(value) || Math.abs(value) > 2 ** 63) return 'double';
  return value === (value | 0) ? 'int' : 'long';
};
