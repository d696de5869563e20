import { notEmulated, requestFailed } from '../../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../../protocol/plain';
import { checkValue, type StoredDocument } from '../values/documents';
import { compareValues, equalValues } from '../values/values';
import { hasPlace, type Place, placeOf, placesOf, readPlace, refuseConflicts, writePlace } from './paths';
import { arrayAt, eachOf, pushed, withoutMatches } from './update-arrays';
import { arithmetic, bitwise } from './update-numbers';

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
    if (operator === '$set' && path === '_id' && equalValues(operand, document._id)) continue;
    if (path === '_id' || path.startsWith('_id.'))
      throw requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'");
    for (const place of placesOf(result, path, !LEAVES_ALONE.has(operator)))
      OPERATORS[operator]?.(place, operand, path, result);
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
  $bit: bitwise,
  $min: (place, value) => {
    if (!hasPlace(place) || compareValues(value, readPlace(place)) < 0) writePlace(place, value);
  },
  $max: (place, value) => {
    if (!hasPlace(place) || compareValues(value, readPlace(place)) > 0) writePlace(place, value);
  },
  $push: (place, operand, path) => {
    const list = arrayAt('$push', place, path) ?? [];
    writePlace(place, pushed(list, operand));
  },
  $addToSet: (place, operand, path) => {
    const list = [...(arrayAt('$addToSet', place, path) ?? [])];
    for (const item of eachOf('$addToSet', operand)) {
      checkValue(item, 0);
      if (!list.some((known) => equalValues(known, item))) list.push(item);
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
        list.filter((item) => !values.some((value) => equalValues(value, item))),
      );
  },
  $rename: (place, to, path, document) => {
    if (typeof to !== 'string') throw requestFailed(`The 'to' field for $rename must be a string: ${path}`);
    if (to === '_id' || to.startsWith('_id.'))
      throw requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'");
    if (Array.isArray(place.container))
      throw requestFailed(`The source field of $rename cannot be an array element: ${path}`);
    if (!hasPlace(place)) return;
    const value = readPlace(place);
    delete place.container[place.name];
    const target = placeOf(document, to, true);
    if (target) writePlace(target, value);
  },
};
