import { CloudError } from '../../protocol/cloud-error';
import { encodeValue, successor } from '../values/order-key';
import { fillIndex } from './fill-index';
import type { IndexDefinition } from './index-definition';
import type { IndexState } from './index-entries';
import { entryKey } from './index-entries';
import { type CollectionState, duplicateKey, rangeUnder, type Store } from './store';

type SavedIndex = { id: number; definition: IndexDefinition };
type SavedCollection = { id: number; indexes: SavedIndex[] };
type SavedCatalogue = { nextId: number; collections: Record<string, SavedCollection> };

/** Which collections and indexes exist. Ids are never used twice, so a rebuilt index cannot meet entries of its former self. */
export type Catalogue = {
  collection(name: string): CollectionState;
  all(): readonly CollectionState[];
  add(name: string): void;
  /** After a transaction was rolled back: what was noted in memory must again be what is on disk. */
  forgetUncommitted(): void;
};

/** Keys that are held in memory while an index is dropped. */
const MOST_AT_ONCE = 10_000;

const COLLECTION_NAME = /^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,63}$/;

export const openCatalogue = (store: Store, schema: Record<string, readonly IndexDefinition[]>): Catalogue => {
  const saved = readSaved(store);
  const collections = new Map<string, CollectionState>();
  store.writeAtomically(() => {
    for (const name of new Set([...Object.keys(saved.collections), ...Object.keys(schema)])) {
      collections.set(name, reconcile(store, saved, name, Object.hasOwn(schema, name) ? (schema[name] ?? []) : []));
    }
    store.meta.put('catalogue', saved);
  });
  return {
    collection: (name) => collections.get(name) ?? missing(name),
    all: () => [...collections.values()],
    forgetUncommitted: () => {
      for (const { id, multikey } of [...collections.values()].flatMap(({ indexes }) => indexes)) {
        multikey.clear();
        for (const position of savedMultikey(store, id)) multikey.add(position);
      }
    },
    add: (name) => {
      if (!COLLECTION_NAME.test(name)) throw new CloudError('INVALID_PARAM', `not a collection name: ${name}`);
      if (collections.has(name))
        throw new CloudError('DATABASE_COLLECTION_ALREADY_EXIST', `[ResourceInUse] Table exist: ${name}`);
      store.requireRoom();
      store.writeAtomically(() => {
        collections.set(name, reconcile(store, saved, name, []));
        store.meta.put('catalogue', saved);
      });
    },
  };
};

/** What stands in a store, for who looks after it without a schema. */
export const storedCollections = (store: Store): readonly CollectionState[] =>
  Object.entries(readSaved(store).collections).map(([name, { id, indexes }]) => ({
    id,
    name,
    indexes: indexes.map((index) => ({ ...index, multikey: new Set(savedMultikey(store, index.id)) })),
  }));

const missing = (name: string): never => {
  throw new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem persists, contact us.`,
  );
};

const readSaved = (store: Store): SavedCatalogue => {
  const saved = store.meta.get('catalogue') as SavedCatalogue | undefined;
  return saved ? { nextId: saved.nextId, collections: { ...saved.collections } } : { nextId: 1, collections: {} };
};

/** Bring the stored indexes of one collection to what the schema says: unchanged ones are kept, others are built anew. */
const reconcile = (
  store: Store,
  saved: SavedCatalogue,
  name: string,
  wanted: readonly IndexDefinition[],
): CollectionState => {
  const former: SavedCollection = saved.collections[name] ?? { id: saved.nextId++, indexes: [] };
  const indexes = wanted.map((definition): { state: IndexState; fresh: boolean } => {
    const kept = former.indexes.find((index) => signature(index.definition) === signature(definition));
    const id = kept?.id ?? saved.nextId++;
    return { state: { id, definition, multikey: new Set(kept ? savedMultikey(store, id) : []) }, fresh: !kept };
  });
  const collection: CollectionState = { id: former.id, name, indexes: indexes.map(({ state }) => state) };
  for (const index of former.indexes) {
    if (!collection.indexes.some(({ id }) => id === index.id)) dropIndex(store, index.id);
  }
  for (const { state, fresh } of indexes) if (fresh) buildIndex(store, collection, state);
  saved.collections[name] = {
    id: former.id,
    indexes: collection.indexes.map(({ id, definition }) => ({ id, definition })),
  };
  return collection;
};

const signature = ({ name, keys, unique }: IndexDefinition): string =>
  JSON.stringify([name, keys.map(({ field, direction }) => [field, direction]), unique === true]);

const savedMultikey = (store: Store, id: number): number[] =>
  (store.meta.get(`multikey/${id}`) as number[] | undefined) ?? [];

const dropIndex = (store: Store, id: number): void => {
  for (;;) {
    const some = [...store.entries.getKeys({ ...rangeUnder(id), limit: MOST_AT_ONCE })].map((key) => Buffer.from(key));
    for (const key of some) store.entries.remove(key);
    if (some.length < MOST_AT_ONCE) break;
  }
  store.meta.remove(`multikey/${id}`);
};

const buildIndex = (store: Store, collection: CollectionState, index: IndexState): void =>
  fillIndex(store, collection, index, (key, id) => {
    const isTaken = () => store.entries.getKeysCount({ start: key, end: successor(key), limit: 1 }) > 0;
    if (index.definition.unique && isTaken()) throw duplicateKey(collection.name, index.definition);
    store.entries.put(entryKey(key, id), encodeValue(id));
  });
