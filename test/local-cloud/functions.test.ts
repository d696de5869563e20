import {
  deploy,
  type ProbeTools,
  removeTemporaryFolders,
  type Sdk,
  startTestCloud,
  type TestCloud,
  temporaryFolder,
} from './support';

const MISBEHAVING = `
const cloud = require('wx-server-sdk');
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
let served = 0;
exports.main = async (event) => {
  served += 1;
  switch (event.action) {
    case 'hang': return new Promise(() => {});
    case 'spin': for (;;) {}
    case 'throw': throw new Error('secret inside');
    case 'exit': return process.exit(3);
    case 'reject': { Promise.reject(new Error('nobody waits')); return new Promise(() => {}); }
    case 'fill': { const all = []; for (;;) all.push(new Array(1e5).fill(served)); }
    case 'large': return 'x'.repeat(1024 * 1024 + 1);
    case 'circle': { const a = {}; a.a = a; return a; }
    case 'nothing': return undefined;
    case 'write': return (await cloud.database().collection('things').add({ data: { _id: event.input } }))._id;
    case 'later': { setTimeout(() => cloud.database().collection('things').count().then(() => console.log('late ok'), (e) => console.log('late refused', e.errMsg)), 50); return served; }
    default: return { served };
  }
};`;

let cloud: TestCloud;
beforeAll(async () => {
  const config = { triggers: [{ name: 'minutely', type: 'timer', config: '0 */1 * * * * *' }] };
  cloud = await startTestCloud({ schema: { things: [] }, env: { SECRET: 'for functions only' }, config });
  await deploy(cloud.functionsDir, 'rough', MISBEHAVING, { timeout: 1, memorySize: 64 });
  // a busy machine needs more than a second to fill the memory
  await deploy(cloud.functionsDir, 'greedy', MISBEHAVING, { timeout: 30, memorySize: 64 });
  await deploy(cloud.functionsDir, 'broken', 'throw new Error("at load");');
});
afterAll(async () => {
  await cloud.close();
  removeTemporaryFolders();
});

