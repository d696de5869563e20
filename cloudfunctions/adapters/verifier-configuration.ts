import { type Province, provinceConfiguration } from './province/province-configuration';
import type { TencentAccount } from './tencent/ask-tencent';
import type { WechatApp } from './wechat/wechat-api';

/** Which verifiers are switched on: those that are configured. */
export type VerifierConfiguration = {
  readonly tencent: TencentAccount | null;
  readonly face: WechatApp | null;
  readonly phone: boolean;
  readonly province: Province | null;
};

/** All optional. The two endpoints are for stand-ins. */
export const VERIFIER_VARIABLES = [
  'HAOCHAPING_TENCENT_SECRET_ID',
  'HAOCHAPING_TENCENT_SECRET_KEY',
  'HAOCHAPING_TENCENT_REGION',
  'HAOCHAPING_TENCENT_ENDPOINT',
  'HAOCHAPING_WECHAT_APP_ID',
  'HAOCHAPING_WECHAT_APP_SECRET',
  'HAOCHAPING_WECHAT_PHONE',
  'HAOCHAPING_WECHAT_ENDPOINT',
  'HAOCHAPING_PROVINCE',
] as const;
type Variable = (typeof VERIFIER_VARIABLES)[number];
type Environment = Readonly<Record<string, string | undefined>>;

const TENCENT_ENDPOINT = 'https://faceid.tencentcloudapi.com';
const TENCENT_REGION = 'ap-guangzhou';
const WECHAT_ENDPOINT = 'https://api.weixin.qq.com';

/** Secrets and ID numbers go over TLS, or they stay on this machine. */
export const isSafeAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1');
};

/** Reads the variables one after the other and gathers what is wrong with them. */
const readerOf = (env: Environment) => {
  const problems: string[] = [];
  const given = (name: Variable): string => env[name] ?? '';
  const wrong = (problem: string) => {
    problems.push(problem);
    return null;
  };
  return {
    ...{ problems, given, wrong },
    /** Both, or null when neither is set. */
    pair: (one: Variable, other: Variable): readonly [string, string] | null => {
      const missing = [one, other].filter((name) => given(name) === '');
      if (missing.length === 0) return [given(one), given(other)];
      return missing.length === 2 ? null : wrong(`缺少 ${missing[0]}：${one} 和 ${other} 要么都设置，要么都不设置。`);
    },
    endpoint: (name: Variable, usual: string): string => {
      const address = (given(name) || usual).replace(/\/+$/, '');
      if (!isSafeAddress(address)) wrong(`${name} 应是 https 开头的网址，或本机的 http://127.0.0.1。`);
      return address;
    },
  };
};
type Reader = ReturnType<typeof readerOf>;

const readTencent = ({ given, wrong, pair, endpoint }: Reader): TencentAccount | null => {
  const region = given('HAOCHAPING_TENCENT_REGION') || TENCENT_REGION;
  if (!/^[a-z]+(-[a-z0-9]+)+$/.test(region)) wrong('HAOCHAPING_TENCENT_REGION 应形如 ap-guangzhou。');
  const account = pair('HAOCHAPING_TENCENT_SECRET_ID', 'HAOCHAPING_TENCENT_SECRET_KEY');
  if (!account) return null;
  const [secretId, secretKey] = account;
  return { secretId, secretKey, region, endpoint: endpoint('HAOCHAPING_TENCENT_ENDPOINT', TENCENT_ENDPOINT) };
};

const readFace = ({ pair, endpoint }: Reader): WechatApp | null => {
  const app = pair('HAOCHAPING_WECHAT_APP_ID', 'HAOCHAPING_WECHAT_APP_SECRET');
  if (!app) return null;
  const [appId, appSecret] = app;
  return { appId, appSecret, endpoint: endpoint('HAOCHAPING_WECHAT_ENDPOINT', WECHAT_ENDPOINT) };
};

const readPhone = ({ given, wrong }: Reader): boolean => {
  const asked = given('HAOCHAPING_WECHAT_PHONE');
  if (!['', 'on', 'off'].includes(asked)) wrong('HAOCHAPING_WECHAT_PHONE 应是 on 或 off。');
  return asked === 'on';
};

/** Undefined when it is no JSON. */
export const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const readProvince = ({ given, wrong }: Reader): Province | null => {
  const text = given('HAOCHAPING_PROVINCE');
  if (text === '') return null;
  const json = jsonOf(text);
  if (json === undefined) return wrong('HAOCHAPING_PROVINCE 应是一段 JSON。');
  const read = provinceConfiguration.safeParse(json);
  if (!read.success) {
    const where = read.error.issues.map(({ path }) => path.join('.')).filter((path) => path !== '');
    return wrong(`HAOCHAPING_PROVINCE 的内容不对${where.map((path) => `，请核对 ${path}`).join('')}。`);
  }
  const { authorizeUrl, tokenUrl, userInfoUrl, redirectUri } = read.data;
  const addresses = Object.entries({ authorizeUrl, tokenUrl, userInfoUrl, redirectUri });
  const unsafe = addresses.find(([, address]) => !isSafeAddress(address));
  return unsafe ? wrong(`HAOCHAPING_PROVINCE 的 ${unsafe[0]} 应是 https 开头的网址。`) : read.data;
};

/** What is switched on, or every sentence on what is half or wrong; a sentence names the variable, never its value. */
export const readVerifierConfiguration = (
  env: Environment,
): { readonly configuration: VerifierConfiguration } | { readonly problems: readonly string[] } => {
  const reader = readerOf(env);
  const configuration: VerifierConfiguration = {
    tencent: readTencent(reader),
    face: readFace(reader),
    phone: readPhone(reader),
    province: readProvince(reader),
  };
  return reader.problems.length > 0 ? { problems: reader.problems } : { configuration };
};
