import { type Database, openDatabase } from '../../cloudfunctions/local/database/database';
import { removeTemporaryFolders, temporaryFolder } from './support';

afterAll(removeTemporaryFolders);

const schema = {
  things: [
    {
      name: 'owner',
      keys: [
        { field: 'owner', direction: 1 as const },
        { field: 'at', direction: -1 as const },
      ],
    },
    { name: 'number', keys: [{ field: 'number', direction: 1 as const }], unique: true },
  ],
};
const OWNERS = 4;
const aThing = (number: number) => ({ _id: `t${number}`, owner: `o${number % OWNERS}`, at: number, number });

const filled = async (count: number): Promise<Database> => {
  const database = openDatabase({
    ...{ directory: temporaryFolder(), schema, unindexed: 'refuse' as const },
    ...{ onScan: () => {}, log: () => {} },
  });
  await database.insert(
    'things',
    Array.from({ length: count }, (_, number) => aThing(number)),
  );
  return database;
};

describe('however many documents there are', () => {
  let few: Database;
  let many: Database;
  beforeAll(async () => {
    [few, many] = await Promise.all([filled(500), filled(6_000)]);
  });
  afterAll(() => Promise.all([few.close(), many.close()]));

  it('a page in the order of an index reads the page and no more', () => {
    const page = { filter: { owner: 'o3' }, sort: { at: -1 }, limit: 20 };
    const explained = { plan: 'index', indexes: ['owner'], isOrdered: true, keysExamined: 20, returned: 20 };
    for (const database of [few, many])
      expect(database.explain('things', page)).toEqual({ ...explained, documentsExamined: 20 });
  });

  it('a document by its _id, or by a unique field, is one read', () => {
    for (const database of [few, many]) {
      expect(database.explain('things', { filter: { _id: 't77' } })).toMatchObject({
        plan: 'ids',
        documentsExamined: 1,
      });
      expect(database.explain('things', { filter: { number: 77 } })).toMatchObject({ keysExamined: 1, returned: 1 });
    }
  });

  it('a query without an index says that it walks the whole collection, one of two branches that it joins them', () => {
    expect(many.explain('things', { filter: { color: 'red' } })).toMatchObject({
      ...{ plan: 'scan', indexes: ['_id_'], isOrdered: false, documentsExamined: 6_000, returned: 0 },
    });
    const either = { $or: [{ number: 5 }, { _id: 't6' }] };
    expect(many.explain('things', { filter: either })).toMatchObject({ plan: 'union', indexes: ['number', '_id_'] });
  });

  it('a change of many lets others in between, and changes each once', async () => {
    const increment = { data: { $inc: { turns: 1 } }, multi: true, merge: true, upsert: false };
    const changing = many.modify('things', { filter: { owner: 'o1' }, ...increment });
    let seenHalfway = 0;
    const other = (async () => {
      for (let n = 0; n < 20; n += 1) {
        await many.insert('things', [{ _id: `between-${n}`, owner: 'nobody', at: n, number: 1_000_000 + n }]);
        const done = many.count('things', { owner: 'o1', turns: 1 });
        if (done > 0 && done < 1_500) seenHalfway += 1;
      }
    })();
    expect(await changing).toEqual({ updated: 1_500 });
    await other;
    expect(seenHalfway).toBeGreaterThan(0);
    expect(many.count('things', { owner: 'o1', turns: 1 })).toBe(1_500);
  });

  it('what no longer matches when its turn comes is left alone', async () => {
    const request = { filter: { owner: 'o2' }, data: { $set: { owner: 'o2-moved' } } };
    const several = { multi: true, merge: true, upsert: false };
    const [first, second] = await Promise.all([
      many.modify('things', { ...request, ...several }),
      many.modify('things', { ...request, data: { $set: { owner: 'o2-taken' } }, ...several }),
    ]);
    expect(first.updated + second.updated).toBe(1_500);
    expect(many.count('things', { owner: 'o2-moved' })).toBe(first.updated);
    expect(many.count('things', { owner: 'o2-taken' })).toBe(second.updated);
  });

  it('many are removed in turns too', async () => {
    expect(await many.remove('things', { owner: 'o0' }, true)).toBe(1_500);
    expect(many.count('things', { owner: 'o0' })).toBe(0);
  });

  it('a check sees one moment while others write', async () => {
    let isOver = false;
    let moves = 0;
    const writer = async () => {
      for (; !isOver; moves += 1) {
        await many.modify('things', {
          ...{ filter: { _id: 't5' }, data: { $set: { owner: `moving-${moves}`, number: 2_000_000 + moves } } },
          ...{ multi: false, merge: true, upsert: false },
        });
        await many.insert('things', [{ owner: `new-${moves}`, number: 3_000_000 + moves }]);
      }
    };
    const writing = writer();
    const { problems } = await many.check();
    isOver = true;
    await writing;
    expect(problems).toEqual([]);
    expect(moves).toBeGreaterThan(1);
    expect((await many.check()).problems).toEqual([]);
  });
});
