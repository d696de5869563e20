import { isToStaff, type OutboxEntry, outboxDueAt } from '@shared/domain/message';
import type { RatingFile } from '@shared/domain/rating-file';
import type { Job } from '../../ports/context';
import type { InboxMessage } from '../../ports/inbox';
import { planNotifications } from '../notification/plan-notifications';

const BATCH = 50;

const asMessage = (entry: OutboxEntry, { _id, ticket }: RatingFile): InboxMessage => {
  const { id, told, notBefore: _notBefore, ...message } = entry;
  return isToStaff(entry)
    ? { _id: id, ...message, ratingId: null, ticketNo: ticket?.ticketNo ?? '' }
    : { _id: id, ...message, ratingId: _id, ...(told?.startsWith('appeal.') && { isAppeal: true }) };
};

/**
 * 站内消息: delivers what waits in the ratings' own documents. Safe when run twice, late or in parallel: a message is
 * delivered by its id, and the file is marked only if nobody moved it meanwhile; else the next run finds it again. What goes
 * further than the inbox is planned by the same id.
 */
export const deliverOutbox: Job = async (context) => {
  const { inbox, now, ratings } = context;
  const deliver = async (file: RatingFile): Promise<boolean> => {
    const isDue = ({ notBefore = now }: OutboxEntry) => notBefore <= now;
    const due = file.outbox.filter(isDue);
    for (const entry of due) await inbox.deliver(asMessage(entry, file));
    // The inbox has them all, whatever becomes of the rest.
    for (const entry of due) await planNotifications(entry, file, context);
    const later = file.outbox.filter((entry) => !isDue(entry));
    return ratings.move(file, { outbox: later, outboxAt: outboxDueAt(later, null, now) });
  };
  // One that cannot be delivered goes to the end of the queue and holds up nobody.
  const deliverOrPostpone = (file: RatingFile): Promise<boolean> =>
    deliver(file).catch(async () => {
      await ratings.move(file, { outboxAt: now });
      return false;
    });
  const waiting = await ratings.withOutbox(now, BATCH);
  const delivered = await Promise.all(waiting.map(deliverOrPostpone));
  const done = delivered.filter(Boolean).length;
  return { done, left: waiting.length - done };
};
