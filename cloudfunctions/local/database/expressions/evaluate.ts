import { notEmulated, requestFailed } from '../../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../../protocol/plain';
import { ELEMENT, spend } from '../values/memory-budget';
import { ARITHMETIC } from './arithmetic';
import { ARRAYS } from './arrays';
import { COMPARISONS } from './comparisons';
import { CONDITIONS } from './conditions';
import { CONVERSIONS } from './conversions';
import { DATES } from './dates';
import { ITERATIONS } from './iterations';
import { OBJECTS } from './objects';
import type { Evaluation, Operator } from './operator';
import { SETS } from './sets';
import { STATISTICS } from './statistics';
import { STRINGS } from './strings';

const OPERATORS = new Map<string, Operator>(
  [
    ...[ARITHMETIC, ARRAYS, COMPARISONS, CONDITIONS, CONVERSIONS, DATES, ITERATIONS, OBJECTS, SETS, STATISTICS],
    STRINGS,
  ].flatMap((table) => Object.entries(table)),
);

/** Operators of MongoDB that the SDK has no method for, and `$meta`, which needs an index of texts. */
const NOT_EMULATED = new Set([
  ...['$meta', '$function', '$regexMatch', '$regexFind', '$regexFindAll', '$convert', '$isNumber', '$first', '$last'],
  ...['$toDate', '$toLong', '$toDecimal', '$toObjectId', '$round', '$replaceOne', '$replaceAll', '$rand', '$getField'],
  ...['$setField', '$unsetField', '$dateAdd', '$dateSubtract', '$dateDiff', '$dateTrunc', '$sortArray', '$firstN'],
  ...['$lastN', '$maxN', '$minN', '$binarySize', '$bsonSize', '$sin', '$cos', '$tan', '$asin', '$acos', '$atan'],
  ...['$atan2', '$sinh', '$cosh', '$tanh', '$asinh', '$acosh', '$atanh', '$degreesToRadians', '$radiansToDegrees'],
]);

/**
 * Aggregation expressions over one document: https://www.mongodb.com/docs/v4.2/meta/aggregation-quick-reference/#expressions
 * Missing is `undefined`. Throws what MongoDB refuses.
 */
export const evaluationOf = (root: unknown, variables: PlainObject = {}): Evaluation => {
  const at: Evaluation = {
    root,
    variables,
    evaluate: (expression, bound) =>
      bound ? evaluationOf(root, { ...variables, ...bound }).evaluate(expression) : evaluated(expression, at),
  };
  return at;
};

const evaluated = (expression: unknown, at: Evaluation): unknown => {
  if (typeof expression === 'string') return expression.startsWith('$') ? valueOfPath(expression, at) : expression;
  if (Array.isArray(expression)) return expression.map((item) => evaluated(item, at) ?? null);
  if (!isPlainObject(expression)) return expression;
  const keys = Object.keys(expression);
  const [first = ''] = keys;
  if (!first.startsWith('$')) return valueOfObject(expression, at);
  if (keys.length > 1)
    throw requestFailed(
      `an object representing an expression must have exactly one field: ${JSON.stringify(expression)}`,
    );
  return counted(first, operatorOf(first)(expression[first], at));
};

/** A list or text that an operator has made is held until the aggregate ends. */
const counted = (name: string, value: unknown): unknown => {
  if (Array.isArray(value)) spend(name, value.length * ELEMENT);
  if (typeof value === 'string') spend(name, value.length);
  return value;
};

/** Throws unless there is an operator of this name. */
export const requireKnown = (name: string): void => void operatorOf(name);

const operatorOf = (name: string): Operator => {
  const operator = OPERATORS.get(name);
  if (operator) return operator;
  if (NOT_EMULATED.has(name)) throw notEmulated(`the aggregation operator ${name}`);
  throw requestFailed(`Unrecognized expression '${name}'`);
};

const valueOfObject = (expression: PlainObject, at: Evaluation): PlainObject => {
  const result: PlainObject = {};
  for (const [key, item] of Object.entries(expression)) {
    if (key.includes('.')) throw requestFailed(`FieldPath field names may not contain '.'.: ${key}`);
    const value = evaluated(item, at);
    if (value !== undefined) result[key] = value;
  }
  return result;
};

const valueOfPath = (expression: string, at: Evaluation): unknown => {
  if (expression === '$') throw requestFailed("'$' by itself is not a valid FieldPath");
  if (!expression.startsWith('$$')) return valueAlong(at.root, expression.slice(1).split('.'), 0);
  const [name = '', ...names] = expression.slice(2).split('.');
  return valueAlong(variableOf(name, at), names, 0);
};

const variableOf = (name: string, { root, variables }: Evaluation): unknown => {
  if (Object.hasOwn(variables, name)) return variables[name];
  if (name === 'ROOT' || name === 'CURRENT') return root;
  if (name === 'REMOVE') return undefined;
  if (name === 'NOW') return new Date();
  throw requestFailed(`Use of undefined variable: ${name}`);
};

/** Arrays on the way give the list of what their objects have; a number is no position here. */
const valueAlong = (value: unknown, names: readonly string[], from: number): unknown => {
  const name = names[from];
  if (name === undefined) return value;
  if (Array.isArray(value)) {
    return value
      .map((item) => (isPlainObject(item) || Array.isArray(item) ? valueAlong(item, names, from) : undefined))
      .filter((item) => item !== undefined);
  }
  if (!isPlainObject(value) || !Object.hasOwn(value, name)) return undefined;
  return valueAlong(value[name], names, from + 1);
};
