import * as z from 'zod';

/** One field of the platform's cron: its name, its numbers, its words. */
const CRON_FIELDS = [
  ['秒', 0, 59, []],
  ['分', 0, 59, []],
  ['时', 0, 23, []],
  ['日', 1, 31, []],
  ['月', 1, 12, ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']],
  ['星期', 0, 6, ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']],
  ['年', 1970, 2099, []],
] as const;

const isCronPart = (part: string, low: number, high: number, words: readonly string[]): boolean => {
  const [range = '', step, more] = part.split('/');
  const fits = (text: string) =>
    words.includes(text) || (/^\d{1,4}$/.test(text) && Number(text) >= low && Number(text) <= high);
  const ends = range.split('-');
  const stepFits = step === undefined || (/^\d{1,2}$/.test(step) && Number(step) > 0);
  return more === undefined && stepFits && (range === '*' || (ends.length <= 2 && ends.every(fits)));
};

/** What is wrong with a timer's seven fields, or nothing. */
export const faultOfCron = (cron: string): string | undefined => {
  const fields = cron.split(' ');
  if (fields.length !== CRON_FIELDS.length) {
    return `定时表达式“${cron}”应有 7 段（秒 分 时 日 月 星期 年），现有 ${fields.length} 段`;
  }
  const wrong = CRON_FIELDS.find(
    ([, low, high, words], i) => !(fields[i] ?? '').split(',').every((part) => isCronPart(part, low, high, words)),
  );
  return wrong && `定时表达式“${cron}”的“${wrong[0]}”一段不对，应在 ${wrong[1]}–${wrong[2]} 之间`;
};

/** Open platform calls that a cloud function may be given. A name that is missing here is taken for a slip of the pen. */
const OPENAPI_NAMES = [
  'phonenumber.getPhoneNumber',
  'security.mediaCheckAsync',
  'security.msgSecCheck',
  'subscribeMessage.send',
  'urllink.generate',
  'urlscheme.generate',
  'wxacode.get',
  'wxacode.getUnlimited',
] as const;

const saysUnknownField = (where: string) => ({
  error: (issue: { code?: string; keys?: unknown }) =>
    issue.code === 'unrecognized_keys' && Array.isArray(issue.keys)
      ? `${where}有不认识的字段 ${issue.keys.join('、')}`
      : `${where}应是一个对象`,
});

const trigger = z.strictObject(
  {
    name: z.string('触发器应有名称').regex(/^[A-Za-z][\w-]{0,59}$/, '触发器名称应以字母开头，只含字母、数字、- 和 _'),
    type: z.literal('timer', '触发器类型只能是 timer'),
    config: z.string('触发器应有定时表达式').check((context) => {
      const fault = faultOfCron(context.value);
      if (fault) context.issues.push({ code: 'custom', message: fault, input: context.value });
    }),
  },
  saysUnknownField('触发器'),
);

/** `config.json` beside each door. The developer tools read `permissions` and `triggers` of it, our deployment all of it. */
export const manifest = z.strictObject(
  {
    timeout: z.int('timeout 应是整数秒').min(1, 'timeout 至少 1 秒').max(60, 'timeout 至多 60 秒'),
    memorySize: z
      .int('memorySize 应是整数')
      .min(128, 'memorySize 至少 128 MB')
      .max(3072, 'memorySize 至多 3072 MB')
      .multipleOf(128, 'memorySize 应是 128 MB 的倍数'),
    // https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/functions/triggers.html: one, for the time being.
    triggers: z.array(trigger, 'triggers 应是一个列表').max(1, '一个云函数只能有一个触发器'),
    permissions: z.strictObject(
      { openapi: z.array(z.enum(OPENAPI_NAMES, '云调用名称不在已知名单中'), 'permissions.openapi 应是一个列表') },
      saysUnknownField('permissions '),
    ),
  },
  saysUnknownField('config.json '),
);

export type Manifest = z.infer<typeof manifest>;
