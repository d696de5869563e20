import { requestFailed } from '../../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../../protocol/plain';
import { isNothing, type Operators, ofArguments } from './operator';
import { typeNameOf } from './type-name';

/** Later ones win; nothing is passed over. */
export const mergedObjects = (objects: readonly unknown[]): PlainObject => {
  const result: PlainObject = {};
  for (const [at, object] of objects.entries()) {
    if (isNothing(object)) continue;
    if (!isPlainObject(object))
      throw requestFailed(`$mergeObjects requires object inputs, but input ${at} is of type ${typeNameOf(object)}`);
    Object.assign(result, object);
  }
  return result;
};

const toPairs = (object: unknown): PlainObject[] | null => {
  if (isNothing(object)) return null;
  if (!isPlainObject(object))
    throw requestFailed(`$objectToArray requires a document input, found: ${typeNameOf(object)}`);
  return Object.entries(object).map(([k, v]) => ({ k, v }));
};

const fromPairs = (list: unknown): PlainObject | null => {
  if (isNothing(list)) return null;
  if (!Array.isArray(list)) throw requestFailed(`$arrayToObject requires an array input, found: ${typeNameOf(list)}`);
  return Object.fromEntries(list.map((pair) => pairOf(pair, Array.isArray(list[0]))));
};

const pairOf = (pair: unknown, asLists: boolean): [string, unknown] => {
  const [key, value] = asLists ? pairOfList(pair) : pairOfObject(pair);
  if (typeof key !== 'string')
    throw requestFailed(`$arrayToObject requires a key of type string. Found type: ${typeNameOf(key)}`);
  return [key, value];
};

const pairOfList = (pair: unknown): readonly unknown[] => {
  if (!Array.isArray(pair))
    throw requestFailed(
      `$arrayToObject requires a consistent input format. Elements must all be arrays or all be objects. Array was detected, now found: ${typeNameOf(pair)}`,
    );
  if (pair.length !== 2)
    throw requestFailed(`$arrayToObject requires an array of size 2 arrays,found array of size: ${pair.length}`);
  return pair;
};

const pairOfObject = (pair: unknown): readonly unknown[] => {
  if (!isPlainObject(pair))
    throw requestFailed(
      `$arrayToObject requires a consistent input format. Elements must all be arrays or all be objects. Object was detected, now found: ${typeNameOf(pair)}`,
    );
  const keys = Object.keys(pair);
  if (keys.length !== 2 || !('k' in pair) || !('v' in pair))
    throw requestFailed("$arrayToObject requires an object keys of 'k' and 'v'");
  return [pair.k, pair.v];
};

/** https://www.mongodb.com/docs/v4.2/reference/operator/aggregation/#object-expression-operators */
export const OBJECTS: Operators = {
  $mergeObjects: ofArguments('$mergeObjects', 0, Number.POSITIVE_INFINITY, (...objects) => mergedObjects(objects)),
  $objectToArray: ofArguments('$objectToArray', 1, 1, toPairs),
  $arrayToObject: ofArguments('$arrayToObject', 1, 1, fromPairs),
};
