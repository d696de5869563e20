import { notEmulated, requestFailed } from '../../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../../protocol/plain';
import { compileFilter } from '../match/filter';
import { replaceAt } from './projection-paths';

/** How one array field is cut. */
export type ArrayCut = {
  readonly kind: 'slice' | 'elemMatch' | 'position';
  readonly path: string;
  /** Whether naming it leaves only what is named. */
  readonly includes: boolean;
  /** `undefined` takes the field away. */
  readonly cut: (value: unknown, document: PlainObject) => unknown;
};

/** `{ list: { $slice: 3 } }`, `{ list: { $elemMatch: … } }` or `{ 'list.$': 1 }`; nothing for a plain field. */
export const cutOf = (field: string, value: unknown, query: PlainObject): ArrayCut | undefined => {
  if (field.endsWith('.$')) return matchedElement(field.slice(0, -2), query);
  if (field.split('.').some((name) => name.startsWith('$')))
    throw requestFailed(`Positional projection '${field}' may only have $ at its end.`);
  if (!isPlainObject(value)) return undefined;
  const [operator, ...others] = Object.keys(value);
  if (others.length > 0) throw requestFailed(`>1 field in obj: ${JSON.stringify(value)}`);
  if (operator === '$slice') return slice(field, value.$slice);
  if (operator === '$elemMatch') return firstMatch(field, value.$elemMatch);
  throw operator?.startsWith('$')
    ? requestFailed(`Unsupported projection option: ${field}: ${JSON.stringify(value)}`)
    : notEmulated(`an object in a projection (${field}); name nested fields by a dotted path`);
};

const slice = (path: string, operand: unknown): ArrayCut => {
  const cut = sliceOf(operand);
  return { kind: 'slice', path, includes: false, cut: (value) => (Array.isArray(value) ? cut(value) : value) };
};

const sliceOf = (operand: unknown): ((list: readonly unknown[]) => readonly unknown[]) => {
  if (typeof operand === 'number') return (list) => (operand < 0 ? list.slice(operand) : list.slice(0, operand));
  if (!Array.isArray(operand)) throw requestFailed('$slice only supports numbers and [skip, limit] arrays');
  const [skip, limit] = operand;
  if (operand.length !== 2 || typeof skip !== 'number' || typeof limit !== 'number')
    throw requestFailed('$slice array wrong size');
  if (limit <= 0) throw requestFailed('$slice limit must be positive');
  return (list) => {
    const start = skip < 0 ? Math.max(0, list.length + skip) : skip;
    return list.slice(start, start + limit);
  };
};

const firstMatch = (path: string, condition: unknown): ArrayCut => {
  if (path.includes('.')) throw requestFailed('Cannot use $elemMatch projection on a nested field.');
  if (!isPlainObject(condition)) throw requestFailed('elemMatch: Invalid argument, object required');
  const filter = compileFilter({ [path]: { $elemMatch: condition } });
  const cut = (value: unknown) => {
    const found = Array.isArray(value) ? value.filter((item) => filter.test({ [path]: [item] })) : [];
    return found.length === 0 ? undefined : found.slice(0, 1);
  };
  return { kind: 'elemMatch', path, includes: true, cut };
};

/** The element by which the last condition on the array holds. */
const matchedElement = (path: string, query: PlainObject): ArrayCut => {
  const condition = conditionsOn(path, query).at(-1);
  if (!condition) throw requestFailed('Positional operator does not match the query specifier.');
  const filter = compileFilter(condition);
  const cut = (value: unknown, document: PlainObject) => {
    if (!Array.isArray(value)) return value;
    const alone = (item: unknown) => replaceAt(document, path.split('.'), () => [item]) as PlainObject;
    const at = value.findIndex((item) => filter.test(alone(item)));
    if (at < 0) throw requestFailed('Positional operator does not match the query specifier.');
    return [value[at]];
  };
  return { kind: 'position', path, includes: true, cut };
};

const conditionsOn = (path: string, query: PlainObject): PlainObject[] =>
  Object.entries(query).flatMap(([key, value]) => {
    if (key === '$and' && Array.isArray(value))
      return value.filter(isPlainObject).flatMap((part) => conditionsOn(path, part));
    if (key === '$or' && Array.isArray(value) && value.some((part) => conditionsOn(path, part).length > 0))
      throw notEmulated('a positional projection of a field asked for under $or');
    return key === path || key.startsWith(`${path}.`) ? [{ [key]: value }] : [];
  });
