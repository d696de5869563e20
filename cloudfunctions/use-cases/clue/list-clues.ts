import type { listClues as contract } from '@shared/contracts/clue';
import { ok, refuse } from '@shared/kernel/result';
import { dayOf } from '@shared/kernel/time';
import type { OfficialUseCase } from '../../ports/context';
import { readCursor, writeCursor } from '../../ports/page';
import { officesOf } from './own-clue';

/** 线索列表, unopened. */
export const listClues: OfficialUseCase<typeof contract> = async ({ cursor }, context) => {
  const after = readCursor(cursor);
  if (!after.ok) return after;
  const { staff } = context.actor;
  if (!staff) return refuse('request.forbidden');
  const page = await context.clues.readAt(officesOf(context), staff._id, after.value);
  const items = page.items.map(({ _id, clueNo, bureauName, at, state }) => ({
    ...{ clueId: _id, clueNo, state },
    from: bureauName,
    on: dayOf(at),
  }));
  return ok({ items, next: writeCursor(page.next) });
};
