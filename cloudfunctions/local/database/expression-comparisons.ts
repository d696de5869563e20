import { evalExpr } from 'mingo/core';
import type * as expressions from 'mingo/operators/expression';
import { requestFailed } from '../protocol/cloud-error';
import { compareValues } from './values';

type Expression = (typeof expressions)['$eq'];

const comparing =
  (name: string, answer: (order: number) => boolean | number): Expression =>
  (document, operands, options) => {
    if (!Array.isArray(operands) || operands.length !== 2)
      throw requestFailed(
        `Expression ${name} takes exactly 2 arguments. ${Array.isArray(operands) ? operands.length : 1} were passed in.`,
      );
    const one = evalExpr(document, operands[0], options);
    return answer(compareOperands(one, evalExpr(document, operands[1], options))) as never;
  };

/** Over all types, in MongoDB's order of types; to an expression what is missing is less than null. */
const compareOperands = (one: unknown, other: unknown): number =>
  one === undefined || other === undefined
    ? Number(one !== undefined) - Number(other !== undefined)
    : compareValues(one, other);

/** mingo compares values of one type only: https://www.mongodb.com/docs/manual/reference/operator/aggregation/#comparison-expression-operators */
export const COMPARISON_EXPRESSIONS: Record<string, Expression> = {
  $eq: comparing('$eq', (order) => order === 0),
  $ne: comparing('$ne', (order) => order !== 0),
  $gt: comparing('$gt', (order) => order > 0),
  $gte: comparing('$gte', (order) => order >= 0),
  $lt: comparing('$lt', (order) => order < 0),
  $lte: comparing('$lte', (order) => order <= 0),
  $cmp: comparing('$cmp', Math.sign),
};
