import type { NotificationWords, Template } from '@shared/domain/notification';
import type { Sending } from '../../ports/notifier';
import type { SubscriptionTemplates } from '../notification-configuration';
import { cloud } from './wx-cloud';

/** Without an id of any rating: it may hold a case number. */
const PAGES: Readonly<Record<Template, string>> = { progress: 'pages/mine/index', work: 'staff/tickets/index' };

/** https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html */
const NEVER = [40003, 40037, 41030, 47003];
const USED_UP = 43101;

const ofError = (error: unknown): Sending => {
  const code = Number((error as { errCode?: unknown } | null)?.errCode);
  if (code === USED_UP) return { outcome: 'usedUp', code: String(code) };
  return { outcome: NEVER.includes(code) ? 'refused' : 'later', code: Number.isNaN(code) ? 'down' : String(code) };
};

/** subscribeMessage.send itself; only the `wxopen` door may. */
export const sendSubscription =
  (templates: SubscriptionTemplates) =>
  async (openid: string, template: Template, words: NotificationWords): Promise<Sending> => {
    const configured = templates[template];
    if (!configured) return { outcome: 'refused', code: 'off' };
    const { id, ticketNo, state, on, next } = configured;
    const fields = { [ticketNo]: words.ticketNo, [state]: words.state, [on]: words.on, [next]: words.next };
    const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]));
    try {
      await cloud.openapi.subscribeMessage.send({ touser: openid, templateId: id, page: PAGES[template], data });
      return { outcome: 'sent' };
    } catch (error) {
      return ofError(error);
    }
  };

/** Asks the `wxopen` door. */
export const askForSubscription = async (
  openid: string,
  template: Template,
  words: NotificationWords,
): Promise<Sending> => {
  try {
    const { result } = (await cloud.callFunction({
      name: 'wxopen',
      data: { action: 'subscription.send', input: { openid, template, words } },
    })) as unknown as { result?: { value?: Sending } };
    return result?.value ?? { outcome: 'later', code: 'down' };
  } catch {
    return { outcome: 'later', code: 'down' };
  }
};
