import type { PlainObject } from '../../protocol/plain';
import type { IndexKeys, IndexState } from '../store/index-entries';
import type { CollectionState } from '../store/store';
import { encodeDirected, encodeUint32, encodeValue, inverted, successor, typeOf } from '../values/order-key';
import { alternativesOf, type Bounds, boundsOf } from './bounds';
import type { SortSpec } from './sort';

export type KeyRange = { readonly start: Buffer; readonly end: Buffer };

/**
 * Where to look for candidates. Every plan yields a superset of the answer, the filter decides exactly.
 * `served`: how many leading fields of the wanted order the walk already has.
 */
export type Plan =
  | { readonly kind: 'ids'; readonly ids: readonly unknown[]; readonly served: 0 }
  | {
      readonly kind: 'index';
      /** Absent: the documents themselves, which lie in the order of `_id`. */
      readonly index?: IndexState;
      readonly ranges: readonly KeyRange[];
      readonly reverse: boolean;
      readonly served: number;
      readonly bounded: boolean;
    }
  | { readonly kind: 'union'; readonly plans: readonly Plan[]; readonly served: 0 };

type IndexPlan = Extract<Plan, { kind: 'index' }>;

const MOST_RANGES = 1_000;
/** A longer value cannot stand in an index, so it cannot be looked for there either. */
const LONGEST_VALUE = 900;

const ID_KEYS: IndexKeys = [{ field: '_id', direction: 1 }];

export const planQuery = (collection: CollectionState, filter: PlainObject, sort: SortSpec = []): Plan => {
  const bounds = boundsOf(filter);
  const ids = bounds.get('_id')?.equals;
  if (ids) return { kind: 'ids', ids: [...new Set(ids)], served: 0 };
  const plans = [undefined, ...collection.indexes].map((index) => planIndex(collection, index, bounds, sort));
  const best = plans.reduce((one, other) => (other.score > one.score ? other : one));
  if (best.plan.bounded) return best.plan;
  return planAlternatives(collection, filter) ?? best.plan;
};

export const isBounded = (plan: Plan): boolean => plan.kind !== 'index' || plan.bounded;

/** `$or`: the union of the branches' candidates, when each branch has an index of its own. */
const planAlternatives = (collection: CollectionState, filter: PlainObject): Plan | undefined => {
  const plans = alternativesOf(filter)?.map((branch) => planQuery(collection, branch));
  return plans && plans.length > 0 && plans.every(isBounded) ? { kind: 'union', plans, served: 0 } : undefined;
};

const planIndex = (
  collection: CollectionState,
  index: IndexState | undefined,
  bounds: ReadonlyMap<string, Bounds>,
  sort: SortSpec,
): { plan: IndexPlan; score: number } => {
  const keys = index?.definition.keys ?? ID_KEYS;
  const multikey = index?.multikey ?? new Set<number>();
  let prefixes = [encodeUint32(index?.id ?? collection.id)];
  let position = 0;
  for (; position < keys.length; position += 1) {
    const parts = equalParts(keys, position, bounds);
    if (!parts || parts.length * prefixes.length > MOST_RANGES) break;
    prefixes = prefixes.flatMap((prefix) => parts.map((part) => Buffer.concat([prefix, part])));
  }
  const next = keys[position];
  const range = next && rangeOf(bounds.get(next.field), next.direction, multikey.has(position));
  const order =
    prefixes.length === 1 ? orderServed(keys, position, multikey, bounds, sort) : { served: 0, reverse: false };
  const ranges = prefixes.map((prefix) => within(prefix, range || undefined));
  const bounded = position > 0 || Boolean(range);
  const score = position * 4 + (range ? 2 : 0) + (order.served > 0 ? (order.served === sort.length ? 3 : 1) : 0);
  return { plan: { kind: 'index', ...(index && { index }), ranges, bounded, ...order }, score };
};

const equalParts = (keys: IndexKeys, position: number, bounds: ReadonlyMap<string, Bounds>): Buffer[] | undefined => {
  const key = keys[position];
  const equals = key && bounds.get(key.field)?.equals;
  if (!equals) return undefined;
  const parts = equals
    .map((value) => encodeDirected(value, key.direction))
    .filter((part) => part.length <= LONGEST_VALUE);
  return [...new Map(parts.map((part) => [part.toString('latin1'), part])).values()];
};

/** The part of one key that a comparison leaves: within the type of its value, and from one side only where arrays are. */
const rangeOf = (bounds: Bounds | undefined, direction: 1 | -1, multikey: boolean): KeyRange | undefined => {
  const low = bounds?.low && encodeValue(bounds.low.value);
  const high = bounds?.high && !(multikey && low) ? encodeValue(bounds.high.value) : undefined;
  const type = low ?? high;
  if (!type || (low && low.length > LONGEST_VALUE) || (high && high.length > LONGEST_VALUE)) return undefined;
  const start = low ?? typeOf(type);
  const end = high ? successor(high) : successor(typeOf(type));
  if (direction === 1) return { start, end };
  return {
    start: high ? inverted(high) : inverted(typeOf(type)),
    end: low ? successor(inverted(low)) : successor(inverted(typeOf(type))),
  };
};

const within = (prefix: Buffer, range?: KeyRange): KeyRange => ({
  start: range ? Buffer.concat([prefix, range.start]) : prefix,
  end: range ? Buffer.concat([prefix, range.end]) : successor(prefix),
});

/** Fields that one value is asked for do not disturb an order; the rest must follow the index, all in one direction. */
const orderServed = (
  keys: IndexKeys,
  from: number,
  multikey: ReadonlySet<number>,
  bounds: ReadonlyMap<string, Bounds>,
  sort: SortSpec,
): { served: number; reverse: boolean } => {
  let position = from;
  let reverse: boolean | undefined;
  let served = 0;
  for (const [field, direction] of sort) {
    const key = keys[position];
    const isConstant =
      keys.slice(0, from).some((known, at) => known.field === field && !multikey.has(at)) &&
      bounds.get(field)?.equals?.length === 1;
    if (!isConstant) {
      if (key?.field !== field || multikey.has(position)) break;
      const wantsReverse = key.direction !== direction;
      if (reverse !== undefined && reverse !== wantsReverse) break;
      reverse = wantsReverse;
      position += 1;
    }
    served += 1;
  }
  return { served, reverse: reverse ?? false };
};
