import type { ConformanceCase, Sdk } from '../conformance-case';

const DOCS = 'developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database';
const GUIDE = 'developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/database/transaction.html';
const SDK = 'wx-server-sdk 4.0.2 src/api/database/api/database/transaction/transaction.ts';
const DATABASE = '@cloudbase/database 1.4.3 dist/commonjs';

const A = { _id: 'a', n: 1 };
const B = { _id: 'b', n: 1 };
const CONFLICT = { errCode: -501001, errMsg: 'TransactionConflict' };

/** One transaction of its own. */
const begun = async (db: Sdk, name: string): Promise<[Sdk, Sdk]> => {
  const transaction = await db.startTransaction();
  return [transaction, transaction.collection(name)];
};

const nOf = async (collection: Sdk, id: string): Promise<unknown> => (await collection.doc(id).get()).data.n;

/** What this promise was rejected with; resolving is another answer. */
const reasonOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => ({ resolved: value }),
    (reason: unknown) => ({ rejected: reason }),
  );

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

export const TRANSACTION_CASES: readonly ConformanceCase[] = [
  {
    api: 'database.runTransaction',
    name: 'commits when its callback returns and answers what that returned',
    source: `${DOCS}/Database.runTransaction.html`,
    documents: [A, B],
    run: async ({ db, collection, collectionName, _ }) => {
      const answer = await db.runTransaction(async (transaction: Sdk) => {
        const inside = transaction.collection(collectionName);
        await inside.doc('a').update({ data: { n: _.inc(-1) } });
        await inside.doc('b').update({ data: { n: _.inc(1) } });
        return 'moved';
      });
      return [answer, await nOf(collection, 'a'), await nOf(collection, 'b')];
    },
    answers: ['moved', 0, 2],
  },
  {
    api: 'database.runTransaction',
    name: 'rejects with what its callback throws, and leaves no trace',
    source: `${DOCS}/Database.runTransaction.html`,
    documents: [A],
    run: async ({ db, collection, collectionName }) => {
      const thrown = await reasonOf(
        db.runTransaction(async (transaction: Sdk) => {
          await transaction.collection(collectionName).doc('a').remove();
          throw 'changed my mind';
        }),
      );
      return [thrown, await nOf(collection, 'a')];
    },
    answers: [{ rejected: 'changed my mind' }, 1],
  },
  {
    api: 'transaction.rollback',
    name: 'makes runTransaction reject with its very argument',
    source: `${DOCS}/transaction/Transaction.rollback.html`,
    documents: [A],
    run: async ({ db, collection, collectionName }) => {
      const reason = await reasonOf(
        db.runTransaction(async (transaction: Sdk) => {
          await transaction
            .collection(collectionName)
            .doc('a')
            .update({ data: { n: 9 } });
          await transaction.rollback(-100);
        }),
      );
      return [reason, await nOf(collection, 'a')];
    },
    answers: [{ rejected: -100 }, 1],
  },
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
    api: 'database.startTransaction',
    name: 'others see nothing before the commit and everything after it',
    source: GUIDE,
    documents: [A],
    run: async ({ db, collection, collectionName }) => {
      const [transaction, inside] = await begun(db, collectionName);
      await inside.doc('a').update({ data: { n: 5 } });
      const before = await nOf(collection, 'a');
      await transaction.commit();
      return [before, await nOf(collection, 'a')];
    },
    answers: [1, 5],
  },
  {
    api: 'database.startTransaction',
    name: 'sees its own writes',
    source: GUIDE,
    documents: [A],
    run: async ({ db, collectionName, _ }) => {
      const [transaction, inside] = await begun(db, collectionName);
      await inside.doc('a').update({ data: { n: _.inc(1) } });
      await inside.doc('a').update({ data: { n: _.inc(1) } });
      const seen = await nOf(inside, 'a');
      await transaction.rollback();
      return seen;
    },
    answers: 3,
  },
  {
    api: 'database.startTransaction',
    name: 'reads the same again although others have written meanwhile',
    source: GUIDE,
    documents: [A],
    run: async ({ db, collection, collectionName }) => {
      const [transaction, inside] = await begun(db, collectionName);
      const first = await nOf(inside, 'a');
      await collection.doc('a').update({ data: { n: 7 } });
      const again = await nOf(inside, 'a');
      await transaction.rollback();
      return [first, again];
    },
    answers: [1, 1],
  },
  {
    api: 'database.startTransaction',
    name: 'one that only reads never conflicts',
    source: `${GUIDE}; www.mongodb.com/docs/manual/core/transactions-production-consideration/`,
    documents: [A],
    run: async ({ db, collection, collectionName }) => {
      const [transaction, inside] = await begun(db, collectionName);
      await nOf(inside, 'a');
      await collection.doc('a').update({ data: { n: 7 } });
      await transaction.commit();
      return nOf(collection, 'a');
    },
    answers: 7,
  },
  {
    api: 'transaction.collection',
    name: 'the second transaction to write a document fails at once',
    source: `${GUIDE}; text: TencentCloudBase/node-sdk test/unit/transaction.test.ts`,
    documents: [A],
    run: async ({ db, collectionName }) => {
      const [first, inFirst] = await begun(db, collectionName);
      const [, inSecond] = await begun(db, collectionName);
      await inFirst.doc('a').update({ data: { n: 2 } });
      try {
        return await inSecond.doc('a').update({ data: { n: 3 } });
      } finally {
        await first.rollback();
      }
    },
    refuses: CONFLICT,
  },
  {
    api: 'transaction.collection',
    name: 'a write of what somebody changed since the start fails',
    source: 'www.mongodb.com/docs/manual/core/transactions-production-consideration/#acquiring-locks: write conflict',
    documents: [A],
    run: async ({ db, collection, collectionName }) => {
      const [, inside] = await begun(db, collectionName);
      await nOf(inside, 'a');
      await collection.doc('a').update({ data: { n: 2 } });
      return inside.doc('a').update({ data: { n: 3 } });
    },
    refuses: CONFLICT,
  },
  {
    api: 'transaction.collection',
    name: 'two that write different documents both succeed, also when each read the other one (write skew)',
    source: `${GUIDE}: snapshot isolation`,
    documents: [A, B],
    run: async ({ db, collection, collectionName }) => {
      const [first, inFirst] = await begun(db, collectionName);
      const [second, inSecond] = await begun(db, collectionName);
      await nOf(inFirst, 'b');
      await nOf(inSecond, 'a');
      await inFirst.doc('a').update({ data: { n: 0 } });
      await inSecond.doc('b').update({ data: { n: 0 } });
      await first.commit();
      await second.commit();
      return [await nOf(collection, 'a'), await nOf(collection, 'b')];
    },
    answers: [0, 0],
  },
  {
    api: 'transaction.rollback',
    name: 'lets the next one write the document',
    source: GUIDE,
    documents: [A],
    run: async ({ db, collection, collectionName }) => {
      const [first, inFirst] = await begun(db, collectionName);
      await inFirst.doc('a').update({ data: { n: 2 } });
      await first.rollback();
      const [second, inSecond] = await begun(db, collectionName);
      await inSecond.doc('a').update({ data: { n: 3 } });
      await second.commit();
      return nOf(collection, 'a');
    },
    answers: 3,
  },
  {
    api: 'transaction.commit',
    name: 'lets a plain update go on that had to wait for the document',
    source: `${GUIDE}: an ordinary update waits for the lock of a transaction`,
    documents: [A],
    run: async ({ db, collection, collectionName, _ }) => {
      const order: string[] = [];
      const [transaction, inside] = await begun(db, collectionName);
      await inside.doc('a').update({ data: { n: 10 } });
      const plain = collection
        .doc('a')
        .update({ data: { n: _.inc(1) } })
        .then(() => order.push('plain'));
      await new Promise((resolve) => setTimeout(resolve, 200));
      order.push('commit');
      await transaction.commit();
      await plain;
      return [order, await nOf(collection, 'a')];
    },
    answers: [['commit', 'plain'], 11],
  },
  {
    api: 'transaction.collection',
    name: 'adds a document that others see after the commit',
    source: GUIDE,
    run: async ({ db, collection, collectionName }) => {
      const [transaction, inside] = await begun(db, collectionName);
      const { _id } = await inside.add({ data: { _id: 'new', n: 1 } });
      const before = (await collection.count()).total;
      const seen = await nOf(inside, 'new');
      await transaction.commit();
      return [_id, before, seen, (await collection.count()).total];
    },
    answers: ['new', 0, 1, 1],
  },
  {
    api: 'transaction.collection',
    name: 'removes a document for all after the commit only',
    source: GUIDE,
    documents: [A],
    run: async ({ db, collection, collectionName }) => {
      const [transaction, inside] = await begun(db, collectionName);
      const { stats } = await inside.doc('a').remove();
      const before = (await collection.count()).total;
      await transaction.commit();
      return [stats, before, (await collection.count()).total];
    },
    answers: [{ removed: 1 }, 1, 0],
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
    name: 'doc.get of a document that is not there is an error',
    source: 'wx-server-sdk 4.0.2 src/api/database/api/database/document.ts get',
    run: async ({ db, collectionName }) => {
      const [transaction, inside] = await begun(db, collectionName);
      try {
        return await inside.doc('nobody').get();
      } finally {
        await transaction.rollback();
      }
    },
    refuses: { errCode: -1, errMsg: 'document with _id nobody does not exist' },
  },
  {
    api: 'transaction.collection',
    name: 'doc.get of a document that is not there is null with throwOnNotFound: false',
    source: GUIDE,
    run: async ({ cloud, collectionName }) => {
      const [transaction, inside] = await begun(cloud.database({ throwOnNotFound: false }), collectionName);
      const { data } = await inside.doc('nobody').get();
      await transaction.rollback();
      return data;
    },
    answers: null,
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
    api: 'transaction.collection',
    name: 'refuses to be asked for no name',
    source: `${SDK} collection`,
    run: async ({ db }) => {
      const transaction = await db.startTransaction();
      try {
        return transaction.collection('');
      } finally {
        await transaction.rollback();
      }
    },
    refuses: { errCode: -1, errMsg: 'Collection name is required' },
  },
  {
    api: 'transaction.commit',
    name: 'nothing can be read in it afterwards',
    source:
      'developers.weixin.qq.com/community: [ResourceUnavailable.TransactionNotExist], code DATABASE_TRANSACTION_FAIL',
    documents: [A],
    run: async ({ db, collectionName }) => {
      const [transaction, inside] = await begun(db, collectionName);
      await transaction.commit();
      return inside.doc('a').get();
    },
    refuses: { errCode: -501001, errMsg: 'TransactionNotExist' },
  },
  {
    api: 'transaction.rollback',
    name: 'nothing can be written in it afterwards',
    source:
      'developers.weixin.qq.com/community: [ResourceUnavailable.TransactionNotExist], code DATABASE_TRANSACTION_FAIL',
    documents: [A],
    run: async ({ db, collectionName }) => {
      const [transaction, inside] = await begun(db, collectionName);
      await transaction.rollback();
      return inside.doc('a').update({ data: { n: 2 } });
    },
    refuses: { errCode: -501001, errMsg: 'TransactionNotExist' },
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
