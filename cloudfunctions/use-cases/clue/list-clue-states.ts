import type { listClueStates as contract } from '@shared/contracts/clue';
import { mayTransfer } from '@shared/domain/clue';
import { officialOf } from '@shared/domain/visibility';
import { ok, refuse } from '@shared/kernel/result';
import { dayOf } from '@shared/kernel/time';
import type { OfficialUseCase } from '../../ports/context';

/** 线索状态: of those that the caller transferred himself, and nothing else of them. */
export const listClueStates: OfficialUseCase<typeof contract> = async ({ ratingId }, { actor, clues, ratings }) => {
  const file = await ratings.find(ratingId);
  if (!actor.staff || !file || !mayTransfer(officialOf(actor.staff), file)) return refuse('ticket.unknown');
  const transferred = await clues.transferredBy(actor.staff._id, ratingId);
  return ok({ items: transferred.map(({ clueNo, at, state }) => ({ clueNo, on: dayOf(at), state })) });
};
