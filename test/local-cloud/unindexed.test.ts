import { type ProbeTools, removeTemporaryFolders, startTestCloud, type TestCloud } from './support';

let cloud: TestCloud;
beforeAll(async () => {
  const up = 1 as const;
  const ratings = [
    { name: 'who', keys: [{ field: 'who', direction: up }] },
    { name: 'number', keys: [{ field: 'number', direction: up }], unique: true },
  ];
  cloud = await startTestCloud({ schema: { ratings } });
});
afterAll(async () => {
  await cloud.close();
  removeTemporaryFolders();
});

describe('a query that no index serves', () => {
  it('is answered with one warning per shape when the cloud only warns', async () => {
    const lenient = await startTestCloud({
      schema: { things: [] },
      unindexed: 'warn',
      functionsDir: cloud.functionsDir,
    });
    await lenient.database.insertMany(
      'things',
      Array.from({ length: 1_001 }, (_, number) => ({ number })),
    );
    const scan = ({ db }: ProbeTools, number: number) => db.collection('things').where({ number }).count();
    expect([await lenient.probe(scan, 1), await lenient.probe(scan, 2)]).toMatchObject([{ total: 1 }, { total: 1 }]);
    expect(lenient.lines.filter((line) => line.includes('unindexed query: things where [number]'))).toHaveLength(1);
    expect(lenient.counters.read().scans).toBe(2);
    await lenient.close();
  });

  it('is refused once the collection has more than 1,000 documents, and names collection and fields', async () => {
    await cloud.database.insertMany(
      'ratings',
      Array.from({ length: 1_001 }, (_, number) => ({ who: 'w', number, at: number, color: 'red' })),
    );
    cloud.counters.reset();
    const scan = (probe: Parameters<TestCloud['probe']>[0]) =>
      expect(cloud.probe(probe)).rejects.toThrow(/unindexed query: ratings/);
    await scan(({ db }) => db.collection('ratings').where({ color: 'red' }).get());
    await scan(({ db }) => db.collection('ratings').orderBy('color', 'asc').limit(1).get());
    await scan(({ db }) =>
      db
        .collection('ratings')
        .where({ color: 'red' })
        .update({ data: { color: 'blue' } }),
    );
    await scan(({ db }) => db.collection('ratings').aggregate().group({ _id: '$color' }).end());
    expect(cloud.counters.read()).toMatchObject({ scans: 4 });

    const served = await cloud.probe(async ({ db, _ }) => [
      (await db.collection('ratings').limit(5).get()).data.length,
      (await db.collection('ratings').count()).total,
      (
        await db
          .collection('ratings')
          .where({ number: _.gt(998) })
          .get()
      ).data.length,
      (await db.collection('ratings').orderBy('number', 'desc').limit(2).get()).data.map(
        ({ number }: { number: number }) => number,
      ),
      (await db.collection('ratings').where({ who: 'w', color: 'red' }).limit(3).get()).data.length,
    ]);
    expect(served).toEqual([5, 1_001, 2, [1_000, 999], 3]);
    expect(cloud.counters.read()).toMatchObject({ scans: 4 });
  });
});
