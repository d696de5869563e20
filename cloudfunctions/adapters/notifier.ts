import type { Notifier } from '../ports/notifier';
import type { NotificationConfiguration } from './notification-configuration';
import { sendSms } from './tencent/sms';
import { askForSubscription } from './wx/wx-subscription';

export const configuredNotifier = ({ templates, sms }: NotificationConfiguration): Notifier => ({
  templates: Object.fromEntries(Object.entries(templates).map(([name, { id }]) => [name, id])),
  sendsSms: sms !== null,
  subscription: askForSubscription,
  sms: sms ? sendSms(sms) : async () => ({ outcome: 'refused', code: 'off' }),
});
