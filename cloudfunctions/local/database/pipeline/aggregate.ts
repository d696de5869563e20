import { notEmulated, requestFailed } from '../../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../../protocol/plain';
import { type FindRequest, findDocuments, type Reader } from '../find/read';
import { sortSpec } from '../find/sort';
import { guarded } from '../match/filter';
import { refuseUnknownOperators } from '../match/query-operators';
import type { Catalogue } from '../store/catalogue';
import type { CollectionState } from '../store/store';
import { internalSize } from '../values/document-size';
import { FURTHER_DOCUMENT, spend, withMemoryBudget } from '../values/memory-budget';
import { bucketAutoStage, bucketStage } from './buckets';
import { geoNear } from './geo-near';
import { groupStage } from './group';
import { lookup } from './lookup';
import {
  countStage,
  limitStage,
  matchStage,
  replaceRootStage,
  sampleStage,
  skipStage,
  sortByCountStage,
  sortStage,
} from './plain-stages';
import { addFieldsStage, projectStage } from './shape';
import type { Documents, Stage } from './stage';
import { unwindStage } from './unwind';

/** The stages that the SDK can send (`facet`, `graphLookup` and others fail in the SDK itself); `geoNear` and `lookup` read. */
const STAGES = new Map<string, Stage>([
  ['$addFields', addFieldsStage],
  ['$bucket', bucketStage],
  ['$bucketAuto', bucketAutoStage],
  ['$count', countStage],
  ['$group', groupStage],
  ['$limit', limitStage],
  ['$match', matchStage],
  ['$project', projectStage],
  ['$replaceRoot', replaceRootStage],
  ['$sample', sampleStage],
  ['$skip', skipStage],
  ['$sort', sortStage],
  ['$sortByCount', sortByCountStage],
  ['$unwind', unwindStage],
]);

export const aggregateDocuments = (
  reader: Reader,
  catalogue: Catalogue,
  collection: CollectionState,
  pipeline: readonly PlainObject[],
): PlainObject[] => {
  refuseUnknownStages(pipeline, true);
  const { documents, rest } = head(reader, collection, pipeline);
  return guarded(() => withMemoryBudget(() => [...runPipeline(reader, catalogue, documents, rest, {})]));
};

/** `variables`: what an outer `lookup` has bound. */
const runPipeline = (
  reader: Reader,
  catalogue: Catalogue,
  documents: Documents,
  pipeline: readonly PlainObject[],
  variables: PlainObject,
): Documents =>
  pipeline.reduce<Documents>((now, step) => {
    const [[name, spec] = ['', undefined]] = Object.entries(step);
    if (name === '$lookup')
      return lookup(reader, catalogue, now, spec, variables, (joined, inner, bound) =>
        runPipeline(reader, catalogue, joined, inner, bound),
      );
    const made = STAGES.get(name)?.(now, spec, variables) ?? now;
    return MAKING.has(name) ? made.map((document) => counted(name, document)) : made;
  }, documents);

/** Stages whose documents are new. */
const MAKING = new Set(['$addFields', '$project', '$group', '$bucket', '$bucketAuto', '$replaceRoot', '$sortByCount']);

/** A document that a stage hands on may be as large as any other. */
const counted = (name: string, document: PlainObject): PlainObject => {
  internalSize(document);
  spend(name, FURTHER_DOCUMENT);
  return document;
};

/** `$geoNear`, or `$match`, `$sort` and `$limit` at the head, are a query and are answered as one. */
const head = (reader: Reader, collection: CollectionState, pipeline: readonly PlainObject[]) => {
  const [first, ...others] = pipeline;
  if (first && '$geoNear' in first) return { documents: geoNear(reader, collection, first.$geoNear), rest: others };
  const { request, rest } = pushedDown(pipeline);
  return { documents: findDocuments(reader, collection, request), rest };
};

const pushedDown = (pipeline: readonly PlainObject[]): { request: FindRequest; rest: PlainObject[] } => {
  const rest = [...pipeline];
  const next = (name: string, fits: (value: unknown) => boolean): unknown =>
    rest[0] && name in rest[0] && fits(rest[0][name]) ? rest.shift()?.[name] : undefined;
  const filter = next('$match', isPlainObject) as PlainObject | undefined;
  const order = next('$sort', (value) => isPlainObject(value) && Object.keys(value).length > 0);
  const limit = next('$limit', (value) => typeof value === 'number' && value > 0);
  return {
    request: {
      filter: filter ?? {},
      sort: sortSpec(order as PlainObject | undefined),
      ...(typeof limit === 'number' && { limit }),
    },
    rest,
  };
};

const refuseUnknownStages = (pipeline: readonly PlainObject[], outermost: boolean): void => {
  for (const [at, stage] of pipeline.entries()) {
    const [name, ...others] = Object.keys(stage);
    if (name === undefined || others.length > 0)
      throw requestFailed('A pipeline stage specification object must contain exactly one field.');
    if (name === '$geoNear' && !(at === 0 && outermost))
      throw requestFailed('$geoNear is only valid as the first stage in a pipeline.');
    if (name !== '$geoNear' && name !== '$lookup' && !STAGES.has(name))
      throw notEmulated(`the aggregate stage ${name}`);
    if (name === '$match') refuseUnknownOperators(stage[name]);
    const inner = isPlainObject(stage[name]) ? stage[name].pipeline : undefined;
    if (name === '$lookup' && Array.isArray(inner)) refuseUnknownStages(inner.filter(isPlainObject), false);
  }
};
