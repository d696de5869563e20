import type { listQuarantine as contract } from '@shared/contracts/supervision';
import { ok } from '@shared/kernel/result';
import { tagTexts } from '@shared/policy/tags/texts';
import type { OfficialUseCase } from '../../ports/context';
import { readCursor, writeCursor } from '../../ports/page';

/** 待核查评价 */
export const listQuarantine: OfficialUseCase<typeof contract> = async (input, { ratings }) => {
  const after = readCursor(input.cursor);
  if (!after.ok) return after;
  const page = await ratings.quarantined(after.value);
  const items = page.items.map(({ _id, level, dictionary, tags, comment, ratedOn, subject, ticketByDay, reason }) => ({
    ratingId: _id,
    level,
    tags: tagTexts(dictionary, tags),
    comment,
    ratedOn,
    servedBy: subject.names,
    hasTicket: ticketByDay !== null,
    reason,
  }));
  return ok({ items, next: writeCursor(page.next) });
};
