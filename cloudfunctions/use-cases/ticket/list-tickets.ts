import type { listTickets as contract } from '@shared/contracts/staff';
import type { RatingFile } from '@shared/domain/rating-file';
import { seenBy } from '@shared/domain/visibility';
import { remainingUntil, type WorkingTimeRules } from '@shared/domain/working-time';
import { ok, refuse } from '@shared/kernel/result';
import { addDays, dayOf, type Instant, instantOf } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import type { Context, UseCase } from '../../ports/context';
import { readCursor, writeCursor } from '../../ports/page';
import type { TicketScope } from '../../ports/ratings';
import { ticketScopeOf } from './ticket-scope';

/** Time left by the calendar in force now; null when it is not known or the calendar does not reach. */
export const remainingOf = (dueAt: Instant | null, now: Instant, rules: WorkingTimeRules | undefined) => {
  const remaining = dueAt !== null && rules ? remainingUntil(dueAt, now, rules) : undefined;
  return remaining?.ok ? remaining.value : null;
};

export const workingTimeOf = (place: string, now: Instant): WorkingTimeRules | undefined => {
  const policy = policyOn(place, dayOf(now));
  return policy.ok ? policy.value.workingTime : undefined;
};

const cellOf = (file: RatingFile, unitNames: ReadonlyMap<string, string>, now: Instant) => {
  const { _id, level, ratedOn, subject, ticket } = seenBy(file, 'handler');
  if (!ticket) throw new Error('a ticket list found a file without a ticket');
  return {
    ratingId: _id,
    ticketNo: ticket.ticketNo,
    state: ticket.state,
    level,
    servedBy: subject.names,
    unit: unitNames.get(ticket.unitId) ?? '',
    ratedOn,
    dueAt: ticket.dueAt,
    remaining: remainingOf(ticket.dueAt, now, workingTimeOf(subject.place, now)),
  };
};

const countsOf = async (scope: TicketScope, { now, ratings }: Context) => {
  const endOfToday = instantOf(addDays(dayOf(now), 1), '00:00');
  const [open, late, dueByTonight] = await Promise.all([
    ratings.countOpenTickets(scope),
    ratings.countOpenTickets(scope, now),
    ratings.countOpenTickets(scope, endOfToday),
  ]);
  return { open, late, today: dueByTonight - late };
};

/** 工单列表 */
export const listTickets: UseCase<typeof contract> = async (input, context) => {
  const { staff } = context.actor;
  const after = readCursor(input.cursor);
  if (!staff) return refuse('request.forbidden');
  if (!after.ok) return after;
  const scope = ticketScopeOf(staff);
  const [page, counts] = await Promise.all([context.ratings.tickets(scope, after.value), countsOf(scope, context)]);
  const unitIds = page.items.flatMap((file) => (file.ticket ? [file.ticket.unitId] : []));
  const orgs = await context.directory.orgs([...scope.orgIds, ...unitIds]);
  const names = new Map(orgs.map((org) => [org._id, org.name]));
  return ok({
    scope: scope.orgIds.map((id) => names.get(id) ?? '').join('、'),
    counts,
    items: page.items.map((file) => cellOf(file, names, context.now)),
    next: writeCursor(page.next),
  });
};
