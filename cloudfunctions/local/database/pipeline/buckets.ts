import { notEmulated, requestFailed } from '../../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../../protocol/plain';
import { compareValues, equalValues, rankOf } from '../values/values';
import { groupStage } from './group';
import { over, type Stage } from './stage';

const COUNT = { count: { $sum: 1 } };
const byId = (one: PlainObject, other: PlainObject): number => compareValues(one._id, other._id);

const outputOf = (name: string, output: unknown): PlainObject => {
  if (output === undefined) return COUNT;
  if (isPlainObject(output)) return output;
  throw requestFailed(`The ${name} 'output' field must be an object, but found type: ${typeof output}`);
};

/** Empty buckets are not answered: https://www.mongodb.com/docs/v4.2/reference/operator/aggregation/bucket/ */
export const bucketStage: Stage = (documents, spec, variables) => {
  if (!isPlainObject(spec)) throw requestFailed('Argument to $bucket stage must be an object');
  const { groupBy, boundaries, default: otherwise, output } = spec;
  if (groupBy === undefined || boundaries === undefined)
    throw requestFailed("$bucket requires 'groupBy' and 'boundaries' to be specified.");
  const bounds = checkedBoundaries(boundaries, otherwise);
  const branches = bounds.slice(0, -1).map((bound, at) => ({
    case: {
      $and: [{ $gte: [groupBy, { $literal: bound }] }, { $lt: [groupBy, { $literal: bounds[at + 1] }] }],
    },
    // biome-ignore lint/suspicious/noThenProperty: so $switch calls it
    then: { $literal: bound },
  }));
  const by = { $switch: { branches, ...(otherwise !== undefined && { default: { $literal: otherwise } }) } };
  return [...groupStage(documents, { _id: by, ...outputOf('$bucket', output) }, variables)].sort(byId);
};

const checkedBoundaries = (boundaries: unknown, otherwise: unknown): readonly unknown[] => {
  if (!Array.isArray(boundaries))
    throw requestFailed(`The $bucket 'boundaries' field must be an array, but found type: ${typeof boundaries}.`);
  if (boundaries.length < 2)
    throw requestFailed(
      `The $bucket 'boundaries' field must have at least 2 values, but found ${boundaries.length} value(s).`,
    );
  for (const [at, bound] of boundaries.slice(1).entries()) {
    if (rankOf(bound) !== rankOf(boundaries[at]))
      throw requestFailed("All values in the 'boundaries' option to $bucket must have the same type.");
    if (compareValues(boundaries[at], bound) >= 0)
      throw requestFailed("The 'boundaries' option to $bucket must be sorted, but elements are not in ascending order");
  }
  const [first, last] = [boundaries[0], boundaries[boundaries.length - 1]];
  if (otherwise !== undefined && compareValues(otherwise, first) >= 0 && compareValues(otherwise, last) < 0)
    throw requestFailed(
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    );
  return boundaries;
};

/** https://www.mongodb.com/docs/v4.2/reference/operator/aggregation/bucketAuto/ */
export const bucketAutoStage: Stage = (documents, spec, variables) => {
  if (!isPlainObject(spec)) throw requestFailed('The argument to $bucketAuto must be an object');
  const { groupBy, buckets, output, granularity } = spec;
  if (granularity !== undefined) throw notEmulated('the granularity of $bucketAuto');
  if (groupBy === undefined || buckets === undefined)
    throw requestFailed("$bucketAuto requires 'groupBy' and 'buckets' to be specified");
  if (typeof buckets !== 'number' || !Number.isInteger(buckets) || buckets <= 0)
    throw requestFailed(`The $bucketAuto 'buckets' field must be greater than 0, but found: ${String(buckets)}`);
  const keyed = documents
    .map((document) => ({ document, key: over(document, variables).evaluate(groupBy) ?? null }))
    .sort((one, other) => compareValues(one.key, other.key));
  const parts = evenParts(keyed, buckets);
  return parts.flatMap((part, at) => {
    const _id = { min: part[0]?.key, max: (parts[at + 1] ?? part.slice(-1))[0]?.key };
    const group = { _id: { $literal: _id }, ...outputOf('$bucketAuto', output) };
    return groupStage(
      part.map(({ document }) => document),
      group,
      variables,
    );
  });
};

/** Equal keys are never parted. */
const evenParts = <T extends { key: unknown }>(keyed: readonly T[], buckets: number): T[][] => {
  const size = Math.max(1, Math.round(keyed.length / buckets));
  const parts: T[][] = [];
  let from = 0;
  while (from < keyed.length) {
    let to = parts.length + 1 === buckets ? keyed.length : Math.min(keyed.length, from + size);
    while (to < keyed.length && equalValues(keyed[to]?.key, keyed[to - 1]?.key)) to += 1;
    parts.push(keyed.slice(from, to));
    from = to;
  }
  return parts;
};