const post = async (door: string, body: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${cloud.url}/functions/${door}`, { method: 'POST', body, headers });
  return { status: answer.status, body: (await answer.json()) as Sdk };
};

describe('the clock of a call', () => {
  const aDay = 24 * 3_600_000;
  const clock = (who?: { millisecondsAgo: number }) =>
    cloud.call('probe', { action: '() => Date.now()', input: {} }, who) as Promise<{ value: number }>;

  it('is the real one, put back where the call asks for it, and the real one again for the next', async () => {
    const before = Date.now();
    const past = await clock({ millisecondsAgo: aDay });
    const now = await clock();
    const after = Date.now();
    expect(past.value).toBeGreaterThanOrEqual(before - aDay);
    expect(past.value).toBeLessThanOrEqual(after - aDay);
    expect(now.value).toBeGreaterThanOrEqual(before);
    expect(now.value).toBeLessThanOrEqual(after);
  });
});

describe('who calls', () => {
  const whoAmI = async ({ cloud: sdk }: ProbeTools) => {
    const { OPENID, SOURCE } = sdk.getWXContext();
    return { OPENID, SOURCE };
  };

  it('is known from the context only: what the event claims is ignored', async () => {
    const body = JSON.stringify({
      action: '({ cloud }, input, event) => [cloud.getWXContext().OPENID, event.userInfo]',
      input: {},
      userInfo: { openId: 'forged' },
      openid: 'forged',
    });
    const named = await post('probe', body, { 'x-wx-openid': 'oRater' });
    expect(named.body.value).toEqual(['oRater', { appId: expect.any(String), openId: 'oRater' }]);
    const nameless = await post('probe', body);
    expect(nameless.body.value).toEqual([null, { appId: expect.any(String) }]);
  });

  it('never reaches another call: 200 at once over warm instances, some without a name', async () => {
    const names = Array.from({ length: 200 }, (_, at) => (at % 5 === 0 ? undefined : `o-${at}`));
    const seen = await Promise.all(
      names.map((openid) =>
        cloud.probe(
          async ({ cloud: sdk }) => {
            const before = sdk.getWXContext().OPENID;
            await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
            return [before, sdk.getWXContext().OPENID];
          },
          {},
          openid === undefined ? {} : { openid },
        ),
      ),
    );
    expect(seen).toEqual(names.map((openid) => [openid ?? null, openid ?? null]));
  });

  it('is kept by a nested call, whose source is the chain of both; a timer has nobody', async () => {
    const nested = await cloud.probe(
      async ({ cloud: sdk }, inner) =>
        (await sdk.callFunction({ name: 'probe', data: { action: inner, input: {} } })).result.value,
      String(whoAmI),
      { openid: 'oRater' },
    );
    expect(nested).toEqual({ OPENID: 'oRater', SOURCE: 'wx_client,scf' });
    expect(await cloud.probe(whoAmI, {}, { openid: 'oRater' })).toEqual({ OPENID: 'oRater', SOURCE: 'wx_client' });

    await deploy(
      cloud.functionsDir,
      'clock',
      `
      const cloud = require('wx-server-sdk');
      cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
      exports.main = async (event) => ({ event, context: cloud.getWXContext(), source: process.env.TCB_SOURCE, trigger: process.env.TRIGGER_SRC,
        total: (await cloud.database().collection('things').count()).total });`,
      { triggers: [{ name: 'minutely', type: 'timer', config: '0 */1 * * * * *' }] },
    );
    const run = (await cloud.runTimer('clock', 'minutely')) as Sdk;
    expect(run).toMatchObject({
      event: { Type: 'Timer', TriggerName: 'minutely' },
      source: 'wx_trigger',
      trigger: 'timer',
    });
    expect(run.context.OPENID).toBeUndefined();
    await expect(cloud.runTimer('clock', 'unknown')).rejects.toThrow('no timer trigger');
  });

  it('gives a function its private configuration and nothing of this process', async () => {
    process.env.HOST_SECRET = 'host';
    const seen = await cloud.probe(({ env }) => ({ secret: env.SECRET, host: env.HOST_SECRET, path: env.PATH }));
    expect(seen).toEqual({ secret: 'for functions only' });
  });
});

describe('a timer', () => {
  it('runs by the clock when the cloud is told to follow it', async () => {
    const functionsDir = temporaryFolder();
    const config = { triggers: [{ name: 'everySecond', type: 'timer', config: '* * * * * * *' }] };
    await deploy(
      functionsDir,
      'clock',
      'exports.main = async (event) => console.log("ran", event.TriggerName);',
      config,
    );
    const ticking = await startTestCloud({ functionsDir, timers: true });
    await new Promise((resolve) => setTimeout(resolve, 2_200));
    await ticking.close();
    expect(ticking.lines.filter((line) => line.includes('ran everySecond')).length).toBeGreaterThanOrEqual(1);
  });
});

describe('a function that misbehaves', () => {
  it.each([
    ['hang', 504, 'gateway.timeout'],
    ['spin', 504, 'gateway.timeout'],
    ['throw', 500, 'gateway.failed'],
    ['circle', 500, 'gateway.failed'],
    ['exit', 502, 'gateway.crashed'],
    ['reject', 502, 'gateway.crashed'],
    ['fill', 502, 'gateway.crashed'],
    ['large', 502, 'gateway.resultTooLarge'],
  ])('(%s) gives a clear answer without a stack trace, and the next call is served', async (action, status, code) => {
    const door = action === 'fill' ? 'greedy' : 'rough';
    const refused = await post(door, JSON.stringify({ action }));
    expect(refused).toMatchObject({
      status,
      body: { ok: false, code, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
    expect(JSON.stringify(refused.body)).not.toMatch(/secret inside|at main|\.js/);
    expect((await post(door, '{"action":"nothing"}')).body).toBeNull();
  });

  it('cannot be loaded: says so, and serves once a good bundle is there', async () => {
    expect(await post('broken', '{}')).toMatchObject({ status: 500, body: { code: 'gateway.unloadable' } });
    await deploy(cloud.functionsDir, 'broken', 'exports.main = async () => "mended";');
    expect(await post('broken', '{}')).toEqual({ status: 200, body: 'mended' });
  });

  it('cannot reach the cloud after its answer has left', async () => {
    await post('rough', '{"action":"later"}');
    for (let wait = 0; wait < 40 && !cloud.lines.some((line) => line.includes('late')); wait += 1) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect(cloud.lines.find((line) => line.includes('late'))).toContain('no running invocation sent this request');
  });

  it('dies in the middle when a test asks so: what it wrote stays, the caller learns nothing', async () => {
    cloud.faults.next('killInstance', 'rough');
    expect(await cloud.call('rough', { action: 'write', input: 'halfway' })).toMatchObject({
      ok: false,
      code: 'gateway.crashed',
    });
    expect(cloud.database.get('things', 'halfway')).toEqual({ _id: 'halfway' });
    cloud.faults.next('killInstance', 'rough');
    expect(await cloud.call('rough', {})).toMatchObject({ code: 'gateway.crashed' });
    expect(await cloud.call('rough', {})).toMatchObject({ served: 1 });
  });

  it('loses its answer when a test asks so: the work is done once', async () => {
    cloud.faults.next('dropAnswer', 'rough');
    await expect(post('rough', '{"action":"write","input":"unheard"}')).rejects.toThrow();
    expect(cloud.database.get('things', 'unheard')).toEqual({ _id: 'unheard' });
    cloud.faults.next('dropAnswer', 'rough');
    await expect(cloud.call('rough', {})).rejects.toThrow('cut');
    expect(await post('rough', '{}')).toMatchObject({ status: 200 });
  });
});

describe('what a function answers', () => {
  const answering = (bytes: number, door: string) =>
    cloud.probe(
      async ({ cloud: sdk }, { name, length }) =>
        (await sdk.callFunction({ name, data: { action: '(_, length) => "x".repeat(length)', input: length } })).result
          .value.length,
      { name: door, length: bytes },
    );

  it('may have 6 MB for another function, where a client gets no more than 1 MB', async () => {
    expect(await answering(5 * 1024 * 1024, 'probe')).toBe(5 * 1024 * 1024);
    await expect(answering(6 * 1024 * 1024, 'probe')).rejects.toThrow('exceed limit (6MB)');
    expect(await cloud.call('probe', { action: '() => "x".repeat(2 ** 20)', input: 0 })).toMatchObject({
      code: 'gateway.resultTooLarge',
    });
  });

  it('is asked for by another function with at most 6 MB', async () => {
    const asking = (length: number) =>
      cloud.probe(
        async ({ cloud: sdk }, size) =>
          (
            await sdk.callFunction({
              name: 'probe',
              data: { action: '(_, text) => text.length', input: 'x'.repeat(size) },
            })
          ).result.value,
        length,
      );
    expect(await asking(5 * 1024 * 1024)).toBe(5 * 1024 * 1024);
    await expect(asking(6 * 1024 * 1024)).rejects.toThrow('6 MB');
  });
});
