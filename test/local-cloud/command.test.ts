import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readArguments } from '../../cloudfunctions/local/command/arguments';
import { readSchemaFile } from '../../cloudfunctions/local/command/schema-file';
import { openDatabase } from '../../cloudfunctions/local/database/database';
import type { IndexDefinition } from '../../cloudfunctions/local/database/store/index-definition';
import { removeTemporaryFolders, temporaryFolder } from './support';

const ROOT = path.resolve(__dirname, '../..');

/** As somebody writes it who knows nothing of this repository. */
const COUNTER = `
const cloud = require(${JSON.stringify(require.resolve('wx-server-sdk'))});
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
exports.main = async ({ name }) => {
  const visits = cloud.database().collection('visits');
  await visits.add({ data: { name, openid: cloud.getWXContext().OPENID } });
  return visits.where({ name }).count();
};`;

/** Writes one thing for each call, once only. */
const WRITER = `
const cloud = require(${JSON.stringify(require.resolve('wx-server-sdk'))});
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
exports.main = ({ number }) => cloud.database().collection('things').add({ data: { _id: 't' + number, number } });`;

const byNumber: IndexDefinition = { name: 'number', keys: [{ field: 'number', direction: 1 }], unique: true };

const run = (args: readonly string[]) => {
  const child = spawn(process.execPath, [
    path.join(ROOT, 'node_modules/tsx/dist/cli.mjs'),
    path.join(ROOT, 'cloudfunctions/local/command/command.ts'),
    ...args,
  ]);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(String(chunk)));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const url = /ready (\S+)\//.exec(said.join(''))?.[1];
      if (url) resolve(url);
    });
    void ended.then(() => reject(new Error(said.join(''))));
  });
  ready.catch(() => {});
  return { child, ready, ended, said: () => said.join('') };
};

afterAll(removeTemporaryFolders);

describe('npm run local-cloud', () => {
  it("runs somebody else's functions on an empty folder and keeps what they wrote", async () => {
    const [functions, data] = [temporaryFolder(), path.join(temporaryFolder(), 'new')];
    mkdirSync(path.join(functions, 'counter'));
    writeFileSync(path.join(functions, 'counter', 'index.js'), COUNTER);
    const schema = path.join(functions, 'schema.json');
    writeFileSync(schema, '{"visits": [{"name": "byName", "keys": [{"field": "name", "direction": 1}]}]}');
    for (const visits of [1, 2]) {
      const cloud = run(['--functions', functions, '--data', data, '--schema', schema]);
      const answer = await fetch(`${await cloud.ready}/functions/counter`, {
        method: 'POST',
        headers: { 'x-wx-openid': 'oVisitor' },
        body: JSON.stringify({ name: '访客' }),
      });
      expect(await answer.json()).toMatchObject({ total: visits });
      cloud.child.kill('SIGINT');
      expect(await cloud.ended).toBe(0);
    }
  }, 120_000);

  it.each([
    ['Ctrl-C', 1],
    ['Ctrl-C twice', 2],
  ])(
    '%s in the middle of 200 writing calls loses nothing that was acknowledged',
    async (_, times) => {
      const [functions, data] = [temporaryFolder(), temporaryFolder()];
      mkdirSync(path.join(functions, 'writer'));
      writeFileSync(path.join(functions, 'writer', 'index.js'), WRITER);
      const schema = path.join(functions, 'schema.json');
      writeFileSync(schema, JSON.stringify({ things: [byNumber] }));
      const cloud = run(['--functions', functions, '--data', data, '--schema', schema]);
      const url = `${await cloud.ready}/functions/writer`;
      const acknowledged: string[] = [];
      const write = async (number: number): Promise<void> => {
        const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ number }) });
        const { _id } = (await answer.json()) as { _id?: string };
        if (_id === undefined) return;
        acknowledged.push(_id);
        if (acknowledged.length <= times) cloud.child.kill('SIGINT');
      };
      await Promise.allSettled(Array.from({ length: 200 }, (__, number) => write(number)));
      // 130: the starter's own word about the second; the cloud itself goes on closing
      expect(times === 1 ? [0] : [0, 130]).toContain(await cloud.ended);

      const options = { schema: { things: [byNumber] }, unindexed: 'refuse', onScan: () => {}, log: () => {} } as const;
      const database = openDatabase({ directory: data, ...options });
      const stored = database.inspect('things', {}).map((thing) => thing._id);
      const missing = acknowledged.filter((id) => !stored.includes(id));
      expect({ missing, ...(await database.check()) }).toMatchObject({ missing: [], problems: [] });
      expect(acknowledged.length).toBeGreaterThan(0);
      expect(cloud.said()).not.toContain('    at ');
      await database.close();
    },
    60_000,
  );

  it('says in one sentence what to mend', async () => {
    const empty = temporaryFolder();
    const cloud = run(['--functions', empty, '--data', path.join(empty, 'data')]);
    expect(await cloud.ended).toBe(1);
    expect(cloud.said()).toContain('里没有云函数');
    expect(cloud.said()).not.toContain('    at ');
  }, 120_000);

  it.each([
    [[], '请写明 --functions 目录'],
    [['--functions', 'f'], '请写明 --data 目录'],
    [['--functions', 'f', '--data', 'd', '--port', '99999'], '--port 要写 1 到 65535'],
    [['--whatever'], '看不懂这些参数：--whatever'],
  ])('%j is refused: %s', (args, sentence) => {
    expect(() => readArguments(args, '.')).toThrow(sentence);
  });

  it.each([
    ['[]', '最外层 写得不对'],
    ['{"a": [{"name": "x", "keys": [{"field": "f", "direction": 2}]}]}', 'a.0.keys.0.direction 写得不对'],
    ['{', '不是合法的 JSON'],
  ])('the list of collections %s is refused', (text, sentence) => {
    const file = path.join(temporaryFolder(), 'schema.json');
    writeFileSync(file, text);
    expect(() => readSchemaFile(file)).toThrow(sentence);
    expect(() => readSchemaFile(`${file}.none`)).toThrow('没有集合清单');
  });
});
