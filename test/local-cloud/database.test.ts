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

  it('tells sub-documents with another order of fields apart', async () => {
    await cloud.database.insertMany('ratings', [
      { _id: 'xy', number: 1, pair: { x: 1, y: 2 } },
      { _id: 'yx', number: 2, pair: { y: 2, x: 1 } },
    ]);
    const { data } = await cloud.probe(({ db, _ }) =>
      db
        .collection('ratings')
        .where({ pair: _.eq({ y: 2, x: 1 }) })
        .get(),
    );
    expect(data.map(({ _id }: { _id: string }) => _id)).toEqual(['yx']);
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
    const ask = (where: object) => cloud.probe(({ db }, query) => db.collection('ratings').where(query).get(), where);
    const keep = (value: object) =>
      cloud.probe(({ db }, data) => db.collection('ratings').add({ data }), { number: 9, value });
    const attempts = {
      where: ask({ $where: 'this.number > 1' }),
      text: ask({ $text: { $search: 'good' } }),
      bits: ask({ number: { $bitsAllSet: 1 } }),
      flatBox: ask({
        at: {
          $geoWithin: {
            $box: [
              [0, 0],
              [1, 1],
            ],
          },
        },
      }),
      pcre: ask({ who: { $regex: '(?>a)b' } }),
      objectId: keep({ $oid: '5f0000000000000000000000' }),
      decimal: keep({ $numberDecimal: '1.10' }),
      binary: keep({ $binary: { base64: 'AA==', subType: '00' } }),
      timestamp: keep({ $timestamp: { t: 1, i: 1 } }),
      chain: cloud.probe(({ db, _ }) =>
        db
          .collection('ratings')
          .where({ tags: _.elemMatch(_.gt(1).lt(3)) })
          .get(),
      ),
      long: keep({ $numberLong: '9007199254740993' }),
    };
    for (const attempt of Object.values(attempts))
      await expect(attempt).rejects.toMatchObject({ errMsg: expect.stringContaining('not emulated') });
  });
});
