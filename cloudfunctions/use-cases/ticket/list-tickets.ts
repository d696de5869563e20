import type { listTickets as contract } from '@shared/contracts/ticket-lists';
import { TICKET_FILTERS, type TicketFilter } from '@shared/domain/ticket-filters';
import { officialOf } from '@shared/domain/visibility';
import { ok, refuse } from '@shared/kernel/result';
import { addDays, dayOf, instantOf } from '@shared/kernel/time';
import type { OfficialUseCase } from '../../ports/context';
import { readCursor, writeCursor } from '../../ports/page';
import { cellsOf, namesFor, unitsOf } from './ticket-cells';

/** To a unit 待派单 and 单位办理中 say nothing: the first are not with it, the others are its 待办. */
const OF_UNITS: readonly TicketFilter[] = ['todo', 'late', 'extensions', 'verify', 'waiting', 'closed'];

/** 工单列表: one query for the page and one for all counts. */
export const listTickets: OfficialUseCase<typeof contract> = async ({ cursor, filter }, context) => {
  const { actor, now, ratings } = context;
  const after = readCursor(cursor);
  if (!actor.staff) return refuse('request.forbidden');
  if (!after.ok) return after;
  const endOfToday = instantOf(addDays(dayOf(now), 1), '00:00');
  const [page, counts] = await Promise.all([
    ratings.tickets(filter, now, after.value),
    ratings.ticketCounts(now, endOfToday),
  ]);
  const { names, scope } = await namesFor(actor.staff, unitsOf(page.items), context);
  return ok({
    scope,
    filters: [...(officialOf(actor.staff).bureauIds.length > 0 ? TICKET_FILTERS : OF_UNITS)],
    counts: { ...counts },
    items: cellsOf(page.items, actor.staff, names, now),
    next: writeCursor(page.next),
  });
};
