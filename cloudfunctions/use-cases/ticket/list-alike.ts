import type { listAlike as contract } from '@shared/contracts/ticket-lists';
import { ok, refuse } from '@shared/kernel/result';
import type { OfficialUseCase } from '../../ports/context';
import { readCursor, writeCursor } from '../../ports/page';
import { sayLikeness } from './list-clusters';
import { cellsOf, namesFor, recentFrom, unitsOf } from './ticket-cells';

/** The tickets of one 同类问题. */
export const listAlike: OfficialUseCase<typeof contract> = async ({ cursor, like }, context) => {
  const { actor, now, ratings } = context;
  const after = readCursor(cursor);
  if (!actor.staff) return refuse('request.forbidden');
  if (!after.ok) return after;
  const page = await ratings.alike(like, recentFrom(now), after.value);
  const { names } = await namesFor(actor.staff, unitsOf(page.items), context);
  return ok({
    // Of what is not there nothing is said, not even what was asked.
    title: page.items.length > 0 ? sayLikeness(like) : '',
    items: cellsOf(page.items, actor.staff, names, now),
    next: writeCursor(page.next),
  });
};
