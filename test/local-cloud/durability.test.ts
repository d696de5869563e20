import { once } from 'node:events';
import { openDatabase } from '../../cloudfunctions/local/database/database';
import type { IndexDefinition } from '../../cloudfunctions/schema';
import { startChild } from './child-cloud';
import { deployProbe, removeTemporaryFolders, type Sdk, startTestCloud, temporaryFolder } from './support';

afterAll(removeTemporaryFolders);

const byNumber: IndexDefinition = { name: 'number', keys: [{ field: 'number', direction: 1 }], unique: true };
const byColor: IndexDefinition = { name: 'color', keys: [{ field: 'color', direction: 1 }] };

const open = (directory: string, indexes: readonly IndexDefinition[]) =>
  openDatabase({ directory, schema: { things: indexes }, unindexed: 'refuse', onScan: () => {}, log: () => {} });

describe('data on disk', () => {
  it('loses nothing that was acknowledged and keeps nothing twice when the process is killed in full work', async () => {
    const [dataDir, functionsDir] = [temporaryFolder(), temporaryFolder()];
    await deployProbe(functionsDir);
    const action = '({ db }, number) => db.collection("things").add({ data: { _id: "t" + number, number } })';
    const acknowledged = new Set<number>();
    let number = 0;
    for (let round = 0; round < 3; round += 1) {
      const child = await startChild({ dataDir, functionsDir, schema: { things: [byNumber] } });
      const enough = acknowledged.size + 40;
      const writer = async (): Promise<void> => {
        for (;;) {
          const mine = number++;
          const answer = await fetch(`${child.url}/functions/probe`, {
            method: 'POST',
            body: JSON.stringify({ action, input: mine }),
          });
          if (((await answer.json()) as { value?: unknown }).value) acknowledged.add(mine);
          if (acknowledged.size >= enough) child.process.kill('SIGKILL');
        }
      };
      const writers = Array.from({ length: 12 }, () => writer().catch(() => {}));
      await Promise.all(writers);
    }
    const database = open(dataDir, [byNumber]);
    const stored = database.inspect('things', {}).map((one) => one.number as number);
    const missing = [...acknowledged].filter((one) => !stored.includes(one));
    expect(acknowledged.size).toBeGreaterThanOrEqual(120);
    expect({
      missing,
      twice: stored.length - new Set(stored).size,
      problems: (await database.check()).problems,
    }).toEqual({
      missing: [],
      twice: 0,
      problems: [],
    });
    await database.close();
  }, 40_000);

  it('belongs to one process: a second start is refused in a clear sentence, a start after a crash is not', async () => {
    const [dataDir, functionsDir] = [temporaryFolder(), temporaryFolder()];
    const child = await startChild({ dataDir, functionsDir, schema: { things: [byNumber] } });
    await expect(startTestCloud({ dataDir, functionsDir })).rejects.toThrow(/正被另一个本机云使用.*请先停止它/);
    child.process.kill('SIGKILL');
    await once(child.process, 'exit');
    const cloud = await startTestCloud({ dataDir, functionsDir });
    await expect(startTestCloud({ dataDir, functionsDir })).rejects.toThrow('正被另一个本机云使用');
    await cloud.close();
    await (await startTestCloud({ dataDir, functionsDir })).close();
  }, 20_000);

  it('is whole in a backup: a file that was uploaded is read from the copy', async () => {
    const cloud = await startTestCloud();
    const { fileID } = await cloud.probe(({ cloud: sdk }) =>
      sdk.uploadFile({ cloudPath: '证明/甲.txt', fileContent: Buffer.from('内容') }),
    );
    const folder = temporaryFolder();
    await cloud.backup(folder);
    await cloud.close();
    const copy = await startTestCloud({ dataDir: folder, functionsDir: cloud.functionsDir });
    const read = async ({ cloud: sdk }: Sdk, id: string) =>
      (await sdk.downloadFile({ fileID: id })).fileContent.toString('utf8');
    expect(await copy.probe(read, fileID)).toBe('内容');
    await copy.close();
  });

  it('gets an index built when the schema gains or changes one, and loses it when the schema drops it', async () => {
    const directory = temporaryFolder();
    let database = open(directory, []);
    await database.insert(
      'things',
      Array.from({ length: 1_200 }, (_, number) => ({
        _id: number,
        number,
        color: number % 2 ? 'red' : ['blue', 'green'],
      })),
    );
    expect(() => database.find('things', { filter: { color: 'red' } })).toThrow('unindexed');
    await database.close();

    database = open(directory, [byColor, byNumber]);
    expect(database.count('things', { color: 'red' })).toBe(600);
    expect(database.count('things', { color: 'green' })).toBe(600);
    expect(await database.check()).toEqual({ collections: 1, documents: 1_200, problems: [] });
    await database.close();

    database = open(directory, [{ ...byColor, keys: [{ field: 'color', direction: -1 }] }]);
    expect(database.count('things', { color: 'red' })).toBe(600);
    expect((await database.check()).problems).toEqual([]);
    await expect(database.insert('things', [{ number: 5 }])).resolves.toHaveLength(1);
    await database.close();

    expect(() => open(directory, [byNumber])).toThrow('E11000');
    database = open(directory, []);
    expect(await database.check()).toEqual({ collections: 1, documents: 1_201, problems: [] });
    await database.close();
  });

  it('is told apart from its indexes by the checker when one of them was tampered with', async () => {
    const directory = temporaryFolder();
    const { openStore } = await import('../../cloudfunctions/local/database/store/store');
    const { openCatalogue } = await import('../../cloudfunctions/local/database/store/catalogue');
    const { checkStore } = await import('../../cloudfunctions/local/database/store/check');
    let database = open(directory, [byNumber]);
    await database.insert('things', [
      { _id: 'a', number: 1 },
      { _id: 'b', number: 2 },
    ]);
    await database.close();

    const store = openStore(directory);
    const collections = openCatalogue(store, { things: [byNumber] }).all();
    const [key] = [...store.entries.getKeys({})];
    if (key) await store.entries.remove(Buffer.from(key));
    expect((await checkStore(store, collections)).problems).toEqual(['things.number: the entry of a is missing']);
    const [document] = [...store.documents.getKeys({ reverse: true })];
    if (document) await store.documents.remove(Buffer.from(document));
    expect((await checkStore(store, collections)).problems).toEqual([
      'things.number: the entry of a is missing',
      'things.number: 1 entries belong to no document',
    ]);
    await store.close();

    database = open(directory, [byNumber]);
    await database.close();
  });
});
