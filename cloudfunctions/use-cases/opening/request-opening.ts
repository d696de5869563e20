import type { requestOpening as contract } from '@shared/contracts/opening';
import { ok, refuse } from '@shared/kernel/result';
import type { UseCase } from '../../ports/context';
import { handledRating } from './open-identity';

const OPENING_ID_LENGTH = 20;

/** 申请查看 */
export const requestOpening: UseCase<typeof contract> = async ({ ratingId, purpose }, context) => {
  const { actor, chance, now, openings } = context;
  const file = await handledRating(ratingId, purpose, context);
  if (!file.ok) return file;
  const { subject, ticket } = file.value;
  if (!actor.staff || !ticket) return refuse('ticket.unknown');
  const newest = await openings.newest(actor.staff._id, ratingId);
  // Asked for already: a second one would only push those of others out of the list.
  if (newest?.state === 'awaitingSecond' && newest.purpose === purpose) return ok({ openingId: newest._id });
  const openingId = chance.readableCode(OPENING_ID_LENGTH);
  await openings.insert({
    _id: openingId,
    ratingId,
    bureauId: ticket.bureauId,
    ratedStaffId: subject.staffId,
    purpose,
    requestedBy: actor.staff._id,
    requestedAt: now,
    state: 'awaitingSecond',
    decidedBy: null,
    decidedAt: null,
  });
  return ok({ openingId });
};
