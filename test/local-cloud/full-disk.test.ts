import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type Database, openDatabase } from '../../cloudfunctions/local/database/database';
import { freeBytes, LEAST_FREE } from '../../cloudfunctions/local/database/store/disk-room';
import { startChild } from './child-cloud';
import { deployProbe, removeTemporaryFolders, type Sdk, temporaryFolder } from './support';

afterAll(removeTemporaryFolders);

const FULL = 'OutOfDiskSpace: no space left on device';
const schema = { things: [{ name: 'number', keys: [{ field: 'number', direction: 1 as const }], unique: true }] };

describe('a disk that is as good as full', () => {
  const directory = temporaryFolder();
  let free = LEAST_FREE;
  const open = (): Database =>
    openDatabase({
      ...{ directory, schema, unindexed: 'refuse' as const, onScan: () => {}, log: () => {} },
      freeBytes: () => free,
    });
  const count = (database: Database) => database.count('things', { number: { $gte: 0 } });

  it('refuses what is put, takes what is removed, goes on reading, and has lost nothing when there is room again', async () => {
    const database = open();
    await database.insert('things', [
      { _id: 'a', number: 1 },
      { _id: 'b', number: 2 },
    ]);
    free = LEAST_FREE - 1;
    await expect(database.insert('things', [{ _id: 'c', number: 3 }])).rejects.toThrow(FULL);
    const raise = { filter: { number: 1 }, data: { $set: { number: 9 } }, multi: true, merge: true, upsert: false };
    await expect(database.modify('things', raise)).rejects.toThrow(FULL);
    const { transactions } = database;
    const transaction = transactions.start();
    transactions.change(transaction, database.collection('things'), 'd', () => ({ _id: 'd', number: 4 }));
    expect(() => transactions.commit(transaction)).toThrow(FULL);
    expect(() => database.addCollection('others')).toThrow(FULL);
    expect(count(database)).toBe(2);
    expect(await database.remove('things', { _id: 'b' }, false)).toBe(1);
    expect(count(database)).toBe(1);

    free = LEAST_FREE;
    expect(await database.insert('things', [{ _id: 'c', number: 3 }])).toEqual(['c']);
    expect(await database.check()).toEqual({ collections: 1, documents: 2, problems: [] });
    await database.close();
  });

  it('is told from one with room by the system itself', () => {
    expect(freeBytes(directory)).toBeGreaterThan(LEAST_FREE);
  });
});

it('a file that does not fit is refused by name, and nothing of it is left', async () => {
  const [functionsDir, dataDir] = [temporaryFolder(), temporaryFolder()];
  await deployProbe(functionsDir);
  const largestFile = 2_000;
  const child = await startChild({ dataDir, functionsDir, schema }, largestFile);
  const upload = ({ cloud }: Sdk, size: number) =>
    cloud.uploadFile({ cloudPath: 'photo', fileContent: Buffer.alloc(size) });
  expect(await child.probe(upload, largestFile * 1024 + 1)).toMatchObject({
    errMsg: expect.stringContaining('InsufficientStorage'),
  });
  expect(readdirSync(path.join(dataDir, 'files'))).toEqual([]);
  expect(await child.probe(upload, 1_000)).toMatchObject({ fileID: expect.stringContaining('photo') });
  child.process.kill('SIGKILL');
}, 30_000);
