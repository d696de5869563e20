import { requestFailed } from '../../protocol/cloud-error';
import { typeNameOf } from '../expressions/type-name';

/** Names and numbers of types, as `$type` takes them: https://www.mongodb.com/docs/manual/reference/operator/query/type/ */
const CODES: Record<string, number> = {
  ...{ double: 1, string: 2, object: 3, array: 4, binData: 5, undefined: 6, objectId: 7, bool: 8, date: 9, null: 10 },
  ...{ regex: 11, dbPointer: 12, javascript: 13, symbol: 14, javascriptWithScope: 15, int: 16, timestamp: 17 },
  ...{ long: 18, decimal: 19, minKey: -1, maxKey: 127 },
};
const NUMBERS: readonly number[] = ['double', 'int', 'long', 'decimal'].map((name) => CODES[name] ?? 0);
const KNOWN_CODES = new Set(Object.values(CODES));

/** The type numbers that one name or number stands for. */
export const typeCodes = (type: unknown): readonly number[] => {
  if (typeof type === 'string') {
    if (type === 'number') return NUMBERS;
    const code = Object.hasOwn(CODES, type) ? CODES[type] : undefined;
    if (code === undefined) throw requestFailed(`Unknown type name alias: ${type}`);
    return [code];
  }
  if (typeof type !== 'number') throw requestFailed('type must be represented as a number or a string');
  if (!KNOWN_CODES.has(type)) throw requestFailed(`Invalid numerical type code: ${type}`);
  return [type];
};

/** A number is the smallest type that holds it, as the SDK sends it; `undefined` (missing) has no type. */
export const codeOf = (value: unknown): number | undefined =>
  value === undefined ? undefined : CODES[typeNameOf(value)];
