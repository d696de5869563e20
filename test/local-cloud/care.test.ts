import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { openStore } from '../../cloudfunctions/local/database/store/store';
import { removeTemporaryFolders, startTestCloud, temporaryFolder } from './support';

afterAll(removeTemporaryFolders);

const ROOT = path.resolve(__dirname, '../..');
const schema = { things: [{ name: 'at', keys: [{ field: 'at', direction: 1 as const }] }] };

/** `npm run local-cloud -- …`, without npm. */
const command = (...args: string[]): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    const file = path.join(ROOT, 'cloudfunctions/local/command/command.ts');
    execFile(process.execPath, ['--import', require.resolve('tsx'), file, ...args], (error, out, wrong) =>
      resolve({ code: error === null ? 0 : Number(error.code), said: out + wrong }),
    );
  });

describe('whoever looks after the data of a local cloud', () => {
  it('checks and copies it while the cloud runs, and repairs it when it stands still', async () => {
    const cloud = await startTestCloud({ schema });
    const copy = path.join(temporaryFolder(), 'copy');
    for (let at = 0; at < 20; at += 1) await cloud.database.insert('things', { _id: `t${at}`, at });
    const [checked, copied, refused] = await Promise.all([
      command('check', '--data', cloud.dataDir),
      command('backup', '--data', cloud.dataDir, '--to', copy),
      command('repair', '--data', cloud.dataDir),
    ]);
    expect(checked).toEqual({ code: 0, said: expect.stringMatching(/文档 20 个。\n索引与文档一致/) });
    expect(copied).toEqual({ code: 0, said: expect.stringContaining('已复制到') });
    expect(refused).toEqual({ code: 1, said: expect.stringMatching(/^.*请先停止它再修复.*\n$/) });
    await cloud.close();

    const store = openStore(copy);
    const [entry] = [...store.entries.getKeys({})];
    await store.entries.remove(Buffer.from(entry ?? []));
    await store.close();
    const damaged = await command('check', '--data', copy);
    expect(damaged).toEqual({ code: 1, said: expect.stringMatching(/the entry of t0 is missing\n.*用 repair/) });
    expect(await command('repair', '--data', copy)).toMatchObject({ code: 0 });
    expect(await command('check', '--data', copy)).toMatchObject({ code: 0 });
  }, 60_000);

  it('is told what is wrong with the arguments, and nothing is made', async () => {
    const nothing = path.join(temporaryFolder(), 'nothing');
    const answers = await Promise.all([
      command('check', '--data', nothing),
      command('backup', '--data', nothing),
      command('repair', '--what'),
    ]);
    const sentences = ['里没有本机云的数据', '用法：npm run local-cloud -- backup --data 目录 --to 新目录', '用法：'];
    expect(answers).toEqual(
      sentences.map((sentence) => ({ code: 1, said: expect.stringMatching(new RegExp(`^.*${sentence}.*\n$`)) })),
    );
    expect(existsSync(nothing)).toBe(false);
  }, 60_000);
});
