import { TEMPLATES, type Template } from '@shared/domain/notification';
import * as z from 'zod/mini';
import type { SmsAccount } from './tencent/sms';
import { isSafeAddress, jsonOf } from './verifier-configuration';

const field = z.string().check(z.regex(/^(thing|character_string|phrase|date|time|short_thing)\d{1,2}$/));

/** One 订阅消息模板: its id, and which of its fields takes which word. */
const template = z.strictObject({
  id: z.string().check(z.regex(/^[\w-]{10,64}$/)),
  ticketNo: field,
  state: field,
  on: field,
  next: field,
});
const templates = z.strictObject({ progress: z.optional(template), work: z.optional(template) });
export type SubscriptionTemplates = Readonly<Partial<Record<Template, z.infer<typeof template>>>>;

export type NotificationConfiguration = { readonly templates: SubscriptionTemplates; readonly sms: SmsAccount | null };

/** All optional. The endpoint is for the stand-in. */
export const NOTIFICATION_VARIABLES = [
  'HAOCHAPING_TEMPLATES',
  'HAOCHAPING_SMS_SECRET_ID',
  'HAOCHAPING_SMS_SECRET_KEY',
  'HAOCHAPING_SMS_APP_ID',
  'HAOCHAPING_SMS_SIGN',
  'HAOCHAPING_SMS_TEMPLATE',
  'HAOCHAPING_SMS_REGION',
  'HAOCHAPING_SMS_ENDPOINT',
] as const;
type Variable = (typeof NOTIFICATION_VARIABLES)[number];
type Environment = Readonly<Record<string, string | undefined>>;

const SMS_NEEDS = NOTIFICATION_VARIABLES.slice(1, 6);

const readTemplates = (env: Environment, problems: string[]): SubscriptionTemplates => {
  const text = env.HAOCHAPING_TEMPLATES ?? '';
  if (text === '') return {};
  const read = templates.safeParse(jsonOf(text));
  if (read.success) return read.data;
  problems.push(`HAOCHAPING_TEMPLATES 应是一段 JSON，含 ${TEMPLATES.join('、')}，各有 id、ticketNo、state、on、next。`);
  return {};
};

const readSms = (env: Environment, problems: string[]): SmsAccount | null => {
  const given = (name: Variable): string => env[name] ?? '';
  const missing = SMS_NEEDS.filter((name) => given(name) === '');
  if (missing.length === SMS_NEEDS.length) return null;
  if (missing.length > 0) problems.push(`缺少 ${missing.join('、')}：短信的变量要么都设置，要么都不设置。`);
  const endpoint = (given('HAOCHAPING_SMS_ENDPOINT') || 'https://sms.tencentcloudapi.com').replace(/\/+$/, '');
  if (!isSafeAddress(endpoint))
    problems.push('HAOCHAPING_SMS_ENDPOINT 应是 https 开头的网址，或本机的 http://127.0.0.1。');
  return {
    secretId: given('HAOCHAPING_SMS_SECRET_ID'),
    secretKey: given('HAOCHAPING_SMS_SECRET_KEY'),
    appId: given('HAOCHAPING_SMS_APP_ID'),
    sign: given('HAOCHAPING_SMS_SIGN'),
    template: given('HAOCHAPING_SMS_TEMPLATE'),
    region: given('HAOCHAPING_SMS_REGION') || 'ap-guangzhou',
    endpoint,
  };
};

/** What is switched on, or every sentence on what is half or wrong; a sentence names the variable, never its value. */
export const readNotificationConfiguration = (
  env: Environment,
): { readonly configuration: NotificationConfiguration } | { readonly problems: readonly string[] } => {
  const problems: string[] = [];
  const configuration = { templates: readTemplates(env, problems), sms: readSms(env, problems) };
  return problems.length > 0 ? { problems } : { configuration };
};

/** Throws at the start when a configuration is half or wrong. */
export const notificationConfiguration = (env: Environment): NotificationConfiguration => {
  const read = readNotificationConfiguration(env);
  if ('problems' in read) throw new Error(`configuration: ${read.problems.join(' ')}`);
  return read.configuration;
};
