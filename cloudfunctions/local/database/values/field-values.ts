import { isPlainObject } from '../../protocol/plain';

export type FieldValues = {
  /** Every value that a query on this path may compare with; `undefined` where the path leads nowhere. */
  readonly values: readonly unknown[];
  /** The path up to the first array on the way, when there is one. */
  readonly arrayAt?: string;
};

/** The values of a dotted path, arrays on the way and at the end expanded as MongoDB's multikey indexes do. */
export const fieldValues = (document: unknown, path: string): FieldValues => {
  const values: unknown[] = [];
  const arrays: string[] = [];
  collect(document, path.split('.'), 0, values, arrays);
  return arrays[0] === undefined ? { values } : { values, arrayAt: arrays[0] };
};

const collect = (value: unknown, path: readonly string[], at: number, into: unknown[], arrays: string[]): void => {
  const name = path[at];
  if (name === undefined) {
    collectLeaf(value, path, into, arrays);
  } else if (Array.isArray(value)) {
    arrays.push(path.slice(0, at).join('.'));
    if (/^\d+$/.test(name) && Number(name) < value.length) collect(value[Number(name)], path, at + 1, into, arrays);
    if (value.length === 0) into.push(undefined);
    for (const item of value) collect(Array.isArray(item) ? undefined : item, path, at, into, arrays);
  } else if (isPlainObject(value) && Object.hasOwn(value, name)) {
    collect(value[name], path, at + 1, into, arrays);
  } else {
    into.push(undefined);
  }
};

const collectLeaf = (value: unknown, path: readonly string[], into: unknown[], arrays: string[]): void => {
  if (!Array.isArray(value)) {
    into.push(value);
    return;
  }
  arrays.push(path.join('.'));
  if (value.length === 0) into.push(value);
  else into.push(...value);
};
