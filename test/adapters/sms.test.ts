import {
  NOTIFICATION_VARIABLES,
  notificationConfiguration,
  readNotificationConfiguration,
} from '../../cloudfunctions/adapters/notification-configuration';
import { type SmsAccount, sendSms } from '../../cloudfunctions/adapters/tencent/sms';
import { notifierEnvironment } from '../../cloudfunctions/demo/notifier-environment';
import { readConfiguration } from '../../cloudfunctions/deploy/configuration';
import { type StandInCloud, startStandIns } from './verifiers/stand-ins';

const WORDS = { ticketNo: 'GD12345678', state: '待评定', on: '2026年11月24日', next: '请查看并评定' };
const PHONE = '15412345678';
const SECRET = 'canary-value';

describe('短信', () => {
  let standIns: StandInCloud;
  let account: SmsAccount;
  beforeAll(async () => {
    standIns = await startStandIns();
    const { sms } = notificationConfiguration(notifierEnvironment(standIns.cloud.url));
    if (!sms) throw new Error('SMS is off');
    account = sms;
  });
  afterAll(() => standIns.close());
  const send = (changes: Partial<SmsAccount> = {}, phone = PHONE) => sendSms({ ...account, ...changes })(phone, WORDS);

  it('签名对得上：发出去，只有工单号和要做的事', async () => {
    expect(await send()).toEqual({ outcome: 'sent' });
    expect(standIns.cloud.verifiers.sentSms()).toEqual([{ to: PHONE, words: ['GD12345678', '请查看并评定'] }]);
  });

  it.each<[string, Partial<SmsAccount>, string]>([
    ['密钥不对', { secretKey: 'another' }, 'AuthFailure.SignatureFailure'],
    ['账号不对', { secretId: 'another' }, 'AuthFailure.SecretIdNotFound'],
    ['应用不对', { appId: '1' }, 'UnauthorizedOperation.SmsSdkAppIdVerifyFail'],
    ['签名没有审核', { sign: '别的' }, 'FailedOperation.SignatureIncorrectOrUnapproved'],
    ['模板没有审核', { template: '1' }, 'FailedOperation.TemplateIncorrectOrUnapproved'],
  ])('%s：再试也没有用', async (_, changes, code) => {
    expect(await send(changes)).toEqual({ outcome: 'refused', code });
  });

  it.each([
    [{ result: 'LimitExceeded.PhoneNumberDailyLimit' }, 'refused', 'LimitExceeded.PhoneNumberDailyLimit'],
    [{ result: 'FailedOperation.InsufficientBalanceInSmsPackage' }, 'refused', undefined],
    [{ error: 'InternalError.Timeout' }, 'later', 'InternalError.Timeout'],
    [{ error: 'RequestLimitExceeded' }, 'later', 'RequestLimitExceeded'],
    [{ line: 'closed' }, 'refused', 'noAnswer'],
    [{ line: 'garbage' }, 'refused', 'noAnswer'],
    [{ line: 'http500' }, 'refused', 'noAnswer'],
  ] as const)('服务方答 %j：%s', async (forced, outcome, code = expect.any(String)) => {
    standIns.cloud.verifiers.next('sms', forced);
    expect(await send()).toEqual({ outcome, code });
  });

  it('号码不写进日志', () => {
    expect(standIns.lines.join('\n')).not.toContain(PHONE);
  });
});

describe('变量', () => {
  const ALL = notifierEnvironment('https://stand-in.test');
  const template = { id: 'a-template-id-0001', ticketNo: 'thing1', state: 'phrase2', on: 'date3', next: 'thing4' };
  const progress = (changes: object) => JSON.stringify({ progress: { ...template, ...changes } });

  it('都不设就都不开，只设模板就只开模板', () => {
    expect(notificationConfiguration({})).toEqual({ templates: {}, sms: null });
    expect(notificationConfiguration({ HAOCHAPING_TEMPLATES: progress({}) })).toEqual({
      templates: { progress: template },
      sms: null,
    });
  });

  it.each([
    ['HAOCHAPING_SMS_SECRET_KEY', { HAOCHAPING_SMS_SECRET_KEY: '' }],
    ['HAOCHAPING_SMS_SIGN', { HAOCHAPING_SMS_SIGN: '' }],
    ['HAOCHAPING_SMS_ENDPOINT', { HAOCHAPING_SMS_ENDPOINT: `http://${SECRET}.cn` }],
    ['HAOCHAPING_TEMPLATES', { HAOCHAPING_TEMPLATES: SECRET }],
    ['HAOCHAPING_TEMPLATES', { HAOCHAPING_TEMPLATES: progress({ next: SECRET }) }],
    ['HAOCHAPING_TEMPLATES', { HAOCHAPING_TEMPLATES: JSON.stringify({ [SECRET]: template }) }],
  ])('设了一半或不对，启动时说出 %s，从不说出它的值', (name, changes) => {
    const env = { ...ALL, ...changes };
    const read = readNotificationConfiguration(env);
    const problems = 'problems' in read ? read.problems.join('') : '';
    expect(problems).toContain(name);
    expect(problems).not.toContain(SECRET);
    expect(() => notificationConfiguration(env)).toThrow(name);
    const deployed = readConfiguration({ ...REQUIRED, ...env });
    expect('problems' in deployed && deployed.problems.join('')).toContain(name);
  });

  it('部署时原样交给每个云函数', () => {
    const read = readConfiguration({ ...REQUIRED, ...ALL });
    const variables = 'configuration' in read ? read.configuration.variables : {};
    for (const name of NOTIFICATION_VARIABLES) expect(variables[name]).toBe(ALL[name]);
  });
});

const KEY = 'k'.repeat(32);
const REQUIRED = {
  TENCENTCLOUD_SECRETID: 'id',
  TENCENTCLOUD_SECRETKEY: 'key',
  HAOCHAPING_KEY: KEY,
  HAOCHAPING_WINDOW_CODE_KEYS: `1:${KEY}`,
  HAOCHAPING_VAULT_KEYS: `1:${KEY}`,
  HAOCHAPING_INDEX_KEY: KEY,
  HAOCHAPING_PUBLIC_URL: 'https://hcp.example.gov.cn',
};
