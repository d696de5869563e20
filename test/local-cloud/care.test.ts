import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  }, 120_000);

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
  }, 120_000);

  it('is told when the data is damaged, whatever that does to the process that reads it', async () => {
    const cloud = await startTestCloud({ schema });
    for (let at = 0; at < 20; at += 1) await cloud.database.insert('things', { _id: `t${at}`, at });
    await cloud.close();
    const whole = readFileSync(path.join(cloud.dataDir, 'database/data.mdb'));
    const damages = [whole.subarray(0, whole.length / 2), Buffer.alloc(whole.length, 7)];
    const answers = damages.map((damage) => {
      const dataDir = temporaryFolder();
      mkdirSync(path.join(dataDir, 'database'));
      writeFileSync(path.join(dataDir, 'database/data.mdb'), damage);
      return command('check', '--data', dataDir);
    });
    const told = { code: 1, said: expect.stringMatching(/^.*已损坏.*\n$/) };
    expect(await Promise.all(answers)).toEqual([told, told]);
  }, 120_000);

  it('is told that a folder without data has none, and that a backup belongs elsewhere: nothing is made', async () => {
    const [empty, cloud] = [temporaryFolder(), await startTestCloud({ schema })];
    mkdirSync(path.join(empty, 'database'));
    const inside = path.join(cloud.dataDir, 'files/copy');
    const [repaired, copied] = await Promise.all([
      command('repair', '--data', empty),
      command('backup', '--data', cloud.dataDir, '--to', inside),
    ]);
    await cloud.close();
    expect(repaired).toEqual({ code: 1, said: expect.stringMatching(/^.*里没有本机云的数据.*\n$/) });
    expect(copied).toEqual({ code: 1, said: expect.stringMatching(/^.*在数据目录里面.*\n$/) });
    expect([readdirSync(path.join(empty, 'database')), existsSync(inside)]).toEqual([[], false]);
  }, 120_000);
});
