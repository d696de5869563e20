import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EARLIER_RATINGS } from '../../cloudfunctions/local/demo/earlier-ratings';
import type { HallSign } from '../../cloudfunctions/local/demo/routes';
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
    const own = EARLIER_RATINGS.filter(({ openid }) => openid === 'demo-citizen-1').length;
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
    expect(mine.value.items).toHaveLength(EARLIER_RATINGS.filter(({ openid }) => openid === 'demo-citizen-1').length);
    expect(await again.kill('SIGINT')).toMatchObject({ code: 0 });
  });

  it.each([
    ['an unknown word', ['--prot', '80'], /看不懂.*--prot/s],
    ['a port that is none', ['--port', 'http'], /--port 要写 1 到 65535/],
    ['a port too high', ['--port', '70000'], /--port 要写 1 到 65535/],
    ['no directory', ['--data', ''], /--data 后面要写目录/],
  ])('says in a sentence what is wrong: %s', async (_, args, sentence) => {
    const { code, said } = await startDemo(...args).ended;
    expect(code).toBe(1);
    expect(said).toMatch(sentence);
    expect(said).not.toMatch(/^ +at /m);
  });

  it('leaves a directory of other files alone, --fresh or not', async () => {
    const foreign = newDir();
    writeFileSync(path.join(foreign, 'thesis.txt'), 'mine');
    for (const args of [[], ['--fresh']]) {
      const { code, said } = await startDemo('--data', foreign, ...args).ended;
      expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('没有动它') });
    }
    expect(readFileSync(path.join(foreign, 'thesis.txt'), 'utf8')).toBe('mine');
    rmSync(foreign, { recursive: true });
  });
});
