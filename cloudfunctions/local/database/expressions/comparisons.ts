import { compareValues } from '../values/values';
import { type Operator, type Operators, ofArguments } from './operator';

const comparing = (name: string, answer: (order: number) => boolean | number): Operator =>
  ofArguments(name, 2, 2, (one, other) => answer(compareOperands(one, other)));

/** Over all types, in MongoDB's order of types; to an expression what is missing is less than null. */
const compareOperands = (one: unknown, other: unknown): number =>
  one === undefined || other === undefined
    ? Number(one !== undefined) - Number(other !== undefined)
    : compareValues(one, other);

export const COMPARISONS: Operators = {
  $eq: comparing('$eq', (order) => order === 0),
  $ne: comparing('$ne', (order) => order !== 0),
  $gt: comparing('$gt', (order) => order > 0),
  $gte: comparing('$gte', (order) => order >= 0),
  $lt: comparing('$lt', (order) => order < 0),
  $lte: comparing('$lte', (order) => order <= 0),
  $cmp: comparing('$cmp', (order) => Math.sign(order)),
};
