import type { OldSign } from '../signs';
import { place as at, element } from './element';

type Outbox = readonly { readonly apiName: string; readonly input: unknown; readonly at: number }[];

const SHOWN = 20;
const WORDS: Readonly<Record<string, string>> = {
  'security.msgSecCheck': '文本内容安全检查',
  'wxacode.getUnlimited': '生成小程序码',
  'subscribeMessage.send': '发送订阅消息',
};

const runClock = async (said: HTMLElement) => {
  said.textContent = '正在运行…';
  const answer = (await (await fetch('/demo/clock', { method: 'POST' })).json()) as {
    ok: boolean;
    value?: Record<string, { done: number } | 'failed'>;
  };
  const delivered = answer.value?.['outbox.deliver'];
  said.textContent =
    typeof delivered === 'object'
      ? `已运行，送出 ${delivered.done} 条评价的站内消息。`
      : '没有运行成功，请看终端里的日志。';
};

const clock = (): HTMLElement => {
  const said = element('span', { role: 'status' });
  return element(
    'p',
    {},
    element('button', { type: 'button', class: 'plain', click: () => void runClock(said) }, '立即运行定时任务'),
    ' 站内消息由它送达，平时每分钟自动运行一次。',
    said,
  );
};

const sent = ({ apiName, input, at: moment }: Outbox[number]): HTMLElement =>
  element(
    'li',
    {},
    element('time', {}, new Date(moment).toLocaleTimeString('zh-CN', { hour12: false })),
    element('b', {}, WORDS[apiName] ?? apiName),
    element('code', {}, JSON.stringify(input)),
  );

const outbox = (): HTMLElement => {
  const list = element('ul', { class: 'outbox' });
  const load = async () => {
    const entries = (await (await fetch('/demo/outbox.json')).json()) as Outbox;
    const latest = entries.slice(-SHOWN).reverse().map(sent);
    list.replaceChildren(...(latest.length > 0 ? latest : [element('li', {}, '这次启动后还没有调用。')]));
  };
  const details = element(
    'details',
    { toggle: () => void load() },
    element('summary', {}, '发给微信的调用（本机只记录，不外发）'),
    list,
  );
  return details;
};

const refused = (oldSigns: readonly OldSign[], scan: (sign: OldSign) => unknown): HTMLElement =>
  element(
    'p',
    {},
    '停用的窗口牌，扫了应被拒绝：',
    ...oldSigns.map((sign) =>
      element(
        'button',
        { type: 'button', class: 'plain', click: () => void scan(sign) },
        `${sign.center}${sign.window}${sign.revoked === 'replaced' ? '（旧牌已换新）' : '（已停用）'}`,
      ),
    ),
  );

const earlier = (): HTMLElement =>
  element(
    'p',
    {},
    '此前的评价和工单都在写入演示数据时由演示群众和工作人员经各自的入口真实提交、办理，时钟往回拨到当时。',
  );

/** 幕后: what a visitor of a real hall does not see. */
export const showBackstage = (oldSigns: readonly OldSign[], scan: (sign: OldSign) => unknown): void => {
  at('backstage').replaceChildren(
    element(
      'section',
      { class: 'backstage' },
      element('h2', {}, '幕后'),
      refused(oldSigns, scan),
      earlier(),
      clock(),
      outbox(),
    ),
  );
};
