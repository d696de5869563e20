import type { Sdk } from './conformance-case';

export const A = { _id: 'a', n: 1 };
export const B = { _id: 'b', n: 1 };

/** One transaction of its own. */
export const begun = async (db: Sdk, name: string): Promise<[Sdk, Sdk]> => {
  const transaction = await db.startTransaction();
  return [transaction, transaction.collection(name)];
};

export const nOf = async (collection: Sdk, id: string): Promise<unknown> => (await collection.doc(id).get()).data.n;

/** What this promise was rejected with; resolving is another answer. */
export const reasonOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => ({ resolved: value }),
    (reason: unknown) => ({ rejected: reason }),
  );
