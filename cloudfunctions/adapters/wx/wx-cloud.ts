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

/** Inserts once: false when the `_id` (or another unique key) is taken. */
export const insertRow = async (name: CollectionName, row: object): Promise<boolean> => {
  try {
    await collection(name).add({ data: row });
    return true;
  } catch (error) {
    if (error instanceof Error && DUPLICATE.test(error.message)) return false;
    throw error;
  }
};
