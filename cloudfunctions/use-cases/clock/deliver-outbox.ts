import type { RatingFile } from '@shared/domain/rating-file';
import type { Job } from '../../ports/context';
import { planNotifications } from '../notification/plan-notifications';

const BATCH = 50;

/**
 * 站内消息: delivers what waits in the ratings' own documents. Safe when run twice, late or in parallel: a message is
 * delivered by its id, and the file is marked only if nobody moved it meanwhile; else the next run finds it again. What goes
 * further than the inbox is planned by the same id.
 */
export const deliverOutbox: Job = async (context) => {
  const { inbox, now, ratings } = context;
  const deliver = async (file: RatingFile): Promise<boolean> => {
    for (const { id, told: _told, ...message } of file.outbox)
      await inbox.deliver({ _id: id, ...message, ratingId: file._id });
    // The inbox has them all, whatever becomes of the rest.
    for (const entry of file.outbox) await planNotifications(entry, file, context);
    return ratings.move(file, { outbox: [], outboxAt: null });
  };
  // One that cannot be delivered goes to the end of the queue and holds up nobody.
  const deliverOrPostpone = (file: RatingFile): Promise<boolean> =>
    deliver(file).catch(async () => {
      await ratings.move(file, { outboxAt: now });
      return false;
    });
  const waiting = await ratings.withOutbox(BATCH);
  const delivered = await Promise.all(waiting.map(deliverOrPostpone));
  const done = delivered.filter(Boolean).length;
  return { done, left: waiting.length - done };
};
