import { requestFailed } from '../../protocol/cloud-error';
import { isRegExp } from '../../protocol/plain';
import { boundedTest } from '../values/bounded-expression';
import type { Test } from '../values/path-walk';
import { compareValues, equalValues, isOperatorObject, rankOf } from '../values/values';

/** The shorthand `{ field: value }`: an expression is matched against texts, anything else must be equal. */
export const matches = (wanted: unknown): Test => (isRegExp(wanted) ? matchesExpression(wanted) : equalTo(wanted));

export const matchesExpression = (expression: RegExp): Test => {
  const matchesText = boundedTest(expression);
  return (value) => typeof value === 'string' && matchesText(value);
};

export const equalTo = (wanted: unknown): Test => {
  if (wanted === null || wanted === undefined) return (value) => value === null || value === undefined;
  if (typeof wanted === 'object' || Number.isNaN(wanted)) return (value) => equalValues(value, wanted);
  return (value) => value === wanted;
};

/** Only values of the operand's type are compared; NaN is neither more nor less than a number. */
export const comparison = (
  operand: unknown,
  path: string,
  holds: (order: number) => boolean,
  orEqual: boolean,
): Test => {
  if (isRegExp(operand)) throw requestFailed(`Can't have RegEx as arg to predicate over field '${path}'.`);
  if (Number.isNaN(operand)) return orEqual ? (value) => Number.isNaN(value) : () => false;
  const rank = rankOf(operand);
  return (value) => rankOf(value) === rank && !Number.isNaN(value) && holds(compareValues(value, operand));
};

export const inList = (operator: string, operand: unknown): Test => {
  if (!Array.isArray(operand)) throw requestFailed(`${operator} needs an array`);
  if (operand.some(isOperatorObject)) throw requestFailed('cannot nest $ under $in');
  const scalars = new Set(operand.filter((item) => typeof item !== 'object' && item !== undefined));
  const others = operand.filter((item) => typeof item === 'object' || item === undefined).map(matches);
  return (value) => scalars.has(value) || others.some((test) => test(value));
};
