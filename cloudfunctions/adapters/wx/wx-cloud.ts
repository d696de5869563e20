import cloud from 'wx-server-sdk';
import type { CollectionName } from '../../schema';

/** The SDK's types want a string here; its own constant is a symbol. */
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });

export { cloud };

export const db = cloud.database({ throwOnNotFound: false } as object);
export const command = db.command;

export const collection = (name: CollectionName) => db.collection(name);

/** The SDK's answers are untyped; the collection's documents are ours alone to write. */
export const rowsOf = async <T>(query: { get(): unknown }): Promise<T[]> => ((await query.get()) as { data: T[] }).data;

export const rowOf = async <T>(name: CollectionName, id: string): Promise<T | undefined> =>
  ((await collection(name).doc(id).get()) as unknown as { data: T | null }).data ?? undefined;

export const countOf = async (query: { count(): unknown }): Promise<number> =>
  ((await query.count()) as { total: number }).total;

export const rowsById = <T>(name: CollectionName, ids: readonly string[]): Promise<T[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : rowsOf<T>(
        collection(name)
          .where({ _id: command.in([...ids]) })
          .limit(ids.length),
      );

// https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/database/ : errCode -502001, E11000 of MongoDB.
const DUPLICATE = /E11000|DATABASE_DUPLICATE_WRITE/;

/** What the write answers, or `taken` when a unique key (the `_id` too) is another document's. */
export const unlessTaken = async <T, U>(write: () => Promise<T>, taken: U): Promise<T | U> => {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Error && DUPLICATE.test(error.message)) return taken;
    throw error;
  }
};

/** Inserts once: false when the `_id` (or another unique key) is taken. */
export const insertRow = (name: CollectionName, row: object): Promise<boolean> =>
  unlessTaken(async () => {
    await collection(name).add({ data: row });
    return true;
  }, false);

/** Not `neq`, which no index serves. */
export const sealedUnderOther = (keyVersion: string) =>
  command.or([{ keyVersion: command.lt(keyVersion) }, { keyVersion: command.gt(keyVersion) }]);

/** Changes the document that still is as described; false when there is none. `set` replaces a field whole, a plain object would be merged. */
export const changeRow = async (name: CollectionName, as: object, changes: object): Promise<boolean> => {
  const data = Object.fromEntries(Object.entries(changes).map(([field, value]) => [field, command.set(value)]));
  const changed = (await collection(name).where(as).update({ data })) as { stats: { updated: number } };
  return changed.stats.updated === 1;
};
