import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { removeTemporaryFolders, startTestCloud, temporaryFolder } from './support';

afterAll(removeTemporaryFolders);

const schema = { things: [{ name: 'at', keys: [{ field: 'at', direction: 1 as const }], unique: true }] };

describe('a backup', () => {
  it('taken in a burst of writes is the state of one moment, files included, and a cloud starts on it', async () => {
    const cloud = await startTestCloud({ schema });
    await cloud.probe(({ cloud: sdk }) =>
      sdk.uploadFile({ cloudPath: '证明/a.txt', fileContent: Buffer.from('content') }),
    );
    const folder = path.join(temporaryFolder(), 'copy');
    let written = 0;
    let isOver = false;
    /** One after the other: what is in the copy must be the first so many. */
    const writer = async (): Promise<void> => {
      for (; !isOver; written += 1) await cloud.database.insert('things', { at: written, text: 'x'.repeat(500) });
    };
    const writing = writer();
    while (written < 50) await new Promise(setImmediate);
    const before = written;
    await cloud.backup(folder);
    isOver = true;
    await writing;
    await expect(cloud.backup(folder)).rejects.toThrow('不是空的');
    await cloud.close();

    const copy = await startTestCloud({ schema, dataDir: folder, functionsDir: cloud.functionsDir });
    const numbers = (copy.database.find('things', {}) as { at: number }[]).map(({ at }) => at).sort((a, b) => a - b);
    expect(numbers.length).toBeGreaterThanOrEqual(before);
    expect(numbers).toEqual(numbers.map((_, at) => at));
    expect((await copy.check()).problems).toEqual([]);
    await copy.close();
    const [original, copied] = await Promise.all(
      [cloud.dataDir, folder].map((where) => readFile(path.join(where, 'database', 'data.mdb'))),
    );
    expect(copied?.length).toBeLessThanOrEqual(original?.length ?? 0);
  }, 30_000);

  it('taken while files are deleted has those that stay', async () => {
    const cloud = await startTestCloud({ schema });
    const stored = path.join(cloud.dataDir, 'files');
    const goes = Array.from({ length: 200 }, (_, at) => `${at}`);
    await Promise.all([...goes, 'stays'].map((name) => writeFile(path.join(stored, name), name)));
    const folder = path.join(temporaryFolder(), 'copy');
    const deleting = async (): Promise<void> => {
      for (const name of goes) await rm(path.join(stored, name));
    };
    await Promise.all([cloud.backup(folder), deleting()]);
    await cloud.close();
    expect(await readdir(path.join(folder, 'files'))).toContain('stays');
  });
});
