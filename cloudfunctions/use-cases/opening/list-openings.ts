import type { listOpenings as contract } from '@shared/contracts/opening';
import { isOpen, mayAgree, type Opening } from '@shared/domain/opening';
import { officialOf } from '@shared/domain/visibility';
import { ok, refuse } from '@shared/kernel/result';
import { dayOf, type Instant } from '@shared/kernel/time';
import type { OfficialUseCase } from '../../ports/context';
import { OPENING_HOLDS_MS } from './open-identity';

const SHOWN = 50;

const stateOf = (opening: Opening, now: Instant): Opening['state'] | 'lapsed' =>
  opening.state === 'granted' && !isOpen(opening, now, OPENING_HOLDS_MS) ? 'lapsed' : opening.state;

/** 查看申请 */
export const listOpenings: OfficialUseCase<typeof contract> = async (_input, context) => {
  const { actor, now, openings, ratings, staffRegister } = context;
  if (!actor.staff) return refuse('request.forbidden');
  const official = officialOf(actor.staff);
  const found = await openings.of(official.staffId, official.bureauIds, SHOWN);
  const own = (opening: Opening) => opening.requestedBy === official.staffId;
  const shown = found.filter((opening) => own(opening) || mayAgree(official, opening));
  const items = shown.map(async (opening) => {
    const [file, asker] = await Promise.all([ratings.find(opening.ratingId), staffRegister.find(opening.requestedBy)]);
    const state = stateOf(opening, now);
    return {
      openingId: opening._id,
      ratingId: opening.ratingId,
      servedBy: file?.subject.names ?? null,
      purpose: opening.purpose,
      requestedBy: asker?.name ?? '',
      requestedOn: dayOf(opening.requestedAt),
      state,
      isOwn: own(opening),
      mayDecide: state === 'awaitingSecond' && mayAgree(official, opening),
    };
  });
  return ok({ items: await Promise.all(items) });
};
