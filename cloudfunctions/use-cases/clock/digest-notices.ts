import { digestOf, type Notification } from '@shared/domain/notification';
import { officialsHearAt } from '@shared/domain/quiet-hours';
import { isTicketOpen } from '@shared/domain/ticket';
import { dayOf, type Instant } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import type { Context, Job } from '../../ports/context';

const BATCH = 200;
const HOUR_MS = 3_600_000;

type Parts = Pick<Context, 'notifications' | 'now' | 'ratings'>;

/** Those that came after this hour's digest are told with the next one. */
const postpone = async (row: Notification, { notifications, now }: Parts): Promise<void> => {
  const policy = policyOn(row.place, dayOf(now));
  const nextAt: Instant = policy.ok ? officialsHearAt(now + 1, policy.value.workingTime) : now + HOUR_MS;
  await notifications.change(row, { nextAt });
};

/** What is still to be done of these; null when nothing is: then nobody is disturbed. */
const digest = async (rows: readonly Notification[], { now, ratings }: Parts): Promise<Notification | null> => {
  const [first] = rows;
  const files = await Promise.all([...new Set(rows.map(({ ratingId }) => ratingId))].map((id) => ratings.find(id)));
  const open = files.flatMap((file) => (file?.ticket && isTicketOpen(file.ticket) ? [file.ticket] : []));
  const words = rows.length === 1 && open.length === 1 ? first?.words : digestOf(open, now);
  return first && words
    ? {
        ...first,
        _id: `digest/${first.to}/${Math.floor(now / HOUR_MS)}`,
        ...({ words, state: 'waiting', nextAt: now, covers: rows.map(({ _id }) => _id) } as const),
      }
    : null;
};

/**
 * 汇总: what was held back for an official is told as one message. At most one an hour by its id, so that twice, late or in
 * parallel comes to the same; it knows which ones it tells of.
 */
export const digestNotices: Job = async (context) => {
  const { notifications, now } = context;
  const tell = async (rows: readonly Notification[]): Promise<number> => {
    const told = await digest(rows, context);
    const isFirst = told === null || (await notifications.plan(told));
    const covered = isFirst ? rows.map(({ _id }) => _id) : ((await notifications.find(told._id))?.covers ?? []);
    await notifications.remove(rows.map(({ _id }) => _id).filter((id) => covered.includes(id)));
    const late = rows.filter(({ _id }) => !covered.includes(_id));
    await Promise.all(late.map((row) => postpone(row, context)));
    return isFirst && told !== null ? 1 : 0;
  };
  const held = await notifications.due('held', now, BATCH);
  const officials = [...new Set(held.map(({ to }) => to))];
  const settled = await Promise.allSettled(officials.map((one) => tell(held.filter(({ to }) => to === one))));
  const done = settled.reduce((sum, one) => sum + (one.status === 'fulfilled' ? one.value : 0), 0);
  return { done, left: settled.filter(({ status }) => status === 'rejected').length };
};
