import type { listMyRatings as contract } from '@shared/contracts/citizen';
import { seenBy } from '@shared/domain/visibility';
import { ok } from '@shared/kernel/result';
import type { UseCase } from '../../ports/context';
import { readCursor, writeCursor } from '../../ports/page';
import { raterOf } from '../identity/rater';
import { waitingServices } from './waiting-services';

/** 我的评价 */
export const listMyRatings: UseCase<typeof contract> = async (input, context) => {
  const after = readCursor(input.cursor);
  if (!after.ok) return after;
  const { actor, cases, directory, now, ratings } = context;
  const waitingOf = async () => (after.value ? [] : cases.waitingFor((await raterOf(context)).caseRefs, now));
  const [page, waiting] = await Promise.all([ratings.ofRater(actor.ref, after.value), waitingOf()]);
  const items = page.items.map((file) => {
    const { _id, receiptNo, level, ratedAt, subject, ticket } = seenBy(file, 'rater');
    return { ratingId: _id, receiptNo, level, ratedAt, servedBy: subject.names, ticketState: ticket?.state ?? null };
  });
  return ok({ waiting: await waitingServices(waiting, directory), items, next: writeCursor(page.next) });
};
