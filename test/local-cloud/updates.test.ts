import { applyUpdate } from '../../cloudfunctions/local/database/write/update-operators';
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
beforeEach(() => cloud.database.clear('ratings'));

describe('an update', () => {
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
    ['an unknown operator', { $currentDate: { n: true } }, 'not emulated'],
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
});

describe('many writes at once', () => {
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
});
