import { requestFailed } from '../../protocol/cloud-error';
import { regularExpression } from '../../protocol/regular-expression';
import { boundedTest } from '../values/bounded-expression';
import type { Test } from '../values/path-walk';
import { countOperand, type Keyword } from './json-schema-keyword';
import { codeOf, typeCodes } from './value-types';

const JSON_TYPES = new Set(['object', 'array', 'number', 'boolean', 'string', 'null']);

const numberOperand = (name: string, operand: unknown): number => {
  if (typeof operand === 'number') return operand;
  throw requestFailed(`$jsonSchema keyword '${name}' must be a number`);
};

const ofTypes = (types: readonly unknown[]): Test => {
  const codes = new Set<number | undefined>(types.flatMap(typeCodes));
  return (value) => codes.has(codeOf(value));
};

/** A keyword about numbers lets everything else pass. */
const onNumbers =
  (holds: (value: number) => boolean): Test =>
  (value) =>
    typeof value !== 'number' || holds(value);

const onTexts =
  (holds: (value: string) => boolean): Test =>
  (value) =>
    typeof value !== 'string' || holds(value);

export const SCALAR_KEYWORDS: Record<string, Keyword> = {
  bsonType: (operand) => ofTypes(Array.isArray(operand) ? operand : [operand]),
  type: (operand) => {
    const types = Array.isArray(operand) ? operand : [operand];
    for (const type of types) {
      if (type === 'integer') throw requestFailed("$jsonSchema type 'integer' is not currently supported.");
      if (!JSON_TYPES.has(type)) throw requestFailed(`Unknown type name alias: ${type}`);
    }
    return ofTypes(types.map((type) => (type === 'boolean' ? 'bool' : type)));
  },
  minimum: (operand, { exclusiveMinimum }) => {
    const limit = numberOperand('minimum', operand);
    return onNumbers((value) => (exclusiveMinimum === true ? value > limit : value >= limit));
  },
  maximum: (operand, { exclusiveMaximum }) => {
    const limit = numberOperand('maximum', operand);
    return onNumbers((value) => (exclusiveMaximum === true ? value < limit : value <= limit));
  },
  multipleOf: (operand) => {
    const divisor = numberOperand('multipleOf', operand);
    if (divisor <= 0) throw requestFailed("$jsonSchema keyword 'multipleOf' must have a positive value");
    return onNumbers((value) => value % divisor === 0);
  },
  minLength: (operand) => {
    const least = countOperand('minLength', operand);
    return onTexts((value) => [...value].length >= least);
  },
  maxLength: (operand) => {
    const most = countOperand('maxLength', operand);
    return onTexts((value) => [...value].length <= most);
  },
  pattern: (operand) => {
    if (typeof operand !== 'string') throw requestFailed("$jsonSchema keyword 'pattern' must be a string");
    return onTexts(boundedTest(regularExpression(operand, '')));
  },
};
