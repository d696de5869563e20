import { isPlainObject } from '../../protocol/plain';

export type Test = (value: unknown) => boolean;

export const namesOf = (path: string): readonly string[] => path.split('.');

/**
 * Whether any value on a path passes, as MongoDB walks it: objects in arrays on the way are entered, a number is also a
 * position; an array at the end gives its elements and itself; where an object lacks the name, `undefined` is asked.
 */
export const someOnPath = (document: unknown, names: readonly string[], test: Test): boolean =>
  descend(document, names, 0, test, elementsAndArray);

/** The same, but an array at the end gives only itself (`$size`, `$elemMatch`). */
export const someWholeOnPath = (document: unknown, names: readonly string[], test: Test): boolean =>
  descend(document, names, 0, test, whole);

type Leaf = (value: unknown, test: Test) => boolean;

const whole: Leaf = (value, test) => test(value);

const elementsAndArray: Leaf = (value, test) => {
  if (Array.isArray(value)) for (const item of value) if (test(item)) return true;
  return test(value);
};

/** `value` is a document or any value reached before the path ended. */
const descend = (value: unknown, names: readonly string[], at: number, test: Test, leaf: Leaf): boolean => {
  const name = names[at];
  if (name === undefined) return leaf(value, test);
  if (Array.isArray(value)) return descendArray(value, names, at, test, leaf);
  if (!isPlainObject(value) || !Object.hasOwn(value, name)) return test(undefined);
  return descend(value[name], names, at + 1, test, leaf);
};

const descendArray = (
  list: readonly unknown[],
  names: readonly string[],
  at: number,
  test: Test,
  leaf: Leaf,
): boolean => {
  for (const item of list) if (isPlainObject(item) && descend(item, names, at, test, leaf)) return true;
  const name = names[at] ?? '';
  if (!/^(0|[1-9]\d*)$/.test(name) || Number(name) >= list.length) return false;
  const item = list[Number(name)];
  if (at + 1 === names.length) return leaf(item, test);
  return typeof item === 'object' && item !== null && descend(item, names, at + 1, test, leaf);
};
