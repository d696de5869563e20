import { notEmulated, requestFailed } from '../../protocol/cloud-error';
import { isRegExp, type PlainObject } from '../../protocol/plain';
import { regularExpression } from '../../protocol/regular-expression';
import type { Test } from '../values/path-walk';
import { matchesExpression } from './comparisons';
import { codeOf, typeCodes } from './value-types';

const VALUE: Record<string, (operand: unknown, condition: PlainObject) => Test> = {
  $type: (operand) => {
    const types = Array.isArray(operand) ? operand : [operand];
    if (types.length === 0) throw requestFailed('$type must match at least one type');
    const codes = new Set<number | undefined>(types.flatMap(typeCodes));
    return (value) => codes.has(codeOf(value));
  },
  $mod: (operand) => {
    const [divisor, remainder] = moduloOf(operand);
    return (value) => typeof value === 'number' && Number.isFinite(value) && Math.trunc(value) % divisor === remainder;
  },
  $regex: (operand, { $options }) => matchesExpression(expressionOf(operand, $options)),
  ...Object.fromEntries(
    ['$bitsAllSet', '$bitsAllClear', '$bitsAnySet', '$bitsAnyClear'].map((name) => [name, () => refuse(name)]),
  ),
};

const refuse = (name: string): never => {
  throw notEmulated(`the query operator ${name}`);
};

const WHOLE: Record<string, (operand: unknown) => Test> = {
  $size: (operand) => {
    if (typeof operand !== 'number') throw requestFailed('$size needs a number');
    if (!Number.isInteger(operand)) throw requestFailed('$size must be a whole number');
    if (operand < 0) throw requestFailed('$size may not be negative');
    return (value) => Array.isArray(value) && value.length === operand;
  },
};

const moduloOf = (operand: unknown): readonly [number, number] => {
  if (!Array.isArray(operand)) throw requestFailed('malformed mod, needs to be an array');
  if (operand.length < 2) throw requestFailed('malformed mod, not enough elements');
  if (operand.length > 2) throw requestFailed('malformed mod, too many elements');
  const [divisor, remainder] = operand;
  if (typeof divisor !== 'number') throw requestFailed('malformed mod, divisor not a number');
  if (Math.trunc(divisor) === 0) throw requestFailed('divisor cannot be 0');
  return [Math.trunc(divisor), typeof remainder === 'number' ? Math.trunc(remainder) : 0];
};

const expressionOf = (operand: unknown, options: unknown): RegExp => {
  if (options !== undefined && typeof options !== 'string') throw requestFailed('$options has to be a string');
  if (isRegExp(operand)) {
    if (options === undefined || options === '') return operand;
    if (operand.flags !== '') throw requestFailed('options set in both $regex and $options');
    return new RegExp(operand.source, regularExpression('', options).flags);
  }
  if (typeof operand !== 'string') throw requestFailed('$regex has to be a string');
  return regularExpression(operand, options ?? '');
};

/** Operators that ask a value, or each element of an array. */
export const VALUE_TESTS = new Map(Object.entries(VALUE));

/** Operators that ask an array as one value. */
export const WHOLE_TESTS = new Map(Object.entries(WHOLE));
