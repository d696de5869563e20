import { applyUpdate } from '../../cloudfunctions/local/database/update-operators';
import type { IndexDefinition } from '../../cloudfunctions/schema';
import { removeTemporaryFolders, startTestCloud, type TestCloud } from './support';

const SCHEMA: Record<string, readonly IndexDefinition[]> = {
  ratings: [
    {
      name: 'mine',
      keys: [
        { field: 'who', direction: 1 },
        { field: 'at', direction: -1 },
      ],
    },
    { name: 'number', keys: [{ field: 'number', direction: 1 }], unique: true },
  ],
  orgs: [],
  empty: [],
};

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ schema: SCHEMA });
});
afterAll(async () => {
  await cloud.close();
  removeTemporaryFolders();
});
beforeEach(async () => {
  for (const { _id } of cloud.database.find('ratings', {}) as { _id: string }[])
    await cloud.database.remove('ratings', _id);
});

const NOON = 1_790_000_000_000;

describe('the database as the SDK sees it', () => {
  it('gives numbers, instants, dates, null, nesting and Chinese back as they went in', async () => {
    const answer = await cloud.probe(async ({ db }, at) => {
      const data = {
        _id: '案件#1',
        at,
        day: new Date(at),
        half: 0.5,
        none: null,
        gone: undefined,
        deep: { a: [{ b: [1, undefined] }] },
        text: '“好”',
      };
      await db.collection('ratings').add({ data });
      const stored = (await db.collection('ratings').doc('案件#1').get()).data;
      return { stored, kinds: [typeof stored.at, stored.day instanceof Date, 'gone' in stored] };
    }, NOON);
    expect(answer.stored).toEqual({
      ...{ _id: '案件#1', at: NOON, day: new Date(NOON).toISOString(), half: 0.5, none: null },
      ...{ deep: { a: [{ b: [1, null] }] }, text: '“好”' },
    });
    expect(answer.kinds).toEqual(['number', true, false]);
  });

  it('names a document with 32 hexadecimal digits when it has no _id', async () => {
    const { _id } = await cloud.probe(({ db }) => db.collection('ratings').add({ data: { number: 1 } }));
    expect(_id).toMatch(/^[0-9a-f]{32}$/);
  });

  it('refuses a second document with the same _id or the same unique value, and keeps the first', async () => {
    await cloud.probe(({ db }) => db.collection('ratings').add({ data: { _id: 'x', number: 1 } }));
    for (const data of [
      { _id: 'x', number: 2 },
      { _id: 'y', number: 1 },
    ]) {
      const refused = cloud.probe(({ db }, document) => db.collection('ratings').add({ data: document }), data);
      await expect(refused).rejects.toMatchObject({
        errCode: -502001,
        errMsg: expect.stringContaining('E11000 duplicate key error'),
      });
    }
    expect(cloud.database.find('ratings', {})).toEqual([{ _id: 'x', number: 1 }]);
  });

  it('says that a collection does not exist', async () => {
    await expect(cloud.probe(({ db }) => db.collection('nowhere').get())).rejects.toMatchObject({ errCode: -502005 });
    await expect(cloud.probe(({ db }) => db.createCollection('orgs'))).rejects.toMatchObject({
      errMsg: expect.stringContaining('exist'),
    });
  });

  it('finds by every comparison that a function may ask', async () => {
    await cloud.database.insertMany('ratings', [
      { _id: 'a', who: 'w', number: 1, tags: ['x', 'y'], rows: [{ k: 1, v: 'p' }] },
      { _id: 'b', who: 'w', number: 2, tags: [], nest: { k: { z: 1 } } },
      { _id: 'c', who: 'v', number: 3, at: new Date(NOON), none: null },
    ]);
    const found = await cloud.probe(async ({ db, _ }, noon) => {
      const wheres: Record<string, unknown> = {
        eq: { who: 'w' },
        neq: { number: _.neq(2) },
        gtLt: { number: _.gt(1).and(_.lt(3)) },
        gteLte: { number: _.gte(2).lte(3) },
        in: { number: _.in([1, 3, 9]) },
        nin: { number: _.nin([1, 3]) },
        exists: { at: _.exists(true) },
        missing: { at: _.exists(false) },
        size: { tags: _.size(2) },
        all: { tags: _.all(['y', 'x']) },
        elemMatch: { rows: _.elemMatch({ k: 1, v: 'p' }) },
        mod: { number: _.mod(2, 1) },
        not: { number: _.not(_.gt(1)) },
        or: _.or([{ number: 1 }, { who: 'v' }]),
        nor: _.nor([{ number: 1 }, { who: 'v' }]),
        nested: { nest: { k: { z: 1 } } },
        element: { tags: 'x' },
        date: { at: _.lte(new Date(noon)) },
        regExp: { who: db.RegExp({ regexp: '^W', options: 'i' }) },
        nothing: { none: null },
        dotted: { 'rows.k': 1 },
        expr: _.expr(db.command.aggregate.gt(['$number', 2])),
      };
      const answers: Record<string, string> = {};
      for (const [name, where] of Object.entries(wheres)) {
        const { data } = await db.collection('ratings').where(where).orderBy('_id', 'asc').get();
        answers[name] = data.map(({ _id }: { _id: string }) => _id).join('');
      }
      return answers;
    }, NOON);
    expect(found).toEqual({
      ...{
        eq: 'ab',
        neq: 'ac',
        gtLt: 'b',
        gteLte: 'bc',
        in: 'ac',
        nin: 'b',
        exists: 'c',
        missing: 'ab',
        size: 'a',
        all: 'a',
      },
      ...{
        elemMatch: 'a',
        mod: 'ac',
        not: 'a',
        or: 'ac',
        nor: 'b',
        nested: 'b',
        element: 'a',
        date: 'c',
        regExp: 'ab',
      },
      ...{ nothing: 'abc', dotted: 'a', expr: 'c' },
    });
  });

  it('orders, skips, limits, projects and counts', async () => {
    await cloud.database.insertMany(
      'ratings',
      [1, 2, 3, 4, 5].map((number) => ({ _id: `r${number}`, who: 'w', at: NOON + (number % 3), number })),
    );
    const answer = await cloud.probe(async ({ db }) => {
      const mine = db.collection('ratings').where({ who: 'w' });
      const page = await mine
        .orderBy('at', 'desc')
        .orderBy('_id', 'desc')
        .skip(1)
        .limit(3)
        .field({ number: true, _id: false })
        .get();
      return { page: page.data, total: (await mine.count()).total };
    });
    expect(answer).toEqual({ page: [{ number: 2 }, { number: 4 }, { number: 1 }], total: 5 });
  });

  it('answers 100 documents when no limit is given and never more than 1,000', async () => {
    await cloud.database.insertMany(
      'ratings',
      Array.from({ length: 1_005 }, (_, number) => ({ who: 'w', number, at: number })),
    );
    const lengths = await cloud.probe(async ({ db }) => {
      const mine = () => db.collection('ratings').where({ who: 'w' });
      return [(await mine().get()).data.length, (await mine().limit(5_000).get()).data.length];
    });
    expect(lengths).toEqual([100, 1_000]);
  });

  it('gives null for a missing document when asked so, and rejects otherwise', async () => {
    const [quiet, loud] = await cloud.probe(async ({ cloud: sdk, db }) => [
      await db.collection('ratings').doc('none').get(),
      await sdk
        .database()
        .collection('ratings')
        .doc('none')
        .get()
        .catch((error: Error & { errMsg: string }) => error.errMsg),
    ]);
    expect(quiet.data).toBeNull();
    expect(loud).toContain('does not exist');
  });

  it('applies every update operator to the nested field it names', async () => {
    await cloud.database.insert('ratings', {
      _id: 'u',
      n: 2,
      list: ['a', 'b', 'c'],
      nest: { keep: 1 },
      old: 1,
      gone: 1,
      hits: [1, 2, 3],
      set: ['a'],
    });
    await cloud.probe(({ db, _ }) =>
      db
        .collection('ratings')
        .doc('u')
        .update({
          data: {
            n: _.inc(3),
            list: _.push({ each: ['d', 'e'], position: 1, slice: 4 }),
            nest: { add: { deep: true } },
            old: _.rename('fresh'),
            gone: _.remove(),
            hits: _.pull(_.gte(2)),
            set: _.addToSet('b'),
            high: _.max(7),
            product: _.mul(4),
            whole: _.set({ a: { b: 1 } }),
            now: new Date(0),
          },
        }),
    );
    expect(cloud.database.get('ratings', 'u')).toEqual({
      ...{
        _id: 'u',
        n: 5,
        list: ['a', 'd', 'e', 'b'],
        nest: { keep: 1, add: { deep: true } },
        fresh: 1,
        hits: [1],
        set: ['a', 'b'],
      },
      ...{ high: 7, product: 0, whole: { a: { b: 1 } }, now: new Date(0) },
    });
    await cloud.probe(async ({ db, _ }) => {
      const document = db.collection('ratings').doc('u');
      await document.update({ data: { list: _.pop(), set: _.shift(), hits: _.unshift([0]), high: _.min(3) } });
      await document.update({ data: { list: _.pullAll(['a', 'd']), at: db.serverDate({ offset: 60_000 }) } });
    });
    expect(cloud.database.get('ratings', 'u')).toMatchObject({
      list: ['e'],
      set: ['b'],
      hits: [0, 1],
      high: 3,
      at: expect.any(Date),
    });
  });

  it.each([
    ['$inc on null', { $inc: { none: 1 } }, 'Cannot apply $inc'],
    ['$inc on text', { $inc: { text: 1 } }, 'Cannot apply $inc'],
    ['$inc by text', { $inc: { n: '1' } }, 'Cannot increment'],
    ['$mul on text', { $mul: { text: 1 } }, 'Cannot apply $mul'],
    ['$push on a number', { $push: { n: 1 } }, 'must be an array'],
    ['$addToSet on text', { $addToSet: { text: 1 } }, 'must be an array'],
    ['$pop on a number', { $pop: { n: 1 } }, 'must be an array'],
    ['$pull on null', { $pull: { none: 1 } }, 'must be an array'],
    ['$set through a number', { $set: { 'n.deep': 1 } }, "Cannot create field 'deep'"],
    ['$set of a name into an array', { $set: { 'list.name': 1 } }, 'in an array'],
    ['two operators on one path', { $push: { list: 1 }, $set: { 'list.0': 2 } }, 'conflict'],
    ['a change of _id', { $set: { _id: 'other' } }, 'immutable'],
    ['a prototype', { $set: { '__proto__.polluted': 1 } }, 'refused'],
    ['a positional operator', { $set: { 'list.$': 2 } }, 'not emulated'],
    ['an unknown operator', { $bit: { n: { and: 1 } } }, 'not emulated'],
  ])('refuses %s, where a lax engine would do nothing', (_name, update, message) => {
    const document = { _id: 'strict', n: 1, none: null, text: 't', list: [1] };
    expect(() => applyUpdate(document, update)).toThrow(message);
    expect(document).toEqual({ _id: 'strict', n: 1, none: null, text: 't', list: [1] });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('tells the SDK when an update is refused, and changes nothing', async () => {
    await cloud.database.insert('ratings', { _id: 'strict', none: null, text: 't' });
    const refused = cloud.probe(({ db, _ }) =>
      db
        .collection('ratings')
        .doc('strict')
        .update({ data: { none: _.inc(1), text: 'changed' } }),
    );
    await expect(refused).rejects.toMatchObject({
      errCode: -502001,
      errMsg: expect.stringContaining('Cannot apply $inc'),
    });
    expect(cloud.database.get('ratings', 'strict')).toEqual({ _id: 'strict', none: null, text: 't' });
  });

  it('replaces a document by set, creates it when it is new, and says which', async () => {
    await cloud.database.insert('ratings', { _id: 's', number: 1, extra: 1 });
    const answers = await cloud.probe(async ({ db }) => [
      (
        await db
          .collection('ratings')
          .doc('s')
          .set({ data: { number: 2 } })
      ).stats,
      (
        await db
          .collection('ratings')
          .doc('t')
          .set({ data: { number: 3 } })
      ).stats,
    ]);
    expect(answers).toEqual([
      { updated: 1, created: 0 },
      { updated: 0, created: 1 },
    ]);
    expect(cloud.database.find('ratings', {})).toEqual([
      { _id: 's', number: 2 },
      { _id: 't', number: 3 },
    ]);
  });

  it('updates and removes every match, and counts them', async () => {
    await cloud.database.insertMany(
      'ratings',
      [1, 2, 3].map((number) => ({ _id: `m${number}`, who: number < 3 ? 'w' : 'v', number })),
    );
    const stats = await cloud.probe(async ({ db, _ }) => [
      (
        await db
          .collection('ratings')
          .where({ who: 'w' })
          .update({ data: { seen: true } })
      ).stats.updated,
      (
        await db
          .collection('ratings')
          .where({ who: 'w' })
          .update({ data: { seen: true } })
      ).stats.updated,
      (
        await db
          .collection('ratings')
          .where({ number: _.lte(2) })
          .remove()
      ).stats.removed,
      (await db.collection('ratings').doc('m3').remove()).stats.removed,
      (await db.collection('ratings').doc('m3').remove()).stats.removed,
    ]);
    expect(stats).toEqual([2, 0, 2, 1, 0]);
  });

  it('lets exactly one of 50 conditional updates of the same revision through', async () => {
    await cloud.database.insert('ratings', { _id: 'race', rev: 1, by: null });
    const updated = await cloud.probe(async ({ db }) => {
      const attempts = Array.from({ length: 50 }, (_, by) =>
        db
          .collection('ratings')
          .where({ _id: 'race', rev: 1 })
          .update({ data: { rev: 2, by } }),
      );
      return (await Promise.all(attempts)).map(({ stats }) => stats.updated);
    });
    expect(updated.filter((count: number) => count === 1)).toHaveLength(1);
    expect(updated.indexOf(1)).toBe((cloud.database.get('ratings', 'race') as { by: number }).by);
  });

  it('keeps a unique value unique when 50 documents claim it at once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        cloud
          .probe(({ db }, _id) => db.collection('ratings').add({ data: { _id, number: 77 } }), `claim${at}`)
          .then(
            () => 'ok',
            (error) => error.errCode,
          ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === -502001)).toHaveLength(49);
    expect((await cloud.check()).problems).toEqual([]);
  });

  it('loses no increment of 50 that arrive together', async () => {
    await cloud.database.insert('ratings', { _id: 'hot', n: 0 });
    await cloud.probe(({ db, _ }) =>
      Promise.all(
        Array.from({ length: 50 }, () =>
          db
            .collection('ratings')
            .doc('hot')
            .update({ data: { n: _.inc(1) } }),
        ),
      ),
    );
    expect(cloud.database.get('ratings', 'hot')).toEqual({ _id: 'hot', n: 50 });
  });

  it('refuses field names that reach a prototype and values nested beyond 100 levels', async () => {
    const pollute = cloud.probe(({ db }) =>
      db
        .collection('ratings')
        .add({ data: JSON.parse('{"_id":"p","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}') }),
    );
    await expect(pollute).rejects.toMatchObject({ errCode: -501007 });
    const deep = cloud.probe(({ db }) => {
      let value: unknown = 1;
      for (let level = 0; level < 150; level += 1) value = { value };
      return db.collection('ratings').add({ data: { value } });
    });
    await expect(deep).rejects.toMatchObject({ errCode: -501007 });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(cloud.database.find('ratings', {})).toEqual([]);
  });

  it('refuses by name what it does not emulate', async () => {
    const attempts = {
      geo: cloud.probe(({ db, _ }) =>
        db
          .collection('ratings')
          .where({ at: _.geoNear({ geometry: db.Geo.Point(1, 1) }) })
          .get(),
      ),
    };
    for (const attempt of Object.values(attempts))
      await expect(attempt).rejects.toMatchObject({ errMsg: expect.stringContaining('not emulated') });
  });
});

describe('a query that no index serves', () => {
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
