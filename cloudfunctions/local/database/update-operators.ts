import { isDeepStrictEqual } from 'node:util';
import { notEmulated, requestFailed } from '../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../protocol/plain';
import { checkValue, type StoredDocument } from './documents';
import { compileFilter } from './filter';
import { encodeValue } from './order-key';
import { hasPlace, type Place, placeOf, readPlace, refuseConflicts, writePlace } from './paths';
import { sorted, sortSpec } from './sort';

type Operator = (place: Place, operand: unknown, path: string, document: StoredDocument) => void;

/** Apply `{ $set: …, $inc: … }` to a copy of the document; refuses what MongoDB refuses, where a lax engine would do nothing. */
export const applyUpdate = (document: StoredDocument, update: PlainObject): StoredDocument => {
  const steps = Object.entries(update).flatMap(([operator, fields]) => {
    if (!Object.hasOwn(OPERATORS, operator)) throw notEmulated(`the update operator ${operator}`);
    if (!isPlainObject(fields))
      throw requestFailed(`Modifiers operate on fields but we found ${typeof fields} for ${operator}`);
    return Object.entries(fields).map(([path, operand]) => ({ operator, path, operand }));
  });
  refuseConflicts(
    steps.flatMap(({ operator, path, operand }) => (operator === '$rename' ? [path, String(operand)] : [path])),
  );
  const result = structuredClonePlain(document);
  for (const { operator, path, operand } of steps) {
    if (path === '_id' || path.startsWith('_id.'))
      throw requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'");
    const place = placeOf(result, path, !LEAVES_ALONE.has(operator));
    if (place) OPERATORS[operator]?.(place, operand, path, result);
  }
  return result;
};

const LEAVES_ALONE = new Set(['$unset', '$pull', '$pullAll', '$pop', '$rename']);

const structuredClonePlain = <T>(value: T): T => {
  if (Array.isArray(value)) return value.map(structuredClonePlain) as T;
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, structuredClonePlain(item)])) as T;
};

const OPERATORS: Record<string, Operator> = {
  $set: (place, value) => {
    checkValue(value, 0);
    writePlace(place, value);
  },
  $unset: ({ container, name }) => {
    if (!Array.isArray(container)) delete container[name];
    else if (Number(name) < container.length) container[Number(name)] = null;
  },
  $inc: (place, by, path) => arithmetic('$inc', place, by, path, (now, operand) => now + operand),
  $mul: (place, by, path) => arithmetic('$mul', place, by, path, (now, operand) => now * operand),
  $min: (place, value) => {
    if (!hasPlace(place) || Buffer.compare(encodeValue(value), encodeValue(readPlace(place))) < 0)
      writePlace(place, value);
  },
  $max: (place, value) => {
    if (!hasPlace(place) || Buffer.compare(encodeValue(value), encodeValue(readPlace(place))) > 0)
      writePlace(place, value);
  },
  $push: (place, operand, path) => {
    const list = arrayAt('$push', place, path) ?? [];
    writePlace(place, pushed(list, operand));
  },
  $addToSet: (place, operand, path) => {
    const list = [...(arrayAt('$addToSet', place, path) ?? [])];
    for (const item of eachOf('$addToSet', operand)) {
      checkValue(item, 0);
      if (!list.some((known) => isDeepStrictEqual(known, item))) list.push(item);
    }
    writePlace(place, list);
  },
  $pop: (place, side, path) => {
    const list = arrayAt('$pop', place, path);
    if (side !== 1 && side !== -1) throw requestFailed('$pop expects 1 or -1');
    if (list) writePlace(place, side === 1 ? list.slice(0, -1) : list.slice(1));
  },
  $pull: (place, condition, path) => {
    const list = arrayAt('$pull', place, path);
    if (list) writePlace(place, withoutMatches(list, condition));
  },
  $pullAll: (place, values, path) => {
    const list = arrayAt('$pullAll', place, path);
    if (!Array.isArray(values)) throw requestFailed('$pullAll requires an array argument');
    if (list)
      writePlace(
        place,
        list.filter((item) => !values.some((value) => isDeepStrictEqual(value, item))),
      );
  },
  $rename: (place, to, path, document) => {
    if (typeof to !== 'string') throw requestFailed(`The 'to' field for $rename must be a string: ${path}`);
    if (Array.isArray(place.container))
      throw requestFailed(`The source field of $rename cannot be an array element: ${path}`);
    if (!hasPlace(place)) return;
    const value = readPlace(place);
    delete place.container[place.name];
    const target = placeOf(document, to, true);
    if (target) writePlace(target, value);
  },
};

const arithmetic = (
  name: string,
  place: Place,
  by: unknown,
  path: string,
  compute: (now: number, by: number) => number,
): void => {
  if (typeof by !== 'number')
    throw requestFailed(
      `Cannot ${name === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${JSON.stringify(by)}}`,
    );
  const now = hasPlace(place) ? readPlace(place) : 0;
  if (typeof now !== 'number')
    throw requestFailed(`Cannot apply ${name} to a value of non-numeric type (field '${path}')`);
  writePlace(place, compute(now, by));
};

const arrayAt = (operator: string, place: Place, path: string): readonly unknown[] | undefined => {
  if (!hasPlace(place)) return undefined;
  const value = readPlace(place);
  if (!Array.isArray(value)) throw requestFailed(`The field '${path}' must be an array for ${operator}`);
  return value;
};

const eachOf = (operator: string, operand: unknown): readonly unknown[] => {
  if (!isPlainObject(operand) || !('$each' in operand)) return [operand];
  if (!Array.isArray(operand.$each)) throw requestFailed(`The argument to $each in ${operator} must be an array`);
  return operand.$each;
};

const pushed = (list: readonly unknown[], operand: unknown): unknown[] => {
  const items = eachOf('$push', operand);
  for (const item of items) checkValue(item, 0);
  const options = isPlainObject(operand) && '$each' in operand ? operand : {};
  const position = typeof options.$position === 'number' ? options.$position : list.length;
  const at = position < 0 ? Math.max(0, list.length + position) : Math.min(position, list.length);
  const joined = [...list.slice(0, at), ...items, ...list.slice(at)];
  const ordered = options.$sort === undefined ? joined : sortedItems(joined, options.$sort);
  if (typeof options.$slice !== 'number') return ordered;
  return options.$slice < 0 ? ordered.slice(options.$slice) : ordered.slice(0, options.$slice);
};

const sortedItems = (items: readonly unknown[], order: unknown): unknown[] => {
  if (isPlainObject(order)) return sorted(items, sortSpec(order));
  return sorted(
    items.map((value) => ({ value })),
    sortSpec({ value: order }),
  ).map(({ value }) => value);
};

const withoutMatches = (list: readonly unknown[], condition: unknown): unknown[] => {
  if (!isPlainObject(condition)) return list.filter((item) => !isDeepStrictEqual(item, condition));
  const isOperators = Object.keys(condition).some((key) => key.startsWith('$'));
  const filter = compileFilter(isOperators ? { value: condition } : condition);
  return list.filter((item) => {
    if (isOperators) return !filter.test({ value: item });
    return !(isPlainObject(item) && filter.test(item));
  });
};
