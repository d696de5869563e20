import { requestFailed } from '../../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../../protocol/plain';
import { isNothing } from '../expressions/operator';
import { FURTHER_DOCUMENT, spend } from '../values/memory-budget';
import type { Stage } from './stage';

type Unwind = { readonly names: readonly string[]; readonly indexField?: string; readonly preserves: boolean };

/** https://www.mongodb.com/docs/v4.2/reference/operator/aggregation/unwind/ */
export const unwindStage: Stage = (documents, spec) => {
  const unwind = checkedUnwind(spec);
  return documents.flatMap((document) => unwound(document, unwind));
};

const unwound = (document: PlainObject, { names, indexField, preserves }: Unwind): PlainObject[] => {
  const value = valueAt(document, names);
  const numbered = (one: PlainObject, at: number | null): PlainObject =>
    indexField === undefined ? one : withValue(one, indexField.split('.'), at);
  if (Array.isArray(value) && value.length > 0) {
    spend('$unwind', value.length * FURTHER_DOCUMENT);
    return value.map((item, at) => numbered(withValue(document, names, item), at));
  }
  if (!isNothing(value) && !Array.isArray(value)) return [numbered(document, null)];
  if (!preserves) return [];
  return [numbered(Array.isArray(value) ? withValue(document, names, undefined) : document, null)];
};

/** At a path of objects; a list on the way leads nowhere. */
export const valueAt = (value: unknown, names: readonly string[]): unknown =>
  names.reduce<unknown>((at, name) => (isPlainObject(at) && Object.hasOwn(at, name) ? at[name] : undefined), value);

/** A copy with this value at a path of objects; `undefined` takes the field away. */
export const withValue = (
  object: PlainObject,
  [name = '', ...rest]: readonly string[],
  value: unknown,
): PlainObject => {
  const inner = object[name];
  const next = rest.length === 0 ? value : withValue(isPlainObject(inner) ? inner : {}, rest, value);
  const result = { ...object, [name]: next };
  if (next === undefined) delete result[name];
  return result;
};

const checkedUnwind = (spec: unknown): Unwind => {
  const given = typeof spec === 'string' ? { path: spec } : spec;
  if (!isPlainObject(given))
    throw requestFailed(`expected either a string or an object as specification for $unwind stage, got ${typeof spec}`);
  const { path, includeArrayIndex: index, preserveNullAndEmptyArrays: preserves = false, ...others } = given;
  const [stranger] = Object.keys(others);
  if (stranger !== undefined) throw requestFailed(`unrecognized option to $unwind stage: ${stranger}`);
  if (path === undefined) throw requestFailed('no path specified to $unwind stage');
  if (typeof path !== 'string')
    throw requestFailed(`expected a string as the path for $unwind stage, got ${typeof path}`);
  if (!path.startsWith('$')) throw requestFailed(`path option to $unwind stage should be prefixed with a '$': ${path}`);
  if (index !== undefined && (typeof index !== 'string' || index === ''))
    throw requestFailed('expected a non-empty string for the includeArrayIndex option to $unwind stage');
  if (typeof index === 'string' && index.startsWith('$'))
    throw requestFailed(`includeArrayIndex option to $unwind stage should not be prefixed with a '$': ${index}`);
  if (typeof preserves !== 'boolean')
    throw requestFailed('expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage');
  return { names: path.slice(1).split('.'), preserves, ...(typeof index === 'string' && { indexField: index }) };
};
