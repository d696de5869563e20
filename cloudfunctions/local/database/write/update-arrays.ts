import { requestFailed } from '../../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../../protocol/plain';
import { typeNameOf } from '../expressions/type-name';
import { sorted, sortSpec } from '../find/sort';
import { compileFilter } from '../match/filter';
import { checkValue } from '../values/documents';
import { equalValues } from '../values/values';
import { hasPlace, type Place, readPlace } from './paths';

/** Nothing where there is no field; refuses what is no array. */
export const arrayAt = (operator: string, place: Place, path: string): readonly unknown[] | undefined => {
  if (!hasPlace(place)) return undefined;
  const value = readPlace(place);
  if (!Array.isArray(value))
    throw requestFailed(`The field '${path}' must be an array but is of type ${typeNameOf(value)} (${operator})`);
  return value;
};

export const eachOf = (operator: string, operand: unknown): readonly unknown[] => {
  if (!isPlainObject(operand) || !('$each' in operand)) return [operand];
  if (!Array.isArray(operand.$each)) throw requestFailed(`The argument to $each in ${operator} must be an array`);
  return operand.$each;
};

/** https://www.mongodb.com/docs/v4.2/reference/operator/update/push/ */
export const pushed = (list: readonly unknown[], operand: unknown): unknown[] => {
  const items = eachOf('$push', operand);
  for (const item of items) checkValue(item, 0);
  const options = isPlainObject(operand) && '$each' in operand ? operand : {};
  refuseModifiers(options);
  const position = typeof options.$position === 'number' ? options.$position : list.length;
  const at = position < 0 ? Math.max(0, list.length + position) : Math.min(position, list.length);
  const joined = [...list.slice(0, at), ...items, ...list.slice(at)];
  const ordered = options.$sort === undefined ? joined : sortedItems(joined, options.$sort);
  if (typeof options.$slice !== 'number') return ordered;
  return options.$slice < 0 ? ordered.slice(options.$slice) : ordered.slice(0, options.$slice);
};

const refuseModifiers = (options: PlainObject): void => {
  for (const [name, value] of Object.entries(options)) {
    if (!['$each', '$position', '$slice', '$sort'].includes(name))
      throw requestFailed(`Unrecognized clause in $push: ${name}`);
    if ((name === '$position' || name === '$slice') && !Number.isInteger(value))
      throw requestFailed(`The value for ${name} must be an integer value but was given type: ${typeNameOf(value)}`);
    if (name === '$sort' && value !== 1 && value !== -1 && !isPlainObject(value))
      throw requestFailed(
        'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
      );
  }
};

const sortedItems = (items: readonly unknown[], order: unknown): unknown[] => {
  if (isPlainObject(order)) return sorted(items, sortSpec(order));
  return sorted(
    items.map((value) => ({ value })),
    sortSpec({ value: order }),
  ).map(({ value }) => value);
};

export const withoutMatches = (list: readonly unknown[], condition: unknown): unknown[] => {
  if (!isPlainObject(condition)) return list.filter((item) => !equalValues(item, condition));
  const isOperators = Object.keys(condition).some((key) => key.startsWith('$'));
  const filter = compileFilter(isOperators ? { value: condition } : condition);
  return list.filter((item) => {
    if (isOperators) return !filter.test({ value: item });
    return !(isPlainObject(item) && filter.test(item));
  });
};
