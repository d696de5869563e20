import { notEmulated, requestFailed } from '../../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../../protocol/plain';
import { mergedObjects } from '../expressions/objects';
import { distinct } from '../expressions/sets';
import { MEASURES } from '../expressions/statistics';
import { encodeValue } from '../values/order-key';
import { type Documents, over, type Stage } from './stage';

/** Missing values come as `undefined`. */
type Accumulator = (values: readonly unknown[]) => unknown;

const present = (values: readonly unknown[]): unknown[] => values.filter((value) => value !== undefined);

/** https://www.mongodb.com/docs/v4.2/reference/operator/aggregation/#accumulators-group */
const ACCUMULATORS = new Map<string, Accumulator>(
  Object.entries({
    ...MEASURES,
    $addToSet: (values: readonly unknown[]) => distinct(present(values)),
    $first: (values: readonly unknown[]) => values[0] ?? null,
    $last: (values: readonly unknown[]) => values[values.length - 1] ?? null,
    $mergeObjects: mergedObjects,
    $push: present,
  }),
);

/** Groups stand in the order of their first documents; MongoDB promises none. */
export const groupStage: Stage = (documents, spec, variables) => {
  if (!isPlainObject(spec)) throw requestFailed("a group's fields must be specified in an object");
  if (!('_id' in spec)) throw requestFailed('a group specification must include an _id');
  const { _id: by, ...fields } = spec;
  const columns = Object.entries(fields).map(([name, value]) => ({ name, ...accumulatorOf(name, value) }));
  return [...groupsBy(documents, by, variables).values()].map(({ key, members }) => ({
    _id: key,
    ...Object.fromEntries(
      columns.map(({ name, accumulate, operand }) => [
        name,
        accumulate(members.map((member) => over(member, variables).evaluate(operand))),
      ]),
    ),
  }));
};

const groupsBy = (documents: Documents, by: unknown, variables: PlainObject) => {
  const groups = new Map<string, { readonly key: unknown; readonly members: PlainObject[] }>();
  for (const document of documents) {
    const key = over(document, variables).evaluate(by) ?? null;
    const name = encodeValue(key).toString('latin1');
    const group = groups.get(name);
    if (group) group.members.push(document);
    else groups.set(name, { key, members: [document] });
  }
  return groups;
};

const accumulatorOf = (name: string, value: unknown): { accumulate: Accumulator; operand: unknown } => {
  if (name.includes('.')) throw requestFailed(`The field name '${name}' cannot contain '.'`);
  if (name.startsWith('$')) throw requestFailed(`The field name '${name}' cannot be an operator name`);
  if (!isPlainObject(value) || !Object.keys(value)[0]?.startsWith('$'))
    throw requestFailed(`The field '${name}' must be an accumulator object`);
  const [[operator, operand] = ['', undefined], ...others] = Object.entries(value);
  if (others.length > 0) throw requestFailed(`The field '${name}' must specify one accumulator`);
  const accumulate = ACCUMULATORS.get(operator);
  if (accumulate) return { accumulate, operand };
  if (LATER.has(operator)) throw notEmulated(`the accumulator ${operator}`);
  throw requestFailed(`unknown group operator '${operator}'`);
};

/** Of MongoDB's versions after 4.2. */
const LATER = new Set([
  '$accumulator',
  '$count',
  '$top',
  '$topN',
  '$bottom',
  '$bottomN',
  '$firstN',
  '$lastN',
  '$maxN',
  '$minN',
]);
