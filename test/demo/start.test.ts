import {
  closeSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readArguments } from '../../cloudfunctions/demo/arguments';
import { openDataDirectory } from '../../cloudfunctions/demo/data-directory';
import { EARLIER_APPEALS } from '../../cloudfunctions/demo/earlier-appeals';
import { EARLIER_RATINGS } from '../../cloudfunctions/demo/earlier-ratings';
import { EARLIER_TICKETS } from '../../cloudfunctions/demo/earlier-tickets';
import type { HallSign } from '../../cloudfunctions/demo/routes';
import { shownFor } from '../../cloudfunctions/local/explained';
import { type DemoProcess, freePort, startDemo } from './demo-process';

jest.setTimeout(240_000);

const newDir = () => mkdtempSync(path.join(tmpdir(), 'haochaping-demo-'));
const dir = newDir();
const running: DemoProcess[] = [];
const demo = (...args: string[]) => {
  const started = startDemo(...args);
  running.push(started);
  return started;
};
afterAll(async () => {
  for (const one of running) await one.kill('SIGKILL');
  rmSync(dir, { recursive: true, force: true });
});

/** All that was rated before the visitor came. */
const EARLIER = [...EARLIER_RATINGS, ...[...EARLIER_TICKETS, ...EARLIER_APPEALS].map(({ rating }) => rating)];

/** What a start with these arguments says of them or of its data directory, without the start of a process each time. */
const refusalOf = async (...args: string[]): Promise<unknown> => {
  try {
    const { dataDir, fresh } = readArguments(args, process.cwd());
    const data = await openDataDirectory(dataDir, fresh);
    await data.lock.release();
    return 'nothing';
  } catch (error) {
    return shownFor(error);
  }
};

/** Garbage, the same each time. */
const writeAt = (file: string, from: number, length: number) => {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(length, 'haochaping'), 0, length, from);
  closeSync(handle);
};

