import type { acknowledgeClue as contract } from '@shared/contracts/clue';
import { canBecome } from '@shared/domain/clue';
import { ok, refuse } from '@shared/kernel/result';
import type { OfficialUseCase } from '../../ports/context';
import { ownClue } from './own-clue';

/** 回复线索状态: 已受理 or 已处理, and nothing more. */
export const acknowledgeClue: OfficialUseCase<typeof contract> = async ({ clueId, status }, context) => {
  const clue = await ownClue(clueId, context);
  if (!clue.ok) return clue;
  if (!canBecome(clue.value.state, status)) return refuse('clue.movedOn');
  const isThere = clue.value.state === status || (await context.clues.acknowledge(clue.value, status));
  return isThere ? ok({}) : refuse('clue.movedOn');
};
