import { readConfiguration } from '../../cloudfunctions/deploy/configuration';
import { COLLECTIONS } from '../../cloudfunctions/schema';
import { runWithoutNetwork } from './run-without-network';

const KEY = 'k'.repeat(32);

const deploy = (args: string[], env?: Record<string, string>) =>
  runWithoutNetwork('cloudfunctions/deploy.ts', args, env);

describe('npm run deploy', () => {
  it('prints the complete plan of a dry run without network, keys or credentials', async () => {
    const { code, out } = await deploy(['--env', 'prod-1', '--dry-run']);
    expect(out).toContain('部署计划，环境 prod-1');
    for (const name of COLLECTIONS) expect(out).toContain(`集合 ${name}`);
    for (const door of ['access', 'citizen', 'clock', 'staff', 'wxopen']) expect(out).toContain(`云函数 ${door}`);
    expect(out).toContain('没有连接云端');
    expect(code).toBe(0);
  });

  it('says which keys are missing before it asks the cloud anything', async () => {
    const { code, out } = await deploy(['--env', 'prod-1'], { HAOCHAPING_KEY: KEY });
    expect(out).toContain(
      '缺少环境变量 TENCENTCLOUD_SECRETID、TENCENTCLOUD_SECRETKEY、HAOCHAPING_WINDOW_CODE_KEYS、HAOCHAPING_VAULT_KEYS、HAOCHAPING_INDEX_KEY、HAOCHAPING_PUBLIC_URL，请设置后重试；云上没有任何改动。',
    );
    expect(out).not.toContain(KEY);
    expect(code).toBe(1);
  });

  it.each([[[]], [['--env', '']], [['--env', '../x', '--dry-run']], [['--env', 'prod-1', '--force']]])(
    'answers %j with its usage',
    async (args) => {
      const { code, out } = await deploy(args);
      expect(out).toContain('用法：npm run deploy -- --env 环境ID [--dry-run]');
      expect(code).toBe(2);
    },
  );
});

describe('the configuration of the functions', () => {
  const environment = {
    TENCENTCLOUD_SECRETID: 'id',
    TENCENTCLOUD_SECRETKEY: 'key',
    HAOCHAPING_KEY: KEY,
    HAOCHAPING_WINDOW_CODE_KEYS: `1:${KEY}`,
    HAOCHAPING_VAULT_KEYS: `1:${KEY},12:${KEY}`,
    HAOCHAPING_INDEX_KEY: KEY,
    HAOCHAPING_PUBLIC_URL: 'https://hcp.example.gov.cn',
  };

  it('is taken from the environment, with the time zone of China', () => {
    expect(readConfiguration(environment)).toMatchObject({
      configuration: {
        variables: { HAOCHAPING_KEY: KEY, HAOCHAPING_VAULT_KEYS: `1:${KEY},12:${KEY}`, TZ: 'Asia/Shanghai' },
      },
    });
  });

  it.each([
    ['a short key', { HAOCHAPING_KEY: 'short' }, 'HAOCHAPING_KEY 应至少 32 个字符'],
    ['window code keys without a version', { HAOCHAPING_WINDOW_CODE_KEYS: KEY }, 'HAOCHAPING_WINDOW_CODE_KEYS 应形如'],
    ['vault keys without a version', { HAOCHAPING_VAULT_KEYS: KEY }, 'HAOCHAPING_VAULT_KEYS 应形如'],
    ['a short index key', { HAOCHAPING_INDEX_KEY: 'short' }, 'HAOCHAPING_INDEX_KEY 应至少 32 个字符'],
    ['an address without encryption', { HAOCHAPING_PUBLIC_URL: 'http://x.cn' }, 'HAOCHAPING_PUBLIC_URL 应是 https'],
  ])('is refused with %s', (_, change, sentence) => {
    const read = readConfiguration({ ...environment, ...change });
    expect('problems' in read && read.problems.join()).toContain(sentence);
    expect(JSON.stringify(read)).not.toContain(KEY);
  });
});
