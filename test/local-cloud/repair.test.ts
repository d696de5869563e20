import { openDatabase } from '../../cloudfunctions/local/database/database';
import { openStore } from '../../cloudfunctions/local/database/store/store';
import { removeTemporaryFolders, temporaryFolder } from './support';

afterAll(removeTemporaryFolders);

const schema = {
  things: [
    { name: 'number', keys: [{ field: 'number', direction: 1 as const }], unique: true },
    { name: 'tags', keys: [{ field: 'tags', direction: -1 as const }] },
  ],
};
const open = (directory: string) =>
  openDatabase({ directory, schema, unindexed: 'refuse', onScan: () => {}, log: () => {} });

describe('a repair', () => {
  it('brings damaged indexes to what the documents say: missing, left over, pointing elsewhere, of no known index', async () => {
    const directory = temporaryFolder();
    const before = open(directory);
    await before.insert(
      'things',
      Array.from({ length: 50 }, (_, number) => ({ _id: `d${number}`, number, tags: [`t${number}`, 'all'] })),
    );
    await before.close();

    const store = openStore(directory);
    const keys = [...store.entries.getKeys({})].map((key) => Buffer.from(key));
    const [missing, elsewhere, other] = [keys[3], keys[10], keys[11]];
    const [document] = [...store.documents.getKeys({ reverse: true })];
    if (!missing || !elsewhere || !other || !document) throw new Error('nothing to damage');
    await store.entries.remove(missing);
    await store.entries.put(elsewhere, store.entries.get(other) ?? Buffer.alloc(0));
    await store.documents.remove(Buffer.from(document));
    await store.entries.put(Buffer.from([0, 0, 9, 9, 1]), Buffer.from([1]));
    await store.close();

    const database = open(directory);
    const found = (await database.check()).problems.join('\n');
    for (const kind of ['is missing', 'points elsewhere', 'belong to no document']) expect(found).toContain(kind);
    expect(await database.repair()).toEqual({ collections: 1, documents: 49, problems: [] });
    expect(database.count('things', { tags: 'all' })).toBe(49);
    expect(database.find('things', { filter: { number: 3 } })).toHaveLength(1);
    await database.close();
  });
});
