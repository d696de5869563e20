import type { decideOpening as contract } from '@shared/contracts/opening';
import { mayAgree } from '@shared/domain/opening';
import { officialOf } from '@shared/domain/visibility';
import { ok, refuse } from '@shared/kernel/result';
import type { OfficialUseCase } from '../../ports/context';

/** 第二人意见, once. */
export const decideOpening: OfficialUseCase<typeof contract> = async (
  { openingId, agrees },
  { actor, now, openings },
) => {
  const opening = await openings.find(openingId);
  if (!actor.staff || !opening) return refuse('opening.unknown');
  if (opening.requestedBy === actor.staff._id) return refuse('opening.ownRequest');
  if (!mayAgree(officialOf(actor.staff), opening)) return refuse('opening.unknown');
  const decision = { state: agrees ? 'granted' : 'denied', decidedBy: actor.staff._id, decidedAt: now } as const;
  return (await openings.decide(openingId, decision)) ? ok({}) : refuse('opening.unknown');
};
