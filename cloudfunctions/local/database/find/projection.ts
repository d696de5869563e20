import { requestFailed } from '../../protocol/cloud-error';
import type { PlainObject } from '../../protocol/plain';
import { type ArrayCut, cutOf } from './projection-cuts';
import { exclude, include, type PathTree, pathTree, replaceAt } from './projection-paths';

/**
 * What `field` leaves of each document: https://www.mongodb.com/docs/v4.2/reference/method/db.collection.find/#projection
 * `query` is the one that found them, for `field.$`.
 */
export const project = (
  documents: readonly PlainObject[],
  projection: PlainObject | undefined,
  query: PlainObject,
): PlainObject[] => [...projectEach(documents, projection, query)];

/** The same one by one, as they are asked for. */
export function* projectEach(
  documents: Iterable<PlainObject>,
  projection: PlainObject | undefined,
  query: PlainObject,
): Generator<PlainObject> {
  const isWhole = !projection || Object.keys(projection).length === 0;
  const compiled = isWhole ? undefined : compileProjection(projection, query);
  for (const document of documents) yield compiled ? projected(document, compiled) : document;
}

type Projection = {
  readonly includes: boolean;
  readonly withId: boolean;
  readonly tree: PathTree;
  readonly cuts: readonly ArrayCut[];
};

const projected = (document: PlainObject, { includes, withId, tree, cuts }: Projection): PlainObject => {
  const { _id, ...fields } = includes ? include(document, tree) : exclude(document, tree);
  let result: PlainObject = withId && document._id !== undefined ? { _id: document._id, ...fields } : fields;
  for (const { path, cut } of cuts) {
    result = replaceAt(result, path.split('.'), (value) => cut(value, document)) as PlainObject;
  }
  return result;
};

const compileProjection = ({ _id, ...fields }: PlainObject, query: PlainObject): Projection => {
  const cuts: ArrayCut[] = [];
  const paths = { included: [] as string[], excluded: [] as string[] };
  for (const [field, value] of Object.entries(fields)) {
    const cut = cutOf(field, value, query);
    if (cut) cuts.push(cut);
    if (cut?.includes) paths.included.push(cut.path);
    if (!cut) (isIncluded(value) ? paths.included : paths.excluded).push(field);
  }
  refuseMixture(paths.included, paths.excluded, cuts);
  const includes = paths.included.length > 0 || (Object.keys(fields).length === 0 && isIncluded(_id));
  const kept = includes ? [...paths.included, ...cuts.filter((cut) => !cut.includes).map(({ path }) => path)] : [];
  return {
    includes,
    withId: _id === undefined || isIncluded(_id),
    tree: pathTree(includes ? kept : paths.excluded),
    cuts,
  };
};

const isIncluded = (value: unknown): boolean => value === true || (typeof value === 'number' && value !== 0);

const refuseMixture = (included: readonly string[], excluded: readonly string[], cuts: readonly ArrayCut[]): void => {
  if (included.length > 0 && excluded.length > 0)
    throw requestFailed('Projection cannot have a mix of inclusion and exclusion.');
  const kinds = cuts.map(({ kind }) => kind);
  if (kinds.filter((kind) => kind === 'position').length > 1)
    throw requestFailed('Cannot specify more than one positional proj. per query.');
  if (kinds.includes('position') && kinds.includes('elemMatch'))
    throw requestFailed('Cannot specify positional operator and $elemMatch.');
};
