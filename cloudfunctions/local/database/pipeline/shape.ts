import { requestFailed } from '../../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../../protocol/plain';
import { over, type Stage } from './stage';

/** What becomes of a field: kept, dropped, computed, or a tree of its own. */
type Leaf = { readonly is: 'kept' | 'dropped' } | { readonly is: 'computed'; readonly expression: unknown };
type Tree = { readonly is: 'tree'; readonly fields: Map<string, Leaf | Tree> };
type Compute = (expression: unknown) => unknown;

/** https://www.mongodb.com/docs/v4.2/reference/operator/aggregation/project/ */
export const projectStage: Stage = (documents, spec, variables) => {
  if (!isPlainObject(spec)) throw requestFailed('$project specification must be an object');
  if (Object.keys(spec).length === 0) throw requestFailed('$project specification must have at least one field');
  const tree = treeOf(spec, leafOfProject);
  const excludes = refuseMixture(tree);
  if (!excludes && !tree.fields.has('_id')) tree.fields.set('_id', { is: 'kept' });
  return documents.map(
    (document) => shaped(document, tree, excludes, over(document, variables).evaluate) as PlainObject,
  );
};

/** https://www.mongodb.com/docs/v4.2/reference/operator/aggregation/addFields/ */
export const addFieldsStage: Stage = (documents, spec, variables) => {
  if (!isPlainObject(spec)) throw requestFailed('$addFields specification stage must be an object');
  if (Object.keys(spec).length === 0)
    throw requestFailed('Invalid $addFields :: caused by :: specification must have at least one field');
  const tree = treeOf(spec, (expression) => ({ is: 'computed', expression }));
  return documents.map((document) => shaped(document, tree, true, over(document, variables).evaluate) as PlainObject);
};

const leafOfProject = (value: unknown): Leaf => {
  if (typeof value === 'number' || typeof value === 'boolean') return { is: value ? 'kept' : 'dropped' };
  return { is: 'computed', expression: value };
};

const treeOf = (spec: PlainObject, leafOf: (value: unknown) => Leaf): Tree => {
  const tree: Tree = { is: 'tree', fields: new Map() };
  for (const [path, value] of Object.entries(spec)) plant(tree, path, path.split('.'), value, leafOf);
  return tree;
};

const plant = (
  tree: Tree,
  path: string,
  [name = '', ...rest]: readonly string[],
  value: unknown,
  leafOf: (value: unknown) => Leaf,
): void => {
  if (name === '' || name.startsWith('$'))
    throw requestFailed(`FieldPath field names may not start with '$'.: ${path}`);
  const known = tree.fields.get(name);
  const isNested = isPlainObject(value) && !Object.keys(value)[0]?.startsWith('$') && Object.keys(value).length > 0;
  if (known && (known.is !== 'tree' || (rest.length === 0 && !isNested)))
    throw requestFailed(
      `Invalid $project :: caused by :: specification contains two conflicting paths. Cannot specify both '${path}' and a part of it`,
    );
  if (rest.length === 0 && !isNested) {
    tree.fields.set(name, leafOf(value));
    return;
  }
  const inner: Tree = known?.is === 'tree' ? known : { is: 'tree', fields: new Map() };
  tree.fields.set(name, inner);
  if (rest.length > 0) plant(inner, path, rest, value, leafOf);
  else if (isPlainObject(value))
    for (const [key, item] of Object.entries(value)) plant(inner, path, key.split('.'), item, leafOf);
};

/** Answers whether it excludes. Only `_id` may be otherwise than the rest. */
const refuseMixture = (tree: Tree): boolean => {
  const kinds = new Set([...tree.fields].flatMap(([name, node]) => (name === '_id' ? [] : kindsOf(node))));
  if (kinds.size === 0) return tree.fields.get('_id')?.is === 'dropped';
  if (!kinds.has('dropped')) return false;
  if (kinds.size === 1 && ['kept', 'computed'].includes(tree.fields.get('_id')?.is ?? 'dropped') === false) return true;
  const first = [...tree.fields].flatMap(([, node]) => kindsOf(node))[0];
  throw requestFailed(
    first === 'dropped'
      ? 'Bad projection specification, cannot include fields or add computed fields during an exclusion projection'
      : "Bad projection specification, cannot exclude fields other than '_id' in an inclusion projection",
  );
};

const kindsOf = (node: Leaf | Tree): Leaf['is'][] =>
  node.is === 'tree' ? [...node.fields.values()].flatMap(kindsOf) : [node.is];

/** Lists on the way are shaped element by element. `rest`: what no one names is kept. */
const shaped = (value: unknown, tree: Tree, rest: boolean, compute: Compute): unknown => {
  if (Array.isArray(value))
    return value.map((item) => shaped(item, tree, rest, compute)).filter((item) => item !== undefined);
  const isObject = isPlainObject(value);
  if (!isObject && !kindsOf(tree).includes('computed')) return rest ? value : undefined;
  const result: PlainObject = {};
  const put = (name: string, item: unknown): void => {
    if (item !== undefined) result[name] = item;
  };
  for (const [name, item] of Object.entries(isObject ? value : {})) {
    const node = tree.fields.get(name);
    if (node?.is === 'tree') put(name, shaped(item, node, rest, compute));
    else if (node?.is === 'kept' || (!node && rest)) put(name, item);
    else if (node?.is === 'computed' && rest) put(name, compute(node.expression));
  }
  for (const [name, node] of tree.fields) {
    const isThere = isObject && Object.hasOwn(value, name);
    if (node.is === 'computed' && !(rest && isThere)) put(name, compute(node.expression));
    if (node.is === 'tree' && !isThere && kindsOf(node).includes('computed'))
      put(name, shaped({}, node, rest, compute));
  }
  return result;
};
