import { spawn } from 'node:child_process';
import path from 'node:path';
import { CANARIES, type StandInCloud, startStandIns } from './stand-ins';

const ROOT = path.join(__dirname, '../../..');

/** `npm run verifiers:check` with nothing but these variables. */
const run = async (env: Record<string, string>) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'cloudfunctions/check-verifiers.ts'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', ...env } as unknown as NodeJS.ProcessEnv,
  });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      out += chunk;
    });
  }
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(CANARIES.filter((canary) => out.includes(canary))).toEqual([]);
  return { code, lines: out.trim().split('\n') };
};

let standIns: StandInCloud;
beforeAll(async () => {
  standIns = await startStandIns();
});
afterAll(() => standIns.close());

const provinceWith = (changes: object) => ({
  HAOCHAPING_PROVINCE: JSON.stringify({ ...JSON.parse(standIns.env.HAOCHAPING_PROVINCE ?? ''), ...changes }),
});

describe('npm run verifiers:check', () => {
  it('says of each verifier that it works', async () => {
    expect(await run(standIns.env)).toEqual({
      code: 0,
      lines: [
        '腾讯云二要素、三要素核验：可用',
        '微信人脸核身：可用',
        '省统一身份认证：可用',
        expect.stringContaining('微信手机号：已打开'),
      ],
    });
  });

  it('says whose keys are wrong', async () => {
    const wrong = {
      ...{ ...standIns.env, HAOCHAPING_WECHAT_PHONE: 'off' },
      ...{ HAOCHAPING_TENCENT_SECRET_KEY: 'wrong', HAOCHAPING_WECHAT_APP_SECRET: 'wrong' },
      ...provinceWith({ clientSecret: 'wrong', clientAuthentication: 'body' }),
    };
    expect(await run(wrong)).toEqual({
      code: 1,
      lines: ['腾讯云二要素、三要素核验：密钥不对', '微信人脸核身：密钥不对', '省统一身份认证：密钥不对'],
    });
  });

  it('says what the account may not use yet, and what nobody answers', async () => {
    standIns.cloud.verifiers.next('twoFactor', { error: 'UnauthorizedOperation.Nonactivated' });
    const nobody = 'http://127.0.0.1:9';
    const broken = {
      ...{ ...standIns.env, HAOCHAPING_WECHAT_ENDPOINT: nobody },
      ...provinceWith({ tokenUrl: `${nobody}/token` }),
    };
    expect(await run(broken)).toMatchObject({
      code: 1,
      lines: ['腾讯云二要素、三要素核验：未开通', '微信人脸核身：连不上', '省统一身份认证：连不上', expect.anything()],
    });
  });

  it('names what is half configured, and says when nothing is on', async () => {
    expect(await run({ HAOCHAPING_WECHAT_APP_ID: 'wx1' })).toEqual({
      code: 1,
      lines: [expect.stringContaining('HAOCHAPING_WECHAT_APP_SECRET')],
    });
    expect(await run({})).toEqual({ code: 0, lines: ['没有打开任何核验方式。'] });
  });
});
