import { isToStaff, type OutboxEntry, raterInbox } from '@shared/domain/message';
import { isUrgent, type Notification, notificationId, type Template, wordsFor } from '@shared/domain/notification';
import { officialsHearAt, raterHearsAt } from '@shared/domain/quiet-hours';
import type { RatingFile } from '@shared/domain/rating-file';
import { asOf, isBound, orgsWhere, type StaffMember } from '@shared/domain/role';
import { addDays, dayOf, instantOf } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import { NOTIFICATION } from '@shared/policy/notification';
import type { Context } from '../../ports/context';
import type { Page } from '../../ports/page';

type Parts = Pick<Context, 'directory' | 'grants' | 'notifications' | 'notifier' | 'now' | 'staffRegister'>;

const staffOf = async (orgId: string, { staffRegister }: Parts): Promise<readonly StaffMember[]> => {
  const all: StaffMember[] = [];
  let page: Page<StaffMember> | undefined;
  do {
    page = await staffRegister.at(orgId, page?.next ?? null);
    all.push(...page.items);
  } while (page.next);
  return all;
};

/** The accounts of those who handle this org's tickets today, without the one who was rated. */
const officialsAt = async (orgId: string, exceptStaffId: string | null, parts: Parts): Promise<readonly string[]> => {
  const [org] = await parts.directory.orgs([orgId]);
  const here = await staffOf(orgId, parts);
  const elsewhere = (org?.liaisonIds ?? []).filter((id) => !here.some(({ _id }) => _id === id));
  const others = await Promise.all(elsewhere.map(parts.staffRegister.find));
  return [...here, ...others.filter((member) => member !== undefined)]
    .filter((member) => isBound(member) && member._id !== exceptStaffId)
    .filter((member) => orgsWhere(asOf(member, parts.now), 'ticket.read').some((grant) => grant.orgId === orgId))
    .map(({ accountRef }) => accountRef);
};

/** The accounts that a message to an org or to the one who was rated is told to. */
const recipientsOf = async (entry: OutboxEntry, { subject }: RatingFile, parts: Parts): Promise<readonly string[]> => {
  if (!isToStaff(entry)) return officialsAt(entry.to.slice('org:'.length), entry.exceptStaffId, parts);
  const member = await parts.staffRegister.find(subject.staffId ?? '');
  return member && isBound(member) ? [member.accountRef] : [];
};

/** What of this message is told beside the inbox, to whom, and when: nobody is disturbed in his quiet hours. */
export const planNotifications = async (entry: OutboxEntry, file: RatingFile, parts: Parts): Promise<void> => {
  const { grants, notifications, notifier, now } = parts;
  const policy = policyOn(file.subject.place, dayOf(now));
  const audience = entry.to === raterInbox(file.raterRef) ? 'rater' : isToStaff(entry) ? 'rated' : 'officials';
  const template: Template = audience === 'rater' ? 'progress' : 'work';
  const words = file.ticket && wordsFor(audience, entry.told, file.ticket, now);
  if (!words || !policy.ok) return;
  const common = {
    ...{ template, words, ratingId: file._id, place: file.subject.place, isUrgent: isUrgent(entry.told) },
    ...({ channel: 'wechat', tries: 0, outcome: null } as const),
    keepUntil: instantOf(addDays(dayOf(now), NOTIFICATION.sentKeptFor.value.count), '00:00'),
  };
  const plan = (to: string, rest: Pick<Notification, 'state' | 'nextAt'>) =>
    notifications.plan({ _id: notificationId(entry, to), to, ...common, ...rest });
  if (template === 'progress') {
    const isOn = notifier.templates.progress !== undefined || notifier.sendsSms;
    if (isOn) await plan(file.raterRef, { state: 'waiting', nextAt: raterHearsAt(now, NOTIFICATION.raterQuiet) });
    return;
  }
  if (!notifier.templates.work) return;
  const told = await grants.withLeft(await recipientsOf(entry, file, parts), 'work');
  const hearsAt = officialsHearAt(now, policy.value.workingTime);
  // Several tickets are told as one; what somebody is told of his own rating is no ticket of his.
  const state = common.isUrgent || audience === 'rated' ? 'waiting' : 'held';
  await Promise.all(told.map((to) => plan(to, { state, nextAt: common.isUrgent ? now : hearsAt })));
};
