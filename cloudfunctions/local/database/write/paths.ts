import { notEmulated, requestFailed } from '../../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../../protocol/plain';
import { checkFieldName, type StoredDocument } from '../values/documents';

/** Where a dotted path of an update leads: the container and the last name in it. */
export type Place = { readonly container: PlainObject | unknown[]; readonly name: string };

const INDEX = /^\d{1,6}$/;

export const readPlace = ({ container, name }: Place): unknown =>
  Array.isArray(container) ? container[Number(name)] : Object.hasOwn(container, name) ? container[name] : undefined;

export const hasPlace = ({ container, name }: Place): boolean =>
  Array.isArray(container) ? Number(name) < container.length : Object.hasOwn(container, name);

export const writePlace = ({ container, name }: Place, value: unknown): void => {
  if (!Array.isArray(container)) {
    container[name] = value;
    return;
  }
  while (container.length < Number(name)) container.push(null);
  container[Number(name)] = value;
};

/** Find the place of a path; on the way make the objects that are missing, or answer nothing when `make` is false. */
export const placeOf = (document: StoredDocument, path: string, make: boolean): Place | undefined => {
  const names = path.split('.');
  let container: PlainObject | unknown[] = document;
  for (const [at, name] of names.entries()) {
    refuseName(container, name, path);
    if (at === names.length - 1) return { container, name };
    const place: Place = { container, name };
    let next = readPlace(place);
    if (next === undefined && !hasPlace(place)) {
      if (!make) return undefined;
      next = {};
      writePlace(place, next);
    }
    if (!isPlainObject(next) && !Array.isArray(next)) {
      if (!make) return undefined;
      throw requestFailed(`Cannot create field '${names[at + 1]}' in element {${name}: ${JSON.stringify(next)}}`);
    }
    container = next;
  }
  return undefined;
};

/** All places of a path: `$[]` stands for every element of the array before it. */
export const placesOf = (document: StoredDocument, path: string, make: boolean): readonly Place[] => {
  const names = path.split('.');
  const at = names.indexOf('$[]');
  if (at <= 0) {
    const place = placeOf(document, path, make);
    return place ? [place] : [];
  }
  const place = placeOf(document, names.slice(0, at).join('.'), false);
  const list = place && hasPlace(place) ? readPlace(place) : undefined;
  if (list === undefined)
    throw requestFailed(
      `The path '${names.slice(0, at).join('.')}' must exist in the document in order to apply array updates.`,
    );
  if (!Array.isArray(list)) throw requestFailed(`Cannot apply array updates to non-array element ${names[at - 1]}`);
  return list.flatMap((_, index) =>
    placesOf(document, [...names.slice(0, at), index, ...names.slice(at + 1)].join('.'), make),
  );
};

const refuseName = (container: PlainObject | unknown[], name: string, path: string): void => {
  if (name.startsWith('$')) throw notEmulated(`the positional operator in '${path}'`);
  if (Array.isArray(container) && !INDEX.test(name))
    throw requestFailed(`Cannot create field '${name}' in an array (path '${path}')`);
  checkFieldName(name);
};

/** Two operators may not touch the same value. */
export const refuseConflicts = (paths: readonly string[]): void => {
  for (const [at, path] of paths.entries()) {
    const other = paths
      .slice(at + 1)
      .find((one) => one === path || one.startsWith(`${path}.`) || path.startsWith(`${one}.`));
    if (other !== undefined) throw requestFailed(`Updating the path '${other}' would create a conflict at '${path}'`);
  }
};
