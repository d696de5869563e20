import { Aggregator } from 'mingo/aggregator';
import { type Iterator, Lazy } from 'mingo/lazy';
import type { Options } from 'mingo/types';
import { invalid, notEmulated } from '../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../protocol/plain';
import { limitedOptions } from './aggregate-limits';
import type { Catalogue } from './catalogue';
import { guarded } from './filter';
import { lookup } from './lookup';
import { withMemoryBudget } from './memory-budget';
import { contextWith, optionsWith } from './mingo-options';
import { refuseUnknownOperators } from './query-operators';
import { type FindRequest, findDocuments, type Reader } from './read';
import { sorted, sortSpec } from './sort';
import type { CollectionState } from './store';

/** The stages that the SDK can send (`facet` and `graphLookup` fail in the SDK itself). */
const STAGES = new Set([
  ...['$addFields', '$bucket', '$bucketAuto', '$count', '$group', '$limit', '$lookup', '$match', '$project'],
  ...['$replaceRoot', '$sample', '$skip', '$sort', '$sortByCount', '$unwind'],
]);

export const aggregateDocuments = (
  reader: Reader,
  catalogue: Catalogue,
  collection: CollectionState,
  pipeline: readonly PlainObject[],
): PlainObject[] => {
  refuseUnknownStages(pipeline);
  const { request, rest } = pushedDown(pipeline);
  const documents = findDocuments(reader, collection, request);
  if (rest.length === 0) return documents;
  const aggregator = new Aggregator(rest, limitedOptions(aggregateOptions(reader, catalogue)));
  return guarded(() => withMemoryBudget(() => aggregator.run<PlainObject>(documents)));
};

const aggregateOptions = (reader: Reader, catalogue: Catalogue): Options =>
  optionsWith(
    contextWith({
      $lookup: ((stream: Iterator, stage: unknown, options: Options) =>
        lookup(reader, catalogue, stream, stage, options)) as never,
      $sort: ((stream: Iterator, order: PlainObject) =>
        stream.transform((list) => Lazy(sorted(list as unknown as unknown[], sortSpec(order))) as never)) as never,
    }),
  );

/** `$match`, `$sort` and `$limit` at the head are a query, and are answered as one. */
const pushedDown = (pipeline: readonly PlainObject[]): { request: FindRequest; rest: PlainObject[] } => {
  const rest = [...pipeline];
  const filter = rest[0] && '$match' in rest[0] ? rest.shift()?.$match : {};
  if (!isPlainObject(filter)) throw invalid('$match must be an object');
  const order = rest[0] && '$sort' in rest[0] ? rest.shift()?.$sort : undefined;
  const limit = rest[0] && '$limit' in rest[0] ? rest.shift()?.$limit : undefined;
  return {
    request: {
      filter,
      sort: sortSpec(isPlainObject(order) ? order : undefined),
      ...(typeof limit === 'number' && { limit }),
    },
    rest,
  };
};

const refuseUnknownStages = (pipeline: readonly PlainObject[]): void => {
  for (const stage of pipeline) {
    const [name, ...others] = Object.keys(stage);
    if (name === undefined || others.length > 0) throw invalid('a stage must have exactly one name');
    if (!STAGES.has(name)) throw notEmulated(`the aggregate stage ${name}`);
    if (name === '$match') refuseUnknownOperators(stage[name]);
    const inner = isPlainObject(stage[name]) ? stage[name].pipeline : undefined;
    if (name === '$lookup' && Array.isArray(inner)) refuseUnknownStages(inner.filter(isPlainObject));
  }
};
