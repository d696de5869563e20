import type { listAppeals as contract } from '@shared/contracts/appeal';
import { TODO_STATES } from '@shared/domain/appeal-filters';
import { orgsWhere } from '@shared/domain/role';
import { appealCapacities, type Official, officialOf } from '@shared/domain/visibility';
import { ok, refuse } from '@shared/kernel/result';
import type { Instant } from '@shared/kernel/time';
import type { OfficialUseCase } from '../../ports/context';
import { readCursor, writeCursor } from '../../ports/page';
import type { ListedAppeal } from '../../ports/seen-appeals';
import { namesFor } from '../ticket/ticket-cells';
import { remainingOf, workingTimeOf } from '../ticket/time-left';

const cellOf = ({ seen, isOwnRuling }: ListedAppeal, official: Official, now: Instant) => {
  const { _id, level, subject, appealByDay: appeal } = seen;
  if (!appeal) throw new Error('an appeal list found a file without an appeal');
  const { appealNo, state, reason, filedOn, dueAt, clock } = appeal;
  const capacities = appealCapacities(official, appeal);
  return {
    ...{ ratingId: _id, appealNo, state, reason, level, filedOn, dueAt },
    servedBy: subject.names,
    remaining: remainingOf(dueAt, now, workingTimeOf(subject.place, now)),
    isYours: clock !== null && !isOwnRuling && capacities.some((capacity) => TODO_STATES[capacity].includes(state)),
  };
};

/** 申诉列表: one query for the page and two for the counts, at once. */
export const listAppeals: OfficialUseCase<typeof contract> = async ({ filter, cursor }, context) => {
  const { actor, now, ratings } = context;
  const after = readCursor(cursor);
  if (!after.ok) return after;
  if (!actor.staff) return refuse('request.forbidden');
  const official = officialOf(actor.staff);
  const [page, counts] = await Promise.all([ratings.appeals(filter, after.value), ratings.appealCounts()]);
  const { scope } = await namesFor(actor.staff, [], context);
  return ok({
    scope,
    counts: { ...counts },
    seesStatistics: orgsWhere(actor.staff, 'ticket.oversee').length > 0,
    items: page.items.map((one) => cellOf(one, official, now)),
    next: writeCursor(page.next),
  });
};
