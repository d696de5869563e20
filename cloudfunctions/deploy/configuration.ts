import { keyedDigests } from '../adapters/crypto/keyed-digests';
import { openVault } from '../adapters/crypto/vault';
import { NOTIFICATION_VARIABLES, readNotificationConfiguration } from '../adapters/notification-configuration';
import { readVerifierConfiguration, VERIFIER_VARIABLES } from '../adapters/verifier-configuration';
import { CONFIGURATION } from './plan';

export type Credentials = { readonly secretId: string; readonly secretKey: string; readonly token?: string };
export type Configuration = {
  readonly credentials: Credentials;
  /** Environment variables of every function. */
  readonly variables: Readonly<Record<string, string>>;
};

type Environment = Readonly<Record<string, string | undefined>>;

const CREDENTIALS = ['TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY'];

const faultsOfMissing = (env: Environment, required: readonly string[]): string[] => {
  const missing = required.filter((name) => !env[name]);
  return missing.length > 0 ? [`缺少环境变量 ${missing.join('、')}，请设置后重试；云上没有任何改动。`] : [];
};

/** What alone lets an operator into the cloud, or the sentence on what it lacks. */
export const readCredentials = (
  env: Environment,
): { readonly credentials: Credentials } | { readonly problems: readonly string[] } => {
  const problems = faultsOfMissing(env, CREDENTIALS);
  return problems.length > 0 ? { problems } : { credentials: credentialsOf(env) };
};

const credentialsOf = (env: Environment): Credentials => ({
  secretId: env.TENCENTCLOUD_SECRETID ?? '',
  secretKey: env.TENCENTCLOUD_SECRETKEY ?? '',
  ...(env.TENCENTCLOUD_SESSIONTOKEN && { token: env.TENCENTCLOUD_SESSIONTOKEN }),
});

/** The same check that each function makes when it starts, so that no wrong key gets as far as the cloud. */
const faultOf = (start: () => unknown, sentence: string): string[] => {
  try {
    start();
    return [];
  } catch {
    return [sentence];
  }
};

const faultsOfKeys = (key: string, windowCodeKeys: string, vaultKeys: string, indexKey: string): string[] => [
  ...faultOf(
    () => keyedDigests({ key, windowCodeKeys }),
    'HAOCHAPING_KEY 应至少 32 个字符；HAOCHAPING_WINDOW_CODE_KEYS 应形如“1:密钥”，各密钥至少 32 个字符，以逗号分隔。',
  ),
  ...faultOf(
    () => openVault({ keys: vaultKeys, indexKey }),
    'HAOCHAPING_VAULT_KEYS 应形如“1:密钥”，各密钥至少 32 个字符，以逗号分隔；HAOCHAPING_INDEX_KEY 应至少 32 个字符。',
  ),
];

/** Optional, and handed on as they are: only what is set switches a verifier or a channel on. */
const optionalVariables = (env: Environment): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...VERIFIER_VARIABLES, ...NOTIFICATION_VARIABLES].flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  );

const faultsOfOptional = (env: Environment): readonly string[] =>
  [readVerifierConfiguration(env), readNotificationConfiguration(env)].flatMap((read) =>
    'problems' in read ? read.problems : [],
  );

const isHttps = (text: string): boolean => URL.canParse(text) && new URL(text).protocol === 'https:';

/** What the operator's environment gives, or every sentence on what it lacks. Values are never part of a sentence. */
export const readConfiguration = (
  env: Environment,
): { readonly configuration: Configuration } | { readonly problems: readonly string[] } => {
  const missing = faultsOfMissing(env, [...CREDENTIALS, ...CONFIGURATION]);
  if (missing.length > 0) return { problems: missing };
  const [key = '', windowCodeKeys = '', vaultKeys = '', indexKey = '', publicUrl = ''] = CONFIGURATION.map(
    (name) => env[name],
  );
  const problems = [
    ...faultsOfKeys(key, windowCodeKeys, vaultKeys, indexKey),
    ...faultsOfOptional(env),
    ...(isHttps(publicUrl) ? [] : ['HAOCHAPING_PUBLIC_URL 应是 https 开头的网址。']),
  ];
  if (problems.length > 0) return { problems };
  const variables = {
    HAOCHAPING_KEY: key,
    HAOCHAPING_WINDOW_CODE_KEYS: windowCodeKeys,
    HAOCHAPING_VAULT_KEYS: vaultKeys,
    HAOCHAPING_INDEX_KEY: indexKey,
    HAOCHAPING_PUBLIC_URL: publicUrl,
    TZ: 'Asia/Shanghai',
    ...optionalVariables(env),
  };
  return { configuration: { credentials: credentialsOf(env), variables } };
};
