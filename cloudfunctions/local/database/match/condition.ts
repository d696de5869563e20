import { notEmulated, requestFailed } from '../../protocol/cloud-error';
import { isPlainObject, isRegExp, type PlainObject } from '../../protocol/plain';
import type { Test } from '../values/path-walk';
import { isOperatorObject } from '../values/values';
import { comparison, equalTo, inList, matches } from './comparisons';
import { GEO_TESTS } from './geo-operators';
import { VALUE_TESTS, WHOLE_TESTS } from './value-tests';

/** Asks whether any value on the path passes; `whole`: an array is one value. */
export type Ask = (test: Test, whole: boolean) => boolean;
export type Predicate = (ask: Ask) => boolean;
type CompileQuery = (query: unknown) => Test;

/** What stands beside a field name in a query: a value, an expression, or operators. */
export const conditionOn = (condition: unknown, path: string, compile: CompileQuery): Predicate =>
  isOperatorObject(condition) ? operatorsOn(condition, path, compile) : plainly(matches(condition));

const plainly =
  (test: Test): Predicate =>
  (ask) =>
    ask(test, false);

const negated =
  (predicate: Predicate): Predicate =>
  (ask) =>
    !predicate(ask);

const operatorsOn = (condition: PlainObject, path: string, compile: CompileQuery): Predicate => {
  if ('$options' in condition && !('$regex' in condition)) throw requestFailed('$options needs a $regex');
  const parts = Object.entries(condition)
    .filter(([operator]) => operator !== '$options' && operator !== '$comment')
    .map(([operator, operand]) => operatorOn(operator, operand, { condition, path, compile }));
  const [only] = parts;
  return only && parts.length === 1 ? only : (ask) => parts.every((part) => part(ask));
};

type Scope = { readonly condition: PlainObject; readonly path: string; readonly compile: CompileQuery };

const operatorOn = (operator: string, operand: unknown, scope: Scope): Predicate => {
  const compile = OPERATORS.get(operator);
  if (compile) return compile(operand, scope);
  const whole = WHOLE_TESTS.get(operator)?.(operand);
  if (whole) return (ask) => ask(whole, true);
  const test = (VALUE_TESTS.get(operator) ?? GEO_TESTS.get(operator))?.(operand, scope.condition);
  if (test) return plainly(test);
  throw requestFailed(`unknown operator: ${operator}`);
};

type CompileOperator = (operand: unknown, scope: Scope) => Predicate;

const COMPILERS: Record<string, CompileOperator> = {
  $eq: (operand) => plainly(equalTo(operand)),
  $ne: (operand) => {
    if (isRegExp(operand)) throw requestFailed("Can't have regex as arg to $ne.");
    return negated(plainly(equalTo(operand)));
  },
  $gt: (operand, { path }) => plainly(comparison(operand, path, (order) => order > 0, false)),
  $gte: (operand, { path }) => plainly(comparison(operand, path, (order) => order >= 0, true)),
  $lt: (operand, { path }) => plainly(comparison(operand, path, (order) => order < 0, false)),
  $lte: (operand, { path }) => plainly(comparison(operand, path, (order) => order <= 0, true)),
  $in: (operand) => plainly(inList('$in', operand)),
  $nin: (operand) => negated(plainly(inList('$nin', operand))),
  $not: (operand, { path, compile }) => {
    if (isRegExp(operand)) return negated(plainly(matches(operand)));
    if (!isPlainObject(operand)) throw requestFailed('$not needs a regex or a document');
    if (Object.keys(operand).length === 0) throw requestFailed('$not cannot be empty');
    if (!isOperatorObject(operand)) throw requestFailed(`unknown operator: ${Object.keys(operand)[0]}`);
    return negated(operatorsOn(operand, path, compile));
  },
  $exists: (operand) => {
    const exists = plainly((value) => value !== undefined);
    return operand === false || operand === 0 || operand === null ? negated(exists) : exists;
  },
  $all: (operand, { path, compile }) => allOf(operand, path, compile),
  $elemMatch: (operand, { path, compile }) => elementMatch(operand, path, compile),
};
const OPERATORS = new Map(Object.entries(COMPILERS));

const allOf = (operand: unknown, path: string, compile: CompileQuery): Predicate => {
  if (!Array.isArray(operand)) throw requestFailed('$all needs an array');
  const byElement = isPlainObject(operand[0]) && '$elemMatch' in operand[0];
  const parts = operand.map((item) => {
    if (!isOperatorObject(item)) {
      if (byElement) throw requestFailed('$all/$elemMatch has to be consistent');
      return plainly(matches(item));
    }
    if (!byElement || !('$elemMatch' in item)) throw requestFailed('no $ expressions in $all');
    return elementMatch(item.$elemMatch, path, compile);
  });
  return parts.length === 0 ? () => false : (ask) => parts.every((part) => part(ask));
};

/** @cloudbase/database 1.4.3 serializes no chain inside of `_.elemMatch`: it sends its own object, which would match nothing. */
const refuseUnserialized = (operand: PlainObject): void => {
  for (const value of [operand, ...Object.values(operand)]) {
    if (isPlainObject(value) && 'operator' in value && 'operands' in value && 'fieldName' in value)
      throw notEmulated('a chain of commands in elemMatch, which the SDK does not serialize; write { $gt: 1, $lt: 3 }');
  }
};

const LOGICAL = new Set(['$and', '$or', '$nor', '$expr', '$where']);

/** Conditions on the elements themselves when operators come first, else a query on elements that are objects. */
const elementMatch = (operand: unknown, path: string, compile: CompileQuery): Predicate => {
  if (!isPlainObject(operand)) throw requestFailed('$elemMatch needs an Object');
  refuseUnserialized(operand);
  const first = Object.keys(operand)[0];
  const test =
    first?.startsWith('$') && !LOGICAL.has(first)
      ? elementTest(operatorsOn(operand, path, compile))
      : objectTest(compile(operand));
  return (ask) => ask((value) => Array.isArray(value) && value.some(test), true);
};

const elementTest =
  (predicate: Predicate): Test =>
  (element) =>
    predicate((test) => test(element));

const objectTest =
  (query: Test): Test =>
  (element) =>
    Array.isArray(element) ? query({ ...element }) : isPlainObject(element) && query(element);
