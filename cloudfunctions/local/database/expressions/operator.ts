import { requestFailed } from '../../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../../protocol/plain';

/** One document and the variables that are in force while an expression is evaluated over it. */
export type Evaluation = {
  readonly root: unknown;
  readonly variables: PlainObject;
  /** Missing is `undefined`; `bound` adds variables for this expression only. */
  evaluate(expression: unknown, bound?: PlainObject): unknown;
};

export type Operator = (operand: unknown, at: Evaluation) => unknown;
export type Operators = Readonly<Record<string, Operator>>;

/** An operator of evaluated arguments; a single one need not stand in a list. */
export const ofArguments =
  (name: string, least: number, most: number, compute: (...values: unknown[]) => unknown): Operator =>
  (operand, at) => {
    const given = Array.isArray(operand) ? operand : [operand];
    if (given.length < least || given.length > most) throw wrongCount(name, least, most, given.length);
    return compute(...given.map((one) => at.evaluate(one)));
  };

const wrongCount = (name: string, least: number, most: number, given: number): Error =>
  requestFailed(
    least === most
      ? `Expression ${name} takes exactly ${least} arguments. ${given} were passed in.`
      : `Expression ${name} takes at least ${least} arguments, and at most ${most}, but ${given} were passed in.`,
  );

/** The named operands of `{ $map: { input, as, in } }`; refuses what MongoDB does not know and what it misses. */
export const namedOperands = (
  name: string,
  operand: unknown,
  needed: readonly string[],
  optional: readonly string[],
): PlainObject => {
  if (!isPlainObject(operand)) throw requestFailed(`${name} only supports an object as its argument`);
  const stranger = Object.keys(operand).find((key) => !needed.includes(key) && !optional.includes(key));
  if (stranger !== undefined) throw requestFailed(`Unrecognized parameter to ${name}: ${stranger}`);
  const missing = needed.find((key) => !(key in operand));
  if (missing !== undefined) throw requestFailed(`Missing '${missing}' parameter to ${name}`);
  return operand;
};

export const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined;

/** To an expression everything is true but false, 0, null and what is missing. */
export const isTrue = (value: unknown): boolean => value !== false && value !== 0 && !isNothing(value);
