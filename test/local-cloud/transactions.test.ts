import { openDatabase } from '../../cloudfunctions/local/database/database';
import { removeTemporaryFolders, type Sdk, startTestCloud, type TestCloud, temporaryFolder } from './support';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({
    schema: {
      accounts: [
        { name: 'owner', keys: [{ field: 'owner', direction: 1 }], unique: true },
        { name: 'tags', keys: [{ field: 'tags', direction: 1 }] },
      ],
      log: [],
    },
  });
});
afterAll(async () => {
  await cloud.close();
  removeTemporaryFolders();
});
beforeEach(async () => {
  for (const name of ['accounts', 'log']) await cloud.database.clear(name);
  await cloud.database.insertMany('accounts', [
    { _id: 'a', owner: 'A', n: 1 },
    { _id: 'b', owner: 'B', n: 1 },
  ]);
});

describe('a transaction', () => {
  it('writes all or nothing, over several collections', async () => {
    await cloud.probe(({ db, _ }) =>
      db.runTransaction(async (transaction: typeof db) => {
        await transaction
          .collection('accounts')
          .doc('a')
          .update({ data: { n: _.inc(-1) } });
        await transaction
          .collection('accounts')
          .doc('b')
          .update({ data: { n: _.inc(1) } });
        await transaction.collection('log').add({ data: { _id: 'moved', at: new Date(0) } });
        await transaction
          .collection('accounts')
          .doc('c')
          .set({ data: { owner: 'C' } });
      }),
    );
    expect(cloud.database.find('accounts', {})).toEqual([
      { _id: 'a', owner: 'A', n: 0 },
      { _id: 'b', owner: 'B', n: 2 },
      { _id: 'c', owner: 'C' },
    ]);
    expect(cloud.database.get('log', 'moved')).toEqual({ _id: 'moved', at: new Date(0) });

    const reason = await cloud.probe(({ db }) =>
      db
        .runTransaction(async (transaction: typeof db) => {
          await transaction.collection('accounts').doc('a').remove();
          await transaction.rollback('because');
        })
        .catch((error: unknown) => error),
    );
    expect(reason).toBe('because');
    expect(cloud.database.get('accounts', 'a')).toEqual({ _id: 'a', owner: 'A', n: 0 });
  });

  it('sees its own writes and the database of its start; others see nothing before the commit', async () => {
    const seen = await cloud.probe(async ({ db }) => {
      const transaction = await db.startTransaction();
      const inside = transaction.collection('accounts');
      await db
        .collection('accounts')
        .doc('b')
        .update({ data: { n: 9 } });
      await inside.doc('a').update({ data: { n: 5 } });
      const before = [
        (await inside.doc('a').get()).data.n,
        (await db.collection('accounts').doc('a').get()).data.n,
        (await inside.doc('b').get()).data.n,
      ];
      await transaction.commit();
      return [...before, (await db.collection('accounts').doc('a').get()).data.n];
    });
    expect(seen).toEqual([5, 1, 1, 5]);
  });

  it('fails at its write when another transaction, or a plain write since its start, came first', async () => {
    const errors = await cloud.probe(async ({ db }) => {
      const [one, two, three] = [await db.startTransaction(), await db.startTransaction(), await db.startTransaction()];
      await one
        .collection('accounts')
        .doc('a')
        .update({ data: { n: 2 } });
      const second = await two
        .collection('accounts')
        .doc('a')
        .update({ data: { n: 3 } })
        .catch((error: { errMsg: string }) => error.errMsg);
      await one.commit();
      await db
        .collection('accounts')
        .doc('b')
        .update({ data: { n: 7 } });
      const third = await three
        .collection('accounts')
        .doc('b')
        .remove()
        .catch((error: { errMsg: string }) => error.errMsg);
      return [second, third];
    });
    for (const error of errors) expect(error).toContain('TransactionConflict');
    expect(cloud.database.find('accounts', {})).toMatchObject([{ n: 2 }, { n: 7 }]);
  });

  it('lets a plain write of its document wait until it ends', async () => {
    const order = await cloud.probe(async ({ db, _ }) => {
      const events: string[] = [];
      const transaction = await db.startTransaction();
      await transaction
        .collection('accounts')
        .doc('a')
        .update({ data: { n: 10 } });
      const plain = db
        .collection('accounts')
        .where({ _id: 'a' })
        .update({ data: { n: _.inc(1) } })
        .then(() => events.push('plain'));
      await new Promise((resolve) => setTimeout(resolve, 60));
      events.push('commit');
      await transaction.commit();
      await plain;
      return events;
    });
    expect(order).toEqual(['commit', 'plain']);
    expect(cloud.database.get('accounts', 'a')).toMatchObject({ n: 11 });
  });

  it('refuses a duplicate key at the write that makes it, and leaves no trace', async () => {
    const error = await cloud.probe(async ({ db }) => {
      const transaction = await db.startTransaction();
      await transaction
        .collection('accounts')
        .doc('a')
        .update({ data: { tags: ['x', 'y'] } });
      return transaction
        .collection('accounts')
        .add({ data: { owner: 'B' } })
        .catch((refused: { errMsg: string }) => refused.errMsg);
    });
    expect(error).toContain('E11000');
    expect(cloud.database.find('accounts', {})).toHaveLength(2);
    await cloud.database.insert('accounts', { _id: 'tagged', owner: 'T', tags: ['x', 'y'] });
    expect(
      await cloud.probe(async ({ db }) => (await db.collection('accounts').where({ tags: 'y' }).get()).data.length),
    ).toBe(1);
    expect((await cloud.check()).problems).toEqual([]);
  });

  it('moves a unique key from one document to another', async () => {
    await cloud.probe(async ({ db }) => {
      const transaction = await db.startTransaction();
      const accounts = transaction.collection('accounts');
      await accounts.doc('a').update({ data: { owner: 'nobody' } });
      await accounts.doc('b').update({ data: { owner: 'A' } });
      await accounts.doc('a').update({ data: { owner: 'B' } });
      await transaction.commit();
    });
    expect(cloud.database.find('accounts', { owner: 'A' })).toEqual([{ _id: 'b', owner: 'A', n: 1 }]);
    expect(cloud.database.find('accounts', { owner: 'B' })).toEqual([{ _id: 'a', owner: 'B', n: 1 }]);
    expect((await cloud.check()).problems).toEqual([]);
  });

  it('whose unique key another took meanwhile fails at its commit, and leaves no trace', async () => {
    const error = await cloud.probe(async ({ db }) => {
      const transaction = await db.startTransaction();
      const inside = transaction.collection('accounts');
      await inside.doc('b').update({ data: { n: 5 } });
      await inside.add({ data: { _id: 'late', owner: 'C', tags: ['x', 'y'] } });
      await db.collection('accounts').add({ data: { _id: 'first', owner: 'C' } });
      return transaction.commit().catch(({ code, message }: Sdk) => ({ code, message }));
    });
    expect(error).toMatchObject({ message: expect.stringContaining('TransactionConflict') });
    expect(cloud.database.find('accounts', { owner: 'C' })).toEqual([{ _id: 'first', owner: 'C' }]);
    expect(cloud.database.get('accounts', 'b')).toMatchObject({ n: 1 });
    expect((await cloud.check()).problems).toEqual([]);
  });

  it('adds one document at a time', async () => {
    const error = await cloud.probe(async ({ db }) => {
      const transaction = await db.startTransaction();
      const several = [{ owner: 'D' }, { owner: 'E' }];
      const refused = await transaction
        .collection('accounts')
        .add({ data: several })
        .catch((one: { errMsg: string }) => one.errMsg);
      await transaction.rollback();
      return refused;
    });
    expect(error).toContain('not emulated: several documents in one add in a transaction');
  });

  it('that is left open is ended after the time that it may last: its documents are free, nothing was written', async () => {
    const options = { schema: { things: [] }, unindexed: 'refuse', onScan: () => {}, log: () => {} } as const;
    const database = openDatabase({ directory: temporaryFolder(), ...options, longestTransaction: 100 });
    const things = database.collection('things');
    await database.insert('things', [{ _id: 'held', n: 1 }]);
    const id = database.transactions.start();
    database.transactions.change(id, things, 'held', () => ({ _id: 'held', n: 2 }));
    const increment = { filter: { _id: 'held' }, data: { $inc: { n: 10 } }, multi: false, merge: true, upsert: false };
    await database.modify('things', increment);
    expect(database.find('things', { filter: {} })).toEqual([{ _id: 'held', n: 11 }]);
    expect(() => database.transactions.get(id, things, 'held')).toThrow('TransactionNotExist');
    expect(() => database.transactions.commit(id)).toThrow('TransactionNotExist');
    await database.close();
  });

  it('counts exactly when 20 increments are tried again on conflict', async () => {
    await cloud.probe(async ({ db }) => {
      const increment = async (): Promise<void> => {
        for (;;) {
          const transaction = await db.startTransaction();
          try {
            const { data } = await transaction.collection('accounts').doc('a').get();
            await transaction
              .collection('accounts')
              .doc('a')
              .update({ data: { n: data.n + 1 } });
            return await transaction.commit();
          } catch (error) {
            if (!String((error as { errMsg: string }).errMsg).includes('TransactionConflict')) throw error;
            await new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
          }
        }
      };
      await Promise.all(Array.from({ length: 20 }, increment));
    });
    expect(cloud.database.get('accounts', 'a')).toMatchObject({ n: 21 });
    expect((await cloud.check()).problems).toEqual([]);
  });

  it('stands beside plain writes in one crowd', async () => {
    await cloud.probe(async ({ db }) => {
      const transfer = async (at: number): Promise<void> => {
        for (;;) {
          const transaction = await db.startTransaction();
          try {
            await transaction
              .collection('accounts')
              .doc(at % 2 ? 'a' : 'b')
              .update({ data: { n: at } });
            await transaction.collection('log').add({ data: { _id: `t${at}` } });
            return await transaction.commit();
          } catch (error) {
            if (!String((error as { errMsg: string }).errMsg).includes('TransactionConflict')) throw error;
            await new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
          }
        }
      };
      const plain = (at: number) => db.collection('log').add({ data: { _id: `p${at}` } });
      await Promise.all(Array.from({ length: 15 }, (_, at) => Promise.all([transfer(at), plain(at), plain(at + 100)])));
    });
    expect(cloud.database.find('log', {})).toHaveLength(45);
    expect((await cloud.check()).problems).toEqual([]);
  });

  it('promises single documents only, and nothing after its end', async () => {
    const errors = await cloud.probe(async ({ db }) => {
      const text = (error: { errMsg: string }) => error.errMsg;
      const transaction = await db.startTransaction();
      const query = await transaction.collection('accounts').where({ owner: 'A' }).get().catch(text);
      await transaction.commit();
      const late = await transaction.collection('accounts').doc('a').get().catch(text);
      return [query, late];
    });
    expect(errors[0]).toContain('not emulated');
    expect(errors[1]).toContain('TransactionNotExist');
  });
});
