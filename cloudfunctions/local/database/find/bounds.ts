import { isDate, isPlainObject, type PlainObject } from '../../protocol/plain';

export type Limit = { readonly value: unknown; readonly inclusive: boolean };

/** What the top-level AND of a filter says about one field. Always a superset: what is not understood is left out. */
export type Bounds = { equals?: readonly unknown[]; low?: Limit; high?: Limit };

const MOST_EQUALS = 1_000;

export const boundsOf = (filter: PlainObject): ReadonlyMap<string, Bounds> => {
  const bounds = new Map<string, Bounds>();
  collectBounds(filter, bounds);
  return bounds;
};

/** The branches of the first `$or` of the top-level AND. */
export const alternativesOf = (filter: PlainObject): readonly PlainObject[] | undefined => {
  for (const [key, value] of Object.entries(filter)) {
    if (key === '$or' && Array.isArray(value) && value.every(isPlainObject)) return value;
    if (key === '$and' && Array.isArray(value)) {
      for (const part of value) {
        const found = isPlainObject(part) ? alternativesOf(part) : undefined;
        if (found) return found;
      }
    }
  }
  return undefined;
};

const collectBounds = (filter: PlainObject, bounds: Map<string, Bounds>): void => {
  for (const [key, value] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(value)) {
      for (const part of value) if (isPlainObject(part)) collectBounds(part, bounds);
    } else if (!key.startsWith('$')) {
      addCondition(key, value, bounds);
    }
  }
};

const addCondition = (field: string, condition: unknown, bounds: Map<string, Bounds>): void => {
  const known = bounds.get(field) ?? {};
  if (isOperators(condition)) {
    for (const [operator, value] of Object.entries(condition)) addOperator(known, operator, value);
  } else {
    addOperator(known, '$eq', condition);
  }
  if (known.equals || known.low || known.high) bounds.set(field, known);
};

const isOperators = (condition: unknown): condition is PlainObject =>
  isPlainObject(condition) && Object.keys(condition).some((key) => key.startsWith('$'));

const addOperator = (bounds: Bounds, operator: string, value: unknown): void => {
  switch (operator) {
    case '$eq':
      if (isIndexable(value)) bounds.equals ??= [value];
      return;
    case '$in':
      if (Array.isArray(value) && value.length <= MOST_EQUALS && value.every(isIndexable)) bounds.equals ??= value;
      return;
    case '$exists':
      if (value === false) bounds.equals ??= [null];
      return;
    case '$gt':
    case '$gte':
      if (isComparable(value)) bounds.low ??= { value, inclusive: operator === '$gte' };
      return;
    case '$lt':
    case '$lte':
      if (isComparable(value)) bounds.high ??= { value, inclusive: operator === '$lte' };
      return;
    default:
  }
};

const isComparable = (value: unknown): boolean =>
  (typeof value === 'number' && !Number.isNaN(value)) ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  isDate(value);

const isIndexable = (value: unknown): boolean => value === null || value === undefined || isComparable(value);
