import { requestFailed } from '../../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../../protocol/plain';

/** Dotted paths by their names; a name without children is a whole field. */
export type PathTree = Map<string, PathTree>;

export const pathTree = (paths: readonly string[]): PathTree => {
  const root: PathTree = new Map();
  for (const path of paths) plant(root, path);
  return root;
};

const plant = (root: PathTree, path: string): void => {
  let branch = root;
  const names = path.split('.');
  for (const [at, name] of names.entries()) {
    if (name === '') throw requestFailed('FieldPath field names may not be empty strings.');
    const known = branch.get(name);
    const isLast = at === names.length - 1;
    if (known && (isLast || known.size === 0)) throw requestFailed(`Path collision at ${path}`);
    const next = known ?? new Map();
    branch.set(name, next);
    branch = next;
  }
};

/** Of arrays on the way only elements that are objects or arrays stay. */
export const include = (document: PlainObject, tree: PathTree): PlainObject => {
  const result: PlainObject = {};
  for (const [name, value] of Object.entries(document)) {
    const inner = tree.get(name);
    if (!inner) continue;
    const kept = inner.size === 0 ? value : includeIn(value, inner);
    if (kept !== undefined) result[name] = kept;
  }
  return result;
};

const includeIn = (value: unknown, tree: PathTree): unknown => {
  if (isPlainObject(value)) return include(value, tree);
  if (!Array.isArray(value)) return undefined;
  return value.map((item) => includeIn(item, tree)).filter((item) => item !== undefined);
};

export const exclude = (document: PlainObject, tree: PathTree): PlainObject => {
  const result: PlainObject = {};
  for (const [name, value] of Object.entries(document)) {
    const inner = tree.get(name);
    if (!inner) result[name] = value;
    else if (inner.size > 0) result[name] = excludeIn(value, inner);
  }
  return result;
};

const excludeIn = (value: unknown, tree: PathTree): unknown => {
  if (isPlainObject(value)) return exclude(value, tree);
  return Array.isArray(value) ? value.map((item) => excludeIn(item, tree)) : value;
};

/** A copy in which the values at the path are replaced; `undefined` takes the field away. */
export const replaceAt = (value: unknown, names: readonly string[], replace: (value: unknown) => unknown): unknown => {
  const [name, ...rest] = names;
  if (name === undefined) return replace(value);
  if (Array.isArray(value)) return value.map((item) => replaceAt(item, names, replace));
  if (!isPlainObject(value) || !Object.hasOwn(value, name)) return value;
  const { [name]: old, ...others } = value;
  const fresh = replaceAt(old, rest, replace);
  return fresh === undefined ? others : { ...value, [name]: fresh };
};
