import { type CollectionState, nameOf, type Store } from './store';

/** Documents that an open transaction has changed; other writers wait until it ends, as in MongoDB. */
export type WriteLocks = {
  ownerOf(collection: CollectionState, id: unknown): LockOwner | undefined;
  take(collection: CollectionState, id: unknown, owner: LockOwner): void;
  release(owner: LockOwner): void;
};

export type LockOwner = { readonly ended: Promise<void> };

/** Thrown before anything is written; the write is tried again when the owner has ended. */
class Locked extends Error {
  constructor(readonly owner: LockOwner) {
    super('locked by an open transaction');
  }
}

export const newWriteLocks = (): WriteLocks => {
  const owners = new Map<string, LockOwner>();
  return {
    ownerOf: (collection, id) => owners.get(nameOf(collection, id)),
    take: (collection, id, owner) => void owners.set(nameOf(collection, id), owner),
    release: (owner) => {
      for (const [key, other] of owners) if (other === owner) owners.delete(key);
    },
  };
};

export const requireFree = (locks: WriteLocks, collection: CollectionState, ids: readonly unknown[]): void => {
  for (const id of ids) {
    const owner = locks.ownerOf(collection, id);
    if (owner) throw new Locked(owner);
  }
};

export const writeWhenFree = async <T>(store: Store, action: () => T): Promise<T> => {
  for (;;) {
    try {
      return await store.write(action);
    } catch (error) {
      if (!(error instanceof Locked)) throw error;
      await error.owner.ended;
    }
  }
};
