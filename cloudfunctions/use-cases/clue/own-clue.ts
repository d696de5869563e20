import { type Clue, mayReadClue } from '@shared/domain/clue';
import { orgsWhere } from '@shared/domain/role';
import { ok, type Result, refuse } from '@shared/kernel/result';
import type { OfficialContext } from '../../ports/context';

/** The bureaus for which the caller receives clues. */
export const officesOf = ({ actor }: Pick<OfficialContext, 'actor'>): readonly string[] =>
  actor.staff ? orgsWhere(actor.staff, 'clue.read').map(({ orgId }) => orgId) : [];

/** The clue, when the caller receives it; for everybody else there is none. */
export const ownClue = async (
  clueId: string,
  context: Pick<OfficialContext, 'actor' | 'clues'>,
): Promise<Result<Clue, 'clue.unknown'>> => {
  const clue = await context.clues.find(clueId);
  const { staff } = context.actor;
  return clue && staff && mayReadClue(staff._id, officesOf(context), clue) ? ok(clue) : refuse('clue.unknown');
};
