import { MOST_TRIES, type Notification, pauseAfter } from '@shared/domain/notification';
import { isOfficeTime, officialsHearAt, raterHearsAt } from '@shared/domain/quiet-hours';
import { dayOf, type Instant } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import { NOTIFICATION } from '@shared/policy/notification';
import type { Context, Job } from '../../ports/context';
import type { Sending } from '../../ports/notifier';
import { phoneOf } from '../notification/phone-of';
import { placeOfOpenid } from '../notification/seal-openid';

const BATCH = 50;

type Parts = Omit<Context, 'actor'>;
const refused = (code: string): Sending => ({ outcome: 'refused', code });

/** Now, or when the quiet hours are over. */
const hearsAt = ({ template, place, isUrgent }: Notification, at: Instant): Instant => {
  if (template === 'progress') return raterHearsAt(at, NOTIFICATION.raterQuiet);
  const policy = policyOn(place, dayOf(at));
  if (isUrgent || !policy.ok || isOfficeTime(at, policy.value.workingTime)) return at;
  return officialsHearAt(at, policy.value.workingTime);
};

/** One message was agreed to: it is taken before it goes, and given back when it did not go. */
const byWechat = async (
  { to, template, words }: Notification,
  { grants, notifier, vault }: Parts,
): Promise<Sending> => {
  const grant = await grants.find(to);
  if (!grant || !(await grants.take(to, template))) return refused('noGrant');
  const openid = vault.open(grant.openid, placeOfOpenid(to));
  if (!openid.ok) return refused(openid.code);
  const sending = await notifier.subscription(openid.value, template, words);
  if (sending.outcome === 'usedUp') await grants.usedUp(to, template);
  if (sending.outcome === 'later' || sending.outcome === 'refused') await grants.giveBack(to, template);
  return sending;
};

/** The number is read for this one message, and the audit log says so before it is read. */
const bySms = async ({ to, ratingId, words }: Notification, parts: Parts): Promise<Sending> => {
  const { audit, identities, notifier, now, vault } = parts;
  const identity = await identities.find(to);
  const line = { at: now, actor: 'clock', action: 'notice.send', about: ratingId, purpose: 'notify', outcome: 'ok' };
  if (identity?.sealed.phone !== undefined) await audit.append(line);
  const phone = phoneOf(identity, vault);
  if (!phone.ok) return refused(phone.code);
  return phone.value === null ? refused('noPhone') : notifier.sms(phone.value, words);
};

const codeOf = (sending: Sending): string => {
  if (sending.outcome === 'sent') return 'sent';
  return /^[\w.-]{1,60}$/.test(sending.code) ? sending.code : 'other';
};

/** What becomes of it. A rater whom WeChat cannot tell is texted, if he may be. */
const after = (row: Notification, sending: Sending, now: Instant, sendsSms: boolean): Partial<Notification> => {
  const outcome = codeOf(sending);
  const tries = row.tries + 1;
  if (sending.outcome === 'sent') return { state: 'sent', nextAt: null, outcome };
  if (sending.outcome === 'later' && tries < MOST_TRIES)
    return { state: 'waiting', nextAt: hearsAt(row, now + pauseAfter(tries)), outcome };
  if (row.channel === 'wechat' && row.template === 'progress' && sendsSms)
    return { channel: 'sms', state: 'waiting', tries: 0, nextAt: hearsAt(row, now), outcome };
  return { state: 'givenUp', nextAt: null, outcome };
};

/**
 * 消息提醒: each is claimed by a conditional write before it goes, so that twice or in parallel sends once; one whose
 * instance died on the way is not sent again, for it may have gone, and the inbox has it.
 */
export const sendNotices: Job = async (context) => {
  const { notifications, notifier, now } = context;
  const outcomes: Record<string, number> = {};
  const count = (what: string) => {
    outcomes[what] = (outcomes[what] ?? 0) + 1;
  };
  const send = async (row: Notification): Promise<boolean> => {
    const nextAt = hearsAt(row, now);
    if (nextAt > now) {
      await notifications.change(row, { nextAt });
      return false;
    }
    const claimed: Notification = { ...row, state: 'sending', tries: row.tries + 1 };
    if (!(await notifications.change(row, { state: claimed.state, tries: claimed.tries }))) return false;
    const sending = await (row.channel === 'sms' ? bySms : byWechat)(row, context);
    const changes = after(row, sending, now, notifier.sendsSms);
    await notifications.change(claimed, changes);
    count(`${row.channel}.${codeOf(sending)}`);
    if (changes.state === 'givenUp') count('givenUp');
    return sending.outcome === 'sent';
  };
  const due = await notifications.due('waiting', now, BATCH);
  const settled = await Promise.allSettled(due.map(send));
  const done = settled.filter((one) => one.status === 'fulfilled' && one.value).length;
  return { done, left: due.length - done, outcomes };
};
