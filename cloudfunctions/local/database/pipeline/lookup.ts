import { requestFailed } from '../../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../../protocol/plain';
import { foundDocuments, type Reader } from '../find/read';
import type { Catalogue } from '../store/catalogue';
import { internalSize, LARGEST_INTERNAL, sizeOf } from '../values/document-size';
import { fieldValues } from '../values/field-values';
import { spend } from '../values/memory-budget';
import { type Documents, over } from './stage';
import { withValue } from './unwind';

type LookupStage = {
  readonly from: string;
  readonly as: string;
  readonly localField?: string;
  readonly foreignField?: string;
  readonly let?: PlainObject;
  readonly pipeline?: PlainObject[];
};

type RunPipeline = (documents: Documents, pipeline: readonly PlainObject[], variables: PlainObject) => Documents;

/** Joins document by document through the planner, so that an index (or `_id`) answers each and a missing one is noticed. */
export const lookup = (
  reader: Reader,
  catalogue: Catalogue,
  documents: Documents,
  value: unknown,
  outer: PlainObject,
  run: RunPipeline,
): PlainObject[] => {
  const stage = checkedStage(value);
  const foreign = catalogue.collection(stage.from);
  return documents.map((document) => {
    const own = stage.let ? (over(document, outer).evaluate(stage.let) as PlainObject) : {};
    const variables = { ...outer, ...missingFor(stage.let), ...own };
    const candidates = foundDocuments(reader, foreign, { filter: joinFilter(stage, document, variables) });
    const inner = stage.pipeline ?? [];
    const joined = inner.length === 0 ? joinedWhole(candidates, stage.from) : run([...candidates], inner, variables);
    const made = withValue(document, stage.as.split('.'), joined);
    spend('$lookup', internalSize(made));
    return made;
  });
};

/** Reads no more once it is too large to stand in one document. */
const joinedWhole = (candidates: Iterable<PlainObject>, from: string): PlainObject[] => {
  const joined: PlainObject[] = [];
  let size = 0;
  for (const document of candidates) {
    size += sizeOf(document);
    if (size > LARGEST_INTERNAL)
      throw requestFailed(
        `Total size of documents in ${from} matching pipeline's $lookup stage exceeds ${LARGEST_INTERNAL} bytes`,
      );
    joined.push(document);
  }
  return joined;
};

/** A variable of a missing field is there, and missing. */
const missingFor = (variables: PlainObject | undefined): PlainObject =>
  Object.fromEntries(Object.keys(variables ?? {}).map((name) => [name, undefined]));

const checkedStage = (value: unknown): LookupStage => {
  if (!isPlainObject(value)) throw requestFailed('$lookup must be an object');
  const { from, as, localField, foreignField, pipeline, let: variables } = value;
  if (typeof from !== 'string' || typeof as !== 'string') throw requestFailed('$lookup needs from and as');
  if (typeof localField !== typeof foreignField)
    throw requestFailed('$lookup needs localField and foreignField together');
  const stages = Array.isArray(pipeline) ? pipeline.filter(isPlainObject) : undefined;
  if (typeof localField !== 'string' && !stages)
    throw requestFailed('$lookup needs localField and foreignField, or pipeline');
  return {
    from,
    as,
    ...(typeof localField === 'string' && typeof foreignField === 'string' && { localField, foreignField }),
    ...(isPlainObject(variables) && { let: variables }),
    ...(stages && { pipeline: stages }),
  };
};

const joinFilter = (stage: LookupStage, document: PlainObject, variables: PlainObject): PlainObject => {
  const parts: PlainObject[] = [];
  if (stage.localField !== undefined && stage.foreignField !== undefined) {
    const values = fieldValues(document, stage.localField).values.map((value) => value ?? null);
    parts.push({ [stage.foreignField]: joinCondition(values) });
  }
  const match = stage.pipeline?.[0]?.$match;
  if (isPlainObject(match)) {
    const { $expr, ...plain } = match;
    parts.push(plain, ...expressionEquals($expr, variables));
  }
  const conditions = parts.filter((part) => Object.keys(part).length > 0);
  return conditions.length > 1 ? { $and: conditions } : (conditions[0] ?? {});
};

/** An empty list joins nothing. */
const joinCondition = (values: readonly unknown[]): PlainObject => {
  const [only] = values;
  if (values.length !== 1) return { $in: values };
  return Array.isArray(only) && only.length === 0 ? { $in: [] } : { $eq: only };
};

/** `$expr: { $eq: ['$field', '$$variable'] }`, alone or under `$and`, as conditions that an index understands. */
const expressionEquals = (expression: unknown, variables: PlainObject): PlainObject[] => {
  if (!isPlainObject(expression)) return [];
  if (Array.isArray(expression.$and)) return expression.$and.flatMap((part) => expressionEquals(part, variables));
  if (!Array.isArray(expression.$eq)) return [];
  const texts = expression.$eq.filter((side): side is string => typeof side === 'string');
  const field = texts.find((side) => side.startsWith('$') && !side.startsWith('$$'));
  const variable = texts.find((side) => side.startsWith('$$'))?.slice(2);
  if (field === undefined || variable === undefined || !Object.hasOwn(variables, variable)) return [];
  return [{ [field.slice(1)]: { $eq: variables[variable] ?? null } }];
};
