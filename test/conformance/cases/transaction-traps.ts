import type { ConformanceCase, Sdk } from '../conformance-case';
import { A, begun, nOf, reasonOf } from '../transaction-steps';

const DOCS = 'developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database';
const SDK = 'wx-server-sdk 4.0.2 src/api/database/api/database/transaction/transaction.ts';
const DATABASE = '@cloudbase/database 1.4.3 dist/commonjs';

/** How often the callback ran that fails like this. */
const attempts = async (db: Sdk, times: number | undefined, fail: (transaction: Sdk) => unknown): Promise<number> => {
  let ran = 0;
  await db
    .runTransaction(async (transaction: Sdk) => {
      ran += 1;
      await fail(transaction);
    }, times)
    .catch(() => undefined);
  return ran;
};

/** Where the SDK does otherwise than one expects; the local cloud keeps it so. */
export const TRANSACTION_TRAP_CASES: readonly ConformanceCase[] = [
  {
    api: 'transaction.rollback',
    name: 'without a reason makes runTransaction reject with undefined (a trap)',
    source: `${DATABASE}/transaction/index.js runTransaction`,
    run: ({ db }) => reasonOf(db.runTransaction((transaction: Sdk) => transaction.rollback())),
    answers: { rejected: undefined },
  },
  {
    api: 'database.runTransaction',
    name: 'does not try again when a write in its callback conflicts: the code is lost on the way (a trap)',
    source: `${DATABASE}/transaction/index.js: error.code; src/api/database/api/database/helper/error-checker.ts drops it`,
    documents: [A],
    run: async ({ db, collectionName }) => {
      const [other, held] = await begun(db, collectionName);
      await held.doc('a').update({ data: { n: 2 } });
      const ran = await attempts(db, undefined, (transaction) =>
        transaction
          .collection(collectionName)
          .doc('a')
          .update({ data: { n: 3 } }),
      );
      await other.rollback();
      return ran;
    },
    answers: 1,
  },
  {
    api: 'database.runTransaction',
    name: 'tries three times more after the code of a conflict, without a pause',
    source: `${DATABASE}/transaction/index.js runTransaction(callback, times = 3)`,
    run: ({ db }) =>
      attempts(db, undefined, () => {
        throw { code: 'DATABASE_TRANSACTION_CONFLICT' };
      }),
    answers: 4,
  },
  {
    api: 'database.runTransaction',
    name: 'told to try once, tries once more: its number counts repetitions (a trap)',
    source: `${DATABASE}/transaction/index.js: times <= 0`,
    run: ({ db }) =>
      attempts(db, 1, () => {
        throw { code: 'DATABASE_TRANSACTION_CONFLICT' };
      }),
    answers: 2,
  },
  {
    api: 'database.runTransaction',
    name: 'does not try again after any other error',
    source: `${DOCS}/Database.runTransaction.html`,
    run: ({ db }) =>
      attempts(db, undefined, () => {
        throw new Error('broken');
      }),
    answers: 1,
  },
  {
    api: 'transaction.collection',
    name: 'doc.set creates, yet says that none was created (a trap)',
    source: `${DATABASE}/document.js set answers upserted in a transaction; wx-server-sdk reads upsertedId`,
    run: async ({ db, collection, collectionName }) => {
      const [transaction, inside] = await begun(db, collectionName);
      const { stats } = await inside.doc('a').set({ data: { n: 4 } });
      await transaction.commit();
      return [stats.created, await nOf(collection, 'a')];
    },
    answers: [0, 4],
  },
  {
    api: 'transaction.collection',
    name: 'where().update() leaves the transaction: a rollback does not take it back (a trap)',
    source: `${DATABASE}/query.js update sends no transactionId`,
    documents: [A],
    run: async ({ db, collection, collectionName }) => {
      const [transaction, inside] = await begun(db, collectionName);
      await inside.where({ _id: 'a' }).update({ data: { n: 8 } });
      await transaction.rollback();
      return nOf(collection, 'a');
    },
    answers: 8,
  },
  {
    api: 'transaction.collection',
    name: 'where().remove() leaves the transaction as well (a trap)',
    source: `${DATABASE}/query.js remove sends no transactionId`,
    documents: [A],
    run: async ({ db, collection, collectionName }) => {
      const [transaction, inside] = await begun(db, collectionName);
      await inside.where({ _id: 'a' }).remove();
      await transaction.rollback();
      return (await collection.count()).total;
    },
    answers: 0,
  },
  {
    api: 'transaction.collection',
    name: 'count() does not see what the transaction added (a trap)',
    source: `${DATABASE}/query.js count sends no transactionId`,
    documents: [A],
    run: async ({ db, collectionName }) => {
      const [transaction, inside] = await begun(db, collectionName);
      await inside.add({ data: { _id: 'new' } });
      const { total } = await inside.count();
      await transaction.rollback();
      return total;
    },
    answers: 1,
  },
  {
    api: 'transaction.collection',
    name: 'aggregate() does not see what the transaction added (a trap)',
    source: `${DATABASE}/collection.js aggregate: knows of no transaction`,
    documents: [A],
    run: async ({ db, collectionName }) => {
      const [transaction, inside] = await begun(db, collectionName);
      await inside.add({ data: { _id: 'new' } });
      const { list } = await inside.aggregate().count('total').end();
      await transaction.rollback();
      return list;
    },
    answers: [{ total: 1 }],
  },
  {
    api: 'transaction.commit',
    name: 'a second one rejects with the bare answer of the server: code and message, no errCode (a trap)',
    source: `${SDK} commit: return without await inside of try`,
    run: async ({ db }) => {
      const transaction = await db.startTransaction();
      await transaction.commit();
      const error = await transaction.commit().catch((reason: unknown) => reason);
      return [error.code, error.errCode, error.message.includes('TransactionNotExist')];
    },
    answers: ['DATABASE_TRANSACTION_FAIL', undefined, true],
  },
];
