import type { PlainObject } from '../../protocol/plain';
import type { CollectionState, Store } from '../store/store';
import { type Plan, planQuery } from './plan';
import { type FindRequest, findDocuments, type Reader } from './read';

/** How a query is answered, and what that cost: counted while it really ran. */
export type Explanation = {
  /** `ids`: by `_id`; `index`; `union`: one plan per branch of `$or`; `scan`: the whole collection. */
  readonly plan: 'ids' | 'index' | 'union' | 'scan';
  /** The names of the indexes that were walked; `_id_` is the order of the documents themselves. */
  readonly indexes: readonly string[];
  /** Whether the index gives the wanted order, so that nothing is sorted. */
  readonly isOrdered: boolean;
  readonly keysExamined: number;
  readonly documentsExamined: number;
  readonly returned: number;
};

export const explainQuery = (reader: Reader, collection: CollectionState, request: FindRequest): Explanation => {
  const { sort = [] } = request;
  const counts = { keys: 0, documents: 0 };
  const plan = planQuery(collection, request.filter, sort);
  const returned = findDocuments({ ...reader, store: counting(reader.store, counts) }, collection, request).length;
  return {
    plan: plan.kind === 'index' && !plan.bounded && !plan.index ? 'scan' : plan.kind,
    indexes: [...new Set(indexesOf(plan))],
    isOrdered: sort.length > 0 && plan.served === sort.length,
    keysExamined: counts.keys,
    documentsExamined: counts.documents,
    returned,
  };
};

const indexesOf = (plan: Plan): string[] => {
  if (plan.kind === 'union') return plan.plans.flatMap(indexesOf);
  return [plan.kind === 'index' ? (plan.index?.definition.name ?? '_id_') : '_id_'];
};

type Counts = { keys: number; documents: number };

const counting = (store: Store, counts: Counts): Store => ({
  ...store,
  documents: watched(store.documents, {
    get: () => {
      counts.documents += 1;
    },
    getRange: () => {
      counts.documents += 1;
      counts.keys += 1;
    },
  }),
  entries: watched(store.entries, {
    getRange: () => {
      counts.keys += 1;
    },
  }),
});

type Watch = { readonly get?: () => void; readonly getRange?: () => void };

/** The same part of the store, which tells each document that is fetched and each entry that is walked. */
const watched = <T extends Store['documents'] | Store['entries']>(part: T, watch: Watch): T =>
  new Proxy(part, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      if (name === 'getRange') return (options: object) => told(value.call(target, options), watch.getRange);
      return (...given: unknown[]) => {
        if (name === 'get') watch.get?.();
        return value.apply(target, given);
      };
    },
  });

function* told(range: Iterable<unknown>, tell?: () => void): Generator<unknown> {
  for (const entry of range) {
    tell?.();
    yield entry;
  }
}

export type ExplainRequest = { readonly filter?: PlainObject; readonly sort?: PlainObject; readonly limit?: number };
