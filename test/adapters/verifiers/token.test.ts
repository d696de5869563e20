import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { wechatApi } from '../../../cloudfunctions/adapters/wechat/wechat-api';
import { wechatFace } from '../../../cloudfunctions/adapters/wechat/wechat-face';
import { adaptersOf, anna, OPENID, personOf, type StandInCloud, startStandIns } from './stand-ins';

/** A server of WeChat that hands out numbered tokens, of which only the last one holds, and remembers what was asked. */
const numberedTokens = async () => {
  const asked: string[] = [];
  let given = 0;
  let holds = 0;
  let seconds = 7200;
  let delay = 0;
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://x');
    asked.push(url.pathname.split('/').at(-1) ?? '');
    const isToken = url.pathname === '/cgi-bin/stable_token';
    if (isToken) {
      given += 1;
      holds = given;
    }
    const isHeld = url.searchParams.get('access_token') === `token-${holds}`;
    const answer = isHeld ? { errcode: 0, errmsg: 'ok' } : { errcode: 42001, errmsg: 'access_token expired' };
    const body = JSON.stringify(isToken ? { access_token: `token-${given}`, expires_in: seconds } : answer);
    setTimeout(() => response.end(body), delay).unref();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    api: wechatApi({ appId: 'wx1', appSecret: 'secret', endpoint }),
    asked,
    /** The token that is out holds no longer. */
    expire: () => {
      holds = -1;
    },
    answerAfter: (ms: number) => {
      delay = ms;
    },
    lasting: (value: number) => {
      seconds = value;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
};

describe('the access token', () => {
  let wechat: Awaited<ReturnType<typeof numberedTokens>>;
  beforeEach(async () => {
    wechat = await numberedTokens();
  });
  afterEach(() => wechat.close());

  it('is asked for once and kept', async () => {
    for (let call = 0; call < 3; call += 1) expect((await wechat.api.post('/call', {}))?.errcode).toBe(0);
    expect(wechat.asked).toEqual(['stable_token', 'call', 'call', 'call']);
  });

  it('is asked for anew when WeChat no longer takes it, and the call made again, once', async () => {
    await wechat.api.post('/call', {});
    wechat.expire();
    expect((await wechat.api.post('/call', {}))?.errcode).toBe(0);
    expect(wechat.asked).toEqual(['stable_token', 'call', 'call', 'stable_token', 'call']);
  });

  it('and its calls take four seconds together at most, however slow WeChat is', async () => {
    wechat.answerAfter(2_500);
    const started = performance.now();
    expect(await wechat.api.post('/call', {})).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(4_500);
    expect(wechat.asked).toEqual(['stable_token', 'call']);
  });

  it('is asked for anew a minute before it ends', async () => {
    wechat.lasting(60);
    await wechat.api.post('/call', {});
    await wechat.api.post('/call', {});
    expect(wechat.asked).toEqual(['stable_token', 'call', 'stable_token', 'call']);
  });
});

describe('against the stand-in', () => {
  let standIns: StandInCloud;
  beforeAll(async () => {
    standIns = await startStandIns();
  });
  afterAll(() => standIns.close());

  it.each([40001, 40014, 42001])(
    'a face starts although the token is refused once with %i, not twice',
    async (errcode) => {
      const { face } = adaptersOf(standIns.env);
      const start = (no: string) => face.startFace(personOf(anna), `${no}-${errcode}`, OPENID);
      standIns.cloud.verifiers.next('face', { errcode });
      expect((await start('once')).verdict).toBe('started');
      standIns.cloud.verifiers.next('face', { errcode });
      standIns.cloud.verifiers.next('face', { errcode });
      expect(await start('twice')).toEqual({ verdict: 'undetermined', why: 'down' });
    },
  );

  it('without a token there is no call', async () => {
    const app = { appId: 'wx-other', appSecret: 'x', endpoint: standIns.env.HAOCHAPING_WECHAT_ENDPOINT ?? '' };
    const answer = await wechatFace(app).startFace(personOf(anna), 'no-token', OPENID);
    expect(answer).toEqual({ verdict: 'undetermined', why: 'down' });
  });
});
