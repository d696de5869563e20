import { Aggregator } from 'mingo/aggregator';
import { evalExpr } from 'mingo/core';
import type { Iterator } from 'mingo/lazy';
import type { Options } from 'mingo/types';
import { invalid } from '../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../protocol/plain';
import type { Catalogue } from './catalogue';
import { fieldValues } from './field-values';
import { optionsWith } from './mingo-options';
import { findDocuments, type Reader } from './read';

type LookupStage = {
  readonly from: string;
  readonly as: string;
  readonly localField?: string;
  readonly foreignField?: string;
  readonly let?: PlainObject;
  readonly pipeline?: PlainObject[];
};

/** Joins document by document through the planner, so that an index (or `_id`) answers each and a missing one is noticed. */
export const lookup = (
  reader: Reader,
  catalogue: Catalogue,
  stream: Iterator,
  value: unknown,
  options: Options,
): Iterator => {
  const stage = checkedStage(value);
  const foreign = catalogue.collection(stage.from);
  return stream.map((document: PlainObject) => {
    const variables = stage.let ? (evalExpr(document, stage.let, options) as PlainObject) : {};
    const candidates = findDocuments(reader, foreign, { filter: joinFilter(stage, document, variables) });
    if (!stage.pipeline || stage.pipeline.length === 0) return { ...document, [stage.as]: candidates };
    const scope = { ...optionsWith(options.context), variables: { ...options.variables, ...variables } };
    return { ...document, [stage.as]: new Aggregator(stage.pipeline, scope).run(candidates) };
  });
};

const checkedStage = (value: unknown): LookupStage => {
  if (!isPlainObject(value)) throw invalid('$lookup must be an object');
  const { from, as, localField, foreignField, pipeline, let: variables } = value;
  if (typeof from !== 'string' || typeof as !== 'string') throw invalid('$lookup needs from and as');
  if (typeof localField !== typeof foreignField) throw invalid('$lookup needs localField and foreignField together');
  const stages = Array.isArray(pipeline) ? pipeline.filter(isPlainObject) : undefined;
  if (typeof localField !== 'string' && !stages)
    throw invalid('$lookup needs localField and foreignField, or pipeline');
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
    parts.push({ [stage.foreignField]: values.length === 1 ? { $eq: values[0] } : { $in: values } });
  }
  const match = stage.pipeline?.[0]?.$match;
  if (isPlainObject(match)) {
    const { $expr, ...plain } = match;
    parts.push(plain, ...expressionEquals($expr, variables));
  }
  return parts.length === 1 ? (parts[0] ?? {}) : { $and: parts.filter((part) => Object.keys(part).length > 0) };
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
