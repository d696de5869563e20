import type { PlainObject } from '../../protocol/plain';
import { compileFilter, type Filter } from '../match/filter';
import { type CollectionState, documentKey, documentKeyOf, rangeUnder, type Store } from '../store/store';
import type { WriteLocks } from '../store/write-locks';
import type { StoredDocument } from '../values/documents';
import { firstInOrder } from './first-in-order';
import { isBounded, type KeyRange, type Plan, planQuery } from './plan';
import { MOST_SCANNED, type ScanPolicy } from './scan-policy';
import { type SortSpec, samePlace } from './sort';

export type Reader = { readonly store: Store; readonly scans: ScanPolicy; readonly locks: WriteLocks };

export type FindRequest = {
  readonly filter: PlainObject;
  readonly sort?: SortSpec;
  readonly offset?: number;
  readonly limit?: number;
};

export const findDocuments = (reader: Reader, collection: CollectionState, request: FindRequest): StoredDocument[] => [
  ...foundDocuments(reader, collection, request),
];

/** One by one, as they are asked for: before anything else is done with the database. */
export function* foundDocuments(
  reader: Reader,
  collection: CollectionState,
  request: FindRequest,
): Generator<StoredDocument> {
  const { sort = [], offset = 0, limit = Number.POSITIVE_INFINITY } = request;
  const filter = compileFilter(request.filter);
  const plan = planQuery(collection, request.filter, sort);
  const matches = matching(reader, collection, plan, filter, request);
  if (filter.distance && sort.length === 0) yield* part(byDistance([...matches], filter.distance), offset, limit);
  else yield* part(inOrder(matches, sort, plan.served, offset + limit), offset, limit);
}

function* part<T>(documents: Iterable<T>, offset: number, limit: number): Generator<T> {
  if (limit <= 0) return;
  let at = 0;
  for (const document of documents) {
    at += 1;
    if (at > offset) yield document;
    if (at >= offset + limit) return;
  }
}

/** The nearest first. */
const byDistance = (documents: readonly StoredDocument[], distance: (document: unknown) => number): StoredDocument[] =>
  documents
    .map((document) => ({ document, metres: distance(document) }))
    .sort((one, other) => one.metres - other.metres)
    .map(({ document }) => document);

/** Only `_id`s are looked at when there is nothing to filter. */
export const countDocuments = (reader: Reader, collection: CollectionState, filter: PlainObject): number => {
  if (Object.keys(filter).length === 0) return collectionSize(reader.store, collection);
  let total = 0;
  const plan = planQuery(collection, filter);
  for (const _ of matching(reader, collection, plan, compileFilter(filter), { filter })) total += 1;
  return total;
};

export const collectionSize = (store: Store, collection: CollectionState, atMost?: number): number => {
  return store.documents.getKeysCount({ ...rangeUnder(collection.id), ...(atMost !== undefined && { limit: atMost }) });
};

/** An index may give the first fields of the order: documents equal in these are sorted among themselves. */
function* inOrder(
  matches: Iterable<StoredDocument>,
  sort: SortSpec,
  served: number,
  most: number,
): Generator<StoredDocument> {
  if (served === sort.length) {
    yield* matches;
    return;
  }
  const given = sort.slice(0, served);
  let group = firstInOrder<StoredDocument>(sort, most);
  let first: StoredDocument | undefined;
  for (const document of matches) {
    if (first && served > 0 && !samePlace(given, first, document)) {
      yield* group.taken();
      group = firstInOrder(sort, most);
      first = undefined;
    }
    first ??= document;
    group.add(document);
  }
  yield* group.taken();
}

export function* matching(
  reader: Reader,
  collection: CollectionState,
  plan: Plan,
  filter: Filter,
  request: FindRequest,
): Generator<StoredDocument> {
  const guard = scanGuard(reader, collection, plan, request);
  let examined = 0;
  for (const document of candidates(reader.store, collection, plan)) {
    examined += 1;
    if (examined > MOST_SCANNED) guard();
    if (filter.test(document)) yield document;
  }
}

/** A walk that follows no condition is a scan; only a page from its beginning, in the order of an index, is not. */
const scanGuard = (reader: Reader, collection: CollectionState, plan: Plan, request: FindRequest): (() => void) => {
  const { filter, sort = [], limit } = request;
  if (isBounded(plan)) return () => {};
  const isPage = Object.keys(filter).length === 0 && plan.served === sort.length && limit !== undefined;
  if (isPage) return () => {};
  let told = false;
  const tell = (): void => {
    if (!told) reader.scans.scanned(collection.name, filter, sort);
    told = true;
  };
  const readsAll = plan.served === 0 || limit === undefined;
  if (readsAll && collectionSize(reader.store, collection, MOST_SCANNED + 1) > MOST_SCANNED) tell();
  return tell;
};

export function* candidates(store: Store, collection: CollectionState, plan: Plan): Generator<StoredDocument> {
  if (plan.kind === 'index') {
    if (plan.index) yield* throughIndex(store, collection, plan);
    else for (const range of plan.ranges) yield* walkDocuments(store, range, plan.reverse);
    return;
  }
  const seen = new Set<unknown>();
  const sources =
    plan.kind === 'ids'
      ? [byIds(store, collection, plan.ids)]
      : plan.plans.map((one) => candidates(store, collection, one));
  for (const source of sources) {
    for (const document of source) {
      if (seen.has(document._id)) continue;
      seen.add(document._id);
      yield document;
    }
  }
}

function* byIds(store: Store, collection: CollectionState, ids: readonly unknown[]): Generator<StoredDocument> {
  for (const id of ids) {
    if (typeof id !== 'string' && typeof id !== 'number') continue;
    const key = documentKey(collection, id);
    const document = key.length < 1_900 ? store.documents.get(key) : undefined;
    if (document) yield document;
  }
}

function* throughIndex(
  store: Store,
  collection: CollectionState,
  plan: Extract<Plan, { kind: 'index' }>,
): Generator<StoredDocument> {
  const repeats = plan.ranges.length > 1 || (plan.index?.multikey.size ?? 0) > 0;
  const seen = new Set<string>();
  for (const range of plan.ranges) {
    for (const { value } of store.entries.getRange(walk(range, plan.reverse))) {
      const key = documentKeyOf(collection, value);
      if (repeats) {
        const name = key.toString('latin1');
        if (seen.has(name)) continue;
        seen.add(name);
      }
      const document = store.documents.get(key);
      if (document) yield document;
    }
  }
}

function* walkDocuments(store: Store, range: KeyRange, reverse: boolean): Generator<StoredDocument> {
  for (const { value } of store.documents.getRange(walk(range, reverse))) yield value;
}

const walk = ({ start, end }: KeyRange, reverse: boolean) =>
  reverse ? { start: end, end: start, reverse: true, exclusiveStart: true, inclusiveEnd: true } : { start, end };