const read = async <T>(url: string): Promise<T> => (await fetch(url)).json() as Promise<T>;
const call = async (url: string, action: string, input: object, openid = 'demo-citizen-1', door = 'citizen') => {
  const answer = await fetch(`${url}/functions/${door}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
    body: JSON.stringify({ action, input }),
  });
  return (await answer.json()) as { ok: boolean; value: { items: { receiptNo: string }[]; receiptNo: string } };
};

describe('npm start', () => {
  it('seeds, serves, survives kill -9 with every rating, and stops on Ctrl-C', async () => {
    const port = String(await freePort());
    const first = demo('--data', dir, '--port', port);
    const url = await first.ready;
    expect(url).toBe(`http://127.0.0.1:${port}`);

    const signs = await read<HallSign[]>(`${url}/demo/codes.json`);
    expect(new Set(signs.map(({ place }) => place))).toEqual(new Set(['taiqian', 'chaozhou']));
    expect(signs[0]?.link).toBe(`${url}/w/${signs[0]?.scene}`);
    const input = { scene: signs[0]?.scene, level: 'satisfied', idempotencyKey: 'rated-before-the-kill' };
    const receipt = await call(url, 'rating.submit', input);
    expect(receipt.ok).toBe(true);

    await first.kill('SIGKILL');
    const second = demo('--data', dir, '--port', port);
    expect(await second.ready).toBe(url);
    const own = EARLIER.filter(({ openid }) => openid === 'demo-citizen-1').length;
    const mine = await call(url, 'rating.mine', {});
    expect(mine.value.items[0]?.receiptNo).toBe(receipt.value.receiptNo);
    expect(mine.value.items).toHaveLength(own + 1);
    expect((await call(url, 'rating.submit', input)).value.receiptNo).toBe(receipt.value.receiptNo);

    const { code, said } = await second.kill('SIGINT');
    expect(code).toBe(0);
    expect(said).not.toContain('演示数据已写入');
    await expect(fetch(url)).rejects.toThrow();
  });

  it('refuses a second demo on the same data, and a port that is taken', async () => {
    const first = demo('--data', dir, '--port', String(await freePort()));
    const url = await first.ready;
    const sameData = await startDemo('--data', dir, '--port', String(await freePort())).ended;
    expect(sameData).toMatchObject({ code: 1, said: expect.stringContaining('正被另一个本机云使用') });
    const samePort = await startDemo('--data', newDir(), '--port', new URL(url).port).ended;
    expect(samePort).toMatchObject({ code: 1, said: expect.stringContaining('已被占用') });
    expect(await first.kill('SIGTERM')).toMatchObject({ code: 0 });
  });

  it('starts over when a seed was cut off, with nothing doubled', async () => {
    const file = path.join(dir, 'haochaping-demo.json');
    const state = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...state, seeded: null }));
    const again = demo('--data', dir, '--port', String(await freePort()));
    const mine = await call(await again.ready, 'rating.mine', {});
    expect(mine.value.items).toHaveLength(EARLIER.filter(({ openid }) => openid === 'demo-citizen-1').length);
    expect(await again.kill('SIGINT')).toMatchObject({ code: 0 });
  });

  it('lets happen what a faults.json in its directory demands', async () => {
    writeFileSync(path.join(dir, 'faults.json'), '{"faults":[{"kind":"refuseCall","door":"citizen"}]}');
    const faulty = demo('--data', dir, '--port', String(await freePort()));
    const url = await faulty.ready;
    expect(await call(url, 'rating.mine', {})).toMatchObject({ ok: false, code: 'gateway.unavailable' });
    expect(await call(url, 'rating.mine', {})).toMatchObject({ ok: true });
    await faulty.kill('SIGINT');
    rmSync(path.join(dir, 'faults.json'));
  });

  it('says in a sentence what is wrong, and ends', async () => {
    const { code, said } = await startDemo('--prot', '80').ended;
    expect(code).toBe(1);
    expect(said).toMatch(/看不懂.*--prot/s);
    expect(said).not.toMatch(/^ +at /m);
  });

  it.each([
    ['a port that is none', ['--port', 'http'], /--port 要写 1 到 65535/],
    ['a port too high', ['--port', '70000'], /--port 要写 1 到 65535/],
    ['no directory', ['--data', ''], /--data 后面要写目录/],
  ])('says in a sentence what is wrong: %s', async (_, args, sentence) => {
    expect(await refusalOf(...args)).toMatch(sentence);
  });

  it('lets one of two have a new directory when both start at once, and tells the other', async () => {
    const shared = path.join(newDir(), 'data');
    const both = [demo('--data', shared, '--port', String(await freePort())), demo('--data', shared)];
    const loser = await Promise.race(both.map(async (one) => one.ended.then(() => one)));
    const refused = await loser.ended;
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('正被另一个本机云使用') });
    expect(refused.said).not.toMatch(/^ +at /m);
    const [winner] = both.filter((one) => one !== loser);
    expect(await winner?.kill('SIGINT')).toMatchObject({ code: 0, said: expect.stringContaining('已为本机生成密钥') });
  });

  const DAMAGES: [string, (file: string) => void][] = [
    ['whose header is garbage', (file) => writeAt(file, 0, 8_192)],
    ['whose pages are garbage', (file) => writeAt(file, 8_192, statSync(file).size - 8_192)],
    ['of which half is missing', (file) => truncateSync(file, statSync(file).size / 2)],
    ['that is empty', (file) => truncateSync(file, 0)],
    ['that is gone', (file) => rmSync(file)],
  ];
  it.each(DAMAGES)('leaves a database alone %s, and says what to do', async (_, damage) => {
    const copy = newDir();
    cpSync(dir, copy, { recursive: true });
    const file = path.join(copy, 'database', 'data.mdb');
    damage(file);
    const before = existsSync(file) && readFileSync(file);
    expect(await refusalOf('--data', copy)).toMatch(/损坏.*复制一份.*--fresh/);
    expect(existsSync(file) && readFileSync(file)).toEqual(before);
    rmSync(copy, { recursive: true });
  });

  it('gives the data of before the vault its keys, once, and keeps the rest', async () => {
    const file = path.join(dir, 'haochaping-demo.json');
    const { keys, seeded } = JSON.parse(readFileSync(file, 'utf8'));
    const older = { keys: { key: keys.key, windowCodeKeys: keys.windowCodeKeys }, seeded };
    writeFileSync(file, JSON.stringify(older));
    const first = demo('--data', dir, '--port', String(await freePort()));
    await first.ready;
    expect((await first.kill('SIGINT')).said).toContain('已为本机补上保险箱的密钥');
    const completed = JSON.parse(readFileSync(file, 'utf8'));
    expect(completed).toMatchObject(older);
    expect(completed.keys).toMatchObject({ vaultKeys: expect.any(String), indexKey: expect.any(String) });

    const second = demo('--data', dir, '--port', String(await freePort()));
    const mine = await call(await second.ready, 'rating.mine', {});
    expect(mine.value.items).toHaveLength(EARLIER.filter(({ openid }) => openid === 'demo-citizen-1').length);
    expect((await second.kill('SIGINT')).said).not.toContain('密钥');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(completed);
  });

  const keys = { key: 'k'.repeat(32), windowCodeKeys: `1:${'w'.repeat(32)}` };
  it.each([
    ['no key for window codes', { keys: { ...keys, windowCodeKeys: '' }, seeded: null }],
    ['a malformed key for window codes', { keys: { ...keys, windowCodeKeys: 'w'.repeat(32) }, seeded: null }],
    ['an empty key', { keys: { ...keys, key: '' }, seeded: null }],
    ['a key of the vault but none of the index', { keys: { ...keys, vaultKeys: keys.windowCodeKeys }, seeded: null }],
    ['no keys', { seeded: 3 }],
    ['nothing about its data', { keys }],
    ['nothing', null],
  ])('says what to do with a state file with %s', async (_, state) => {
    const data = newDir();
    writeFileSync(path.join(data, 'haochaping-demo.json'), JSON.stringify(state));
    expect(await refusalOf('--data', data)).toMatch(/读不懂.*--fresh/);
    rmSync(data, { recursive: true });
  });

  it.each([
    ['below a file', path.join(__filename, 'sub'), /不是目录/],
    ['that is a file', __filename, /不是目录/],
    ['where nobody can create one', '/proc/haochaping/data', /建不了|没有权限|不允许/],
    ['with too long a name', path.join(tmpdir(), 'x'.repeat(300)), /太长/],
  ])('says what is wrong with a directory %s', async (_, data, sentence) => {
    const { code, said } = await startDemo('--data', data).ended;
    expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(sentence) });
    expect(said).not.toMatch(/^ +at /m);
  });

  it('leaves a directory of other files alone, --fresh or not', async () => {
    const foreign = newDir();
    writeFileSync(path.join(foreign, 'thesis.txt'), 'mine');
    for (const args of [[], ['--fresh']]) {
      expect(await refusalOf('--data', foreign, ...args)).toContain('没有动它');
    }
    expect(readFileSync(path.join(foreign, 'thesis.txt'), 'utf8')).toBe('mine');
    rmSync(foreign, { recursive: true });
  });
});
