import { notEmulated, requestFailed } from '../../protocol/cloud-error';
import { isPlainObject } from '../../protocol/plain';
import { isNothing, isTrue, namedOperands, type Operator, type Operators, ofArguments } from './operator';

const listOf = (operand: unknown): readonly unknown[] => (Array.isArray(operand) ? operand : [operand]);

const cond: Operator = (operand, at) => {
  if (Array.isArray(operand)) {
    if (operand.length !== 3)
      throw requestFailed(`Expression $cond takes exactly 3 arguments. ${operand.length} were passed in.`);
    return at.evaluate(isTrue(at.evaluate(operand[0])) ? operand[1] : operand[2]);
  }
  const { if: test, then: one, else: other } = namedOperands('$cond', operand, ['if', 'then', 'else'], []);
  return at.evaluate(isTrue(at.evaluate(test)) ? one : other);
};

const switched: Operator = (operand, at) => {
  const spec = namedOperands('$switch', operand, [], ['branches', 'default']);
  if (!Array.isArray(spec.branches) || spec.branches.length === 0)
    throw requestFailed('$switch requires at least one branch.');
  for (const branch of spec.branches) {
    if (!isPlainObject(branch) || !('case' in branch))
      throw requestFailed("$switch requires each branch have a 'case' expression");
    if (!('then' in branch)) throw requestFailed("$switch requires each branch have a 'then' expression.");
    if (isTrue(at.evaluate(branch.case))) return at.evaluate(branch.then);
  }
  if (!('default' in spec))
    throw requestFailed('$switch could not find a matching branch for an input, and no default was specified.');
  return at.evaluate(spec.default);
};

/** Boolean and conditional operators: only what is needed is evaluated. */
export const CONDITIONS: Operators = {
  $and: (operand, at) => listOf(operand).every((one) => isTrue(at.evaluate(one))),
  $or: (operand, at) => listOf(operand).some((one) => isTrue(at.evaluate(one))),
  $not: ofArguments('$not', 1, 1, (value) => !isTrue(value)),
  $cond: cond,
  $switch: switched,
  $ifNull: ofArguments('$ifNull', 2, 2, (value, otherwise) => (isNothing(value) ? otherwise : value)),
  $literal: (operand) => operand,
  $meta: () => {
    throw notEmulated('the aggregation operator $meta');
  },
};
