import { request } from 'node:http';
import { deploy, removeTemporaryFolders, type Sdk, startTestCloud, type TestCloud, temporaryFolder } from './support';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ schema: { things: [] } });
  await deploy(cloud.functionsDir, 'door', 'exports.main = async () => 1;');
});
afterAll(async () => {
  await cloud.close();
  removeTemporaryFolders();
});

const post = async (door: string, body: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${cloud.url}/functions/${door}`, { method: 'POST', body, headers });
  return { status: answer.status, body: (await answer.json()) as Sdk };
};

describe('the gateway', () => {
  it.each([
    ['no JSON', '{"a":', 400, 'gateway.badRequest'],
    ['a list', '[]', 400, 'gateway.badRequest'],
    ['text', '"x"', 400, 'gateway.badRequest'],
    ['nothing', '', 400, 'gateway.badRequest'],
    ['brackets 200,000 deep', '['.repeat(200_000), 400, 'gateway.badRequest'],
    ['objects 5,000 deep', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`, 400, 'gateway.badRequest'],
    ['more than 1 MiB', JSON.stringify({ text: 'x'.repeat(1024 * 1024) }), 413, 'gateway.tooLarge'],
  ])('refuses %s in a sentence that says what to do', async (_, body, status, code) => {
    const refused = await post('door', body);
    expect(refused).toMatchObject({
      status,
      body: { ok: false, code, message: expect.stringMatching(/[\u4e00-\u9fff]{4}/) },
    });
  });

  it('refuses more than 1 MiB also when it comes without a length', async () => {
    const { port } = new URL(cloud.url);
    const status = await new Promise((resolve, reject) => {
      const sent = request({ port, host: '127.0.0.1', path: '/functions/door', method: 'POST' }, (answer) =>
        resolve(answer.resume().statusCode),
      );
      sent.on('error', reject);
      for (let part = 0; part < 5; part += 1) sent.write('x'.repeat(300_000));
    });
    expect(status).toBe(413);
  });

  it('refuses an unknown function, a name that leads elsewhere, an openid of digits', async () => {
    expect(await post('nobody', '{}')).toMatchObject({ status: 404, body: { code: 'gateway.unknownFunction' } });
    expect(await post('..%2Fdoor', '{}')).toMatchObject({ status: 404 });
    expect(await post('door', '{}', { 'x-wx-openid': '123456' })).toMatchObject({ status: 400 });
    expect(await cloud.call('nobody', {})).toMatchObject({ code: 'gateway.unknownFunction' });
  });

  it('survives names that reach a prototype', async () => {
    const { status } = await post('door', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
    expect(status).toBe(200);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('answers only requests that name this machine, and no page of another origin', async () => {
    const ask = (headers: Record<string, string>) =>
      new Promise<number | undefined>((resolve, reject) => {
        const { port } = new URL(cloud.url);
        const sent = request(
          { port, host: '127.0.0.1', path: '/functions/door', method: 'POST', headers },
          (answer) => {
            answer.resume();
            resolve(answer.statusCode);
          },
        );
        sent.on('error', reject);
        sent.end('{}');
      });
    const { port } = new URL(cloud.url);
    expect(await ask({ host: 'evil.example' })).toBe(400);
    expect(await ask({ host: `127.0.0.1.evil.example:${port}` })).toBe(400);
    expect(await ask({ host: `localhost:${port}`, origin: 'https://evil.example' })).toBe(400);
    for (const origin of ['http://localhost:3000', 'http://127.0.0.1', `https://localhost:${port}`, 'null']) {
      expect(await ask({ host: `localhost:${port}`, origin })).toBe(400);
    }
    for (const name of ['localhost', '127.0.0.1']) {
      expect(await ask({ host: `localhost:${port}`, origin: `http://${name}:${port}` })).toBe(200);
    }
  });

  it('lets nobody but a running function speak to the database', async () => {
    const steal = { action: 'database.getDocument', collectionName: 'things', query: '{}', queryType: 'WHERE' };
    for (const token of [undefined, '', 'guess', { $ne: 1 }, '__proto__']) {
      const answer = await fetch(`${cloud.url}/admin`, {
        method: 'POST',
        body: JSON.stringify({ ...steal, wxCloudApiToken: token }),
      });
      expect(await answer.json()).toMatchObject({ code: 'INVALID_REQUEST_SOURCE' });
    }
  });

  it('queues calls beyond the instances and answers each once', async () => {
    cloud.counters.reset();
    const answers = await Promise.all(Array.from({ length: 60 }, (_, at) => cloud.probe((_tools, input) => input, at)));
    expect(answers).toEqual(Array.from({ length: 60 }, (_, at) => at));
    expect(cloud.counters.read()).toMatchObject({ calls: { probe: 60 }, reads: 0, writes: 0 });
  });

  it('serves a rebuilt bundle from its next call on', async () => {
    const functionsDir = temporaryFolder();
    await deploy(functionsDir, 'door', 'exports.main = async () => 1;');
    const other = await startTestCloud({ functionsDir });
    expect(await other.call('door', {})).toBe(1);
    await deploy(functionsDir, 'door', 'exports.main = async () => 2;');
    expect(await other.call('door', {})).toBe(2);
    await other.close();
  });
});
