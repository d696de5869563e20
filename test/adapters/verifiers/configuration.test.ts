import { readVerifierConfiguration, VERIFIER_VARIABLES } from '../../../cloudfunctions/adapters/verifier-configuration';
import { configuredVerifiers } from '../../../cloudfunctions/adapters/verifiers';
import { verifierEnvironment } from '../../../cloudfunctions/demo/verifier-environment';
import { readConfiguration } from '../../../cloudfunctions/deploy/configuration';

const ALL = verifierEnvironment('https://stand-in.test');
const SECRET = 'canary-value';
const province = (changes: object) =>
  JSON.stringify({ ...(JSON.parse(ALL.HAOCHAPING_PROVINCE ?? '') as object), clientSecret: SECRET, ...changes });

describe('a verifier is on when it is configured', () => {
  it.each([
    [[], []],
    [['HAOCHAPING_TENCENT_SECRET_ID', 'HAOCHAPING_TENCENT_SECRET_KEY'], ['idNumber']],
    [['HAOCHAPING_WECHAT_APP_ID', 'HAOCHAPING_WECHAT_APP_SECRET'], ['face']],
    [['HAOCHAPING_WECHAT_PHONE'], ['wechatPhone']],
    [['HAOCHAPING_PROVINCE'], ['province']],
    [VERIFIER_VARIABLES, ['wechatPhone', 'idNumber', 'province', 'face']],
  ])('with %j it offers %j', (names, offered) => {
    const env = Object.fromEntries(names.map((name) => [name, ALL[name]]));
    expect(configuredVerifiers(env).offered).toEqual(offered);
  });

  it('and answers nothing when it is off', async () => {
    const off = configuredVerifiers({ HAOCHAPING_WECHAT_PHONE: 'off' });
    const person = { name: '', idNumber: '' };
    const answers = [off.phoneOf(''), off.twoFactor(person), off.threeFactor(person, ''), off.provincePerson('')];
    const faces = [off.startFace(person, '', ''), off.finishFace(person, '', '', '')];
    const unsupported = { verdict: 'undetermined', why: 'unsupported' };
    expect(await Promise.all([...answers, ...faces])).toEqual(Array(6).fill(unsupported));
    expect(() => off.provinceLink('')).toThrow('not among the verifiers');
  });
});

describe('half a configuration stops the start, naming the variable and never its value', () => {
  it.each([
    ['HAOCHAPING_TENCENT_SECRET_KEY', { HAOCHAPING_TENCENT_SECRET_ID: SECRET }],
    ['HAOCHAPING_TENCENT_SECRET_ID', { HAOCHAPING_TENCENT_SECRET_KEY: SECRET }],
    ['HAOCHAPING_WECHAT_APP_SECRET', { HAOCHAPING_WECHAT_APP_ID: SECRET }],
    ['HAOCHAPING_WECHAT_PHONE', { HAOCHAPING_WECHAT_PHONE: SECRET }],
    ['HAOCHAPING_TENCENT_REGION', { HAOCHAPING_TENCENT_REGION: `${SECRET}!` }],
    ['HAOCHAPING_TENCENT_ENDPOINT', { ...ALL, HAOCHAPING_TENCENT_ENDPOINT: `http://${SECRET}.test` }],
    ['HAOCHAPING_TENCENT_ENDPOINT', { ...ALL, HAOCHAPING_TENCENT_ENDPOINT: `http://127.0.0.1.${SECRET}.test` }],
    ['HAOCHAPING_WECHAT_ENDPOINT', { ...ALL, HAOCHAPING_WECHAT_ENDPOINT: `https://u:${SECRET}@x.test` }],
    ['HAOCHAPING_PROVINCE', { HAOCHAPING_PROVINCE: SECRET }],
    ['tokenUrl', { HAOCHAPING_PROVINCE: province({ tokenUrl: `http://${SECRET}.test` }) }],
    ['fields.name', { HAOCHAPING_PROVINCE: province({ fields: { name: 7, idNumber: 'data.id' } }) }],
    ['clientId', { HAOCHAPING_PROVINCE: province({ clientId: undefined }) }],
    ['HAOCHAPING_PROVINCE', { HAOCHAPING_PROVINCE: province({ [SECRET]: SECRET }) }],
  ])('%s', (name, env) => {
    const read = readVerifierConfiguration(env);
    const said = 'problems' in read ? read.problems.join('') : '';
    expect(said).toContain(name);
    expect(said).not.toContain(SECRET);
    expect(() => configuredVerifiers(env)).toThrow(name);
  });

  it('a stand-in on this machine may be reached without TLS', () => {
    expect(readVerifierConfiguration(verifierEnvironment('http://127.0.0.1:8080'))).toHaveProperty('configuration');
  });
});

describe('npm run deploy', () => {
  const KEYS = {
    ...{ TENCENTCLOUD_SECRETID: 'id', TENCENTCLOUD_SECRETKEY: 'key', HAOCHAPING_KEY: 'k'.repeat(32) },
    ...{ HAOCHAPING_WINDOW_CODE_KEYS: `1:${'w'.repeat(32)}`, HAOCHAPING_VAULT_KEYS: `1:${'v'.repeat(32)}` },
    ...{ HAOCHAPING_INDEX_KEY: 'i'.repeat(32), HAOCHAPING_PUBLIC_URL: 'https://haochaping.test' },
  };

  it('hands on what is set, and nothing that is not', () => {
    const read = readConfiguration({ ...KEYS, ...ALL });
    expect(read).toMatchObject({ configuration: { variables: ALL } });
    const without = readConfiguration(KEYS);
    const variables = 'configuration' in without ? Object.keys(without.configuration.variables) : [];
    expect(variables.filter((name) => (VERIFIER_VARIABLES as readonly string[]).includes(name))).toEqual([]);
    expect(variables).not.toEqual([]);
  });

  it('refuses half a verifier before anything is deployed', () => {
    const read = readConfiguration({ ...KEYS, HAOCHAPING_WECHAT_APP_ID: SECRET });
    expect(read).toEqual({ problems: [expect.stringContaining('缺少 HAOCHAPING_WECHAT_APP_SECRET')] });
    expect(JSON.stringify(read)).not.toContain(SECRET);
  });
});
