import { type Province, provinceConfiguration } from './province/province-configuration';
import type { TencentAccount } from './tencent/face-id';
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
const isSafeAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1');
};

const readProvince = (text: string): { readonly province: Province | null; readonly problem?: string } => {
  if (text === '') return { province: null };
  try {
    const read = provinceConfiguration.safeParse(JSON.parse(text));
    if (read.success) {
      const { authorizeUrl, tokenUrl, userInfoUrl, redirectUri } = read.data;
      const unsafe = Object.entries({ authorizeUrl, tokenUrl, userInfoUrl, redirectUri }).find(
        ([, address]) => !isSafeAddress(address),
      );
      if (!unsafe) return { province: read.data };
      return { province: null, problem: `HAOCHAPING_PROVINCE 的 ${unsafe[0]} 应是 https 开头的网址。` };
    }
    const where = read.error.issues.map(({ path }) => path.join('.')).filter((path) => path !== '');
    return {
      province: null,
      problem: `HAOCHAPING_PROVINCE 的内容不对${where.map((path) => `，请核对 ${path}`).join('')}。`,
    };
  } catch {
    return { province: null, problem: 'HAOCHAPING_PROVINCE 应是一段 JSON。' };
  }
};

/** What is switched on, or every sentence on what is half or wrong; a sentence names the variable, never its value. */
export const readVerifierConfiguration = (
  env: Environment,
): { readonly configuration: VerifierConfiguration } | { readonly problems: readonly string[] } => {
  const given = (name: Variable): string => env[name] ?? '';
  const problems: string[] = [];
  const pair = (one: Variable, other: Variable): readonly [string, string] | null => {
    const missing = [one, other].filter((name) => given(name) === '');
    if (missing.length === 1) problems.push(`缺少 ${missing[0]}：${one} 和 ${other} 要么都设置，要么都不设置。`);
    return missing.length === 0 ? [given(one), given(other)] : null;
  };
  const endpoint = (name: Variable, usual: string): string => {
    const address = (given(name) || usual).replace(/\/+$/, '');
    if (!isSafeAddress(address)) problems.push(`${name} 应是 https 开头的网址，或本机的 http://127.0.0.1。`);
    return address;
  };
  const account = pair('HAOCHAPING_TENCENT_SECRET_ID', 'HAOCHAPING_TENCENT_SECRET_KEY');
  const app = pair('HAOCHAPING_WECHAT_APP_ID', 'HAOCHAPING_WECHAT_APP_SECRET');
  const region = given('HAOCHAPING_TENCENT_REGION') || TENCENT_REGION;
  if (!/^[a-z]+(-[a-z0-9]+)+$/.test(region)) problems.push('HAOCHAPING_TENCENT_REGION 应形如 ap-guangzhou。');
  if (!['', 'on', 'off'].includes(given('HAOCHAPING_WECHAT_PHONE')))
    problems.push('HAOCHAPING_WECHAT_PHONE 应是 on 或 off。');
  const { province, problem } = readProvince(given('HAOCHAPING_PROVINCE'));
  if (problem) problems.push(problem);
  const configuration: VerifierConfiguration = {
    tencent: account && {
      ...{ secretId: account[0], secretKey: account[1], region },
      endpoint: endpoint('HAOCHAPING_TENCENT_ENDPOINT', TENCENT_ENDPOINT),
    },
    face: app && {
      appId: app[0],
      appSecret: app[1],
      endpoint: endpoint('HAOCHAPING_WECHAT_ENDPOINT', WECHAT_ENDPOINT),
    },
    phone: given('HAOCHAPING_WECHAT_PHONE') === 'on',
    province,
  };
  return problems.length > 0 ? { problems } : { configuration };
};
