import { requestFailed } from '../../protocol/cloud-error';
import { compareValues, equalValues } from '../values/values';
import { isNothing, isTrue, type Operators, ofArguments } from './operator';
import { typeNameOf } from './type-name';

const MANY = Number.POSITIVE_INFINITY;

const has = (list: readonly unknown[], wanted: unknown): boolean => list.some((item) => equalValues(item, wanted));

export const distinct = (list: readonly unknown[]): unknown[] =>
  [...list.map((item, at) => ({ item, at }))]
    .sort((one, other) => compareValues(one.item, other.item) || one.at - other.at)
    .filter(({ item }, at, all) => at === 0 || !equalValues(item, all[at - 1]?.item))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);

const asLists = (values: readonly unknown[], complaint: (type: string) => string): readonly (readonly unknown[])[] => {
  const at = values.findIndex((value) => !Array.isArray(value));
  if (at >= 0) throw requestFailed(complaint(typeNameOf(values[at])));
  return values as unknown[][];
};

const nullOr = (
  name: string,
  values: readonly unknown[],
  compute: (lists: readonly (readonly unknown[])[]) => unknown,
) =>
  values.some(isNothing)
    ? null
    : compute(asLists(values, (type) => `All operands of ${name} must be arrays. One argument is of type: ${type}`));

const intersected = ([first = [], ...others]: readonly (readonly unknown[])[]): unknown[] =>
  distinct(first.filter((item) => others.every((list) => has(list, item)))).sort(compareValues);

const ofTruths = (name: string, decide: (truths: readonly boolean[]) => boolean) =>
  ofArguments(name, 1, 1, (list) => {
    const [items = []] = asLists([list], (type) => `${name}'s argument must be an array, but is ${type}`);
    return decide(items.map(isTrue));
  });

/** Lists as sets. MongoDB promises no order; here as they first stand, an intersection sorted: https://www.mongodb.com/docs/v4.2/reference/operator/aggregation/#set-expression-operators */
export const SETS: Operators = {
  $setUnion: ofArguments('$setUnion', 0, MANY, (...values) =>
    nullOr('$setUnion', values, (lists) => distinct(lists.flat(1))),
  ),
  $setIntersection: ofArguments('$setIntersection', 0, MANY, (...values) =>
    nullOr('$setIntersection', values, intersected),
  ),
  $setDifference: ofArguments('$setDifference', 2, 2, (...values) =>
    nullOr('$setDifference', values, ([one = [], other = []]) => distinct(one.filter((item) => !has(other, item)))),
  ),
  $setEquals: ofArguments('$setEquals', 2, MANY, (...values) => {
    const [first = [], ...others] = asLists(
      values,
      (type) => `All operands of $setEquals must be arrays. One argument is of type: ${type}`,
    );
    return others.every((list) => list.every((item) => has(first, item)) && first.every((item) => has(list, item)));
  }),
  $setIsSubset: ofArguments('$setIsSubset', 2, 2, (...values) => {
    const [one = [], other = []] = asLists(
      values,
      (type) => `both operands of $setIsSubset must be arrays. One argument is of type: ${type}`,
    );
    return one.every((item) => has(other, item));
  }),
  $allElementsTrue: ofTruths('$allElementsTrue', (truths) => truths.every(Boolean)),
  $anyElementTrue: ofTruths('$anyElementTrue', (truths) => truths.some(Boolean)),
};
