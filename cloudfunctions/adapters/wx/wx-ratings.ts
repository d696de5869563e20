import type { RatingFile } from '@shared/domain/rating-file';
import { ok, refuse } from '@shared/kernel/result';
import { type Cursor, PAGE_SIZE, pageOf } from '../../ports/page';
import type { Ratings, TicketScope } from '../../ports/ratings';
import { collection, command, countOf, insertRow, rowOf, rowsOf } from './wx-cloud';

const ratings = () => collection('ratings');

/** After the cursor in an order by `field`, equal ones by `_id` in the same direction. */
const after = (field: string, cursor: Cursor | null, direction: 'asc' | 'desc') => {
  if (!cursor) return {};
  const beyond = direction === 'asc' ? command.gt : command.lt;
  // A ticket whose deadline waits for a calendar has no moment to sort by and stands first, as 0.
  const equal = cursor.at === 0 ? null : cursor.at;
  return command.or([{ [field]: beyond(cursor.at) }, { [field]: equal, _id: beyond(cursor.id) }]);
};

const ticketsIn = ({ of, orgIds, exceptStaffId }: TicketScope) => ({
  [`ticket.${of}`]: orgIds.length === 1 ? orgIds[0] : command.in([...orgIds]),
  'subject.staffId': command.neq(exceptStaffId),
});

const openTickets = (scope: TicketScope) => ({
  ...ticketsIn(scope),
  'ticket.state': command.nin(['closed', 'setAside']),
});

export const wxRatings: Ratings = {
  find: (id) => rowOf('ratings', id),
  insert: async (file) => ((await insertRow('ratings', file)) ? ok(file) : refuse('rating.alreadyRated')),
  move: async ({ _id, rev }, changes) => {
    // `set` replaces a field whole; a plain object would be merged into what stands there.
    const data = Object.fromEntries(Object.entries(changes).map(([field, value]) => [field, command.set(value)]));
    const moved = (await ratings()
      .where({ _id, rev })
      .update({ data: { ...data, rev: rev + 1 } })) as { stats: { updated: number } };
    return moved.stats.updated === 1;
  },
  ofRater: async (raterRef, cursor) =>
    pageOf(
      await rowsOf<RatingFile>(
        ratings()
          .where(command.and([{ raterRef }, after('ratedAt', cursor, 'desc')]))
          .orderBy('ratedAt', 'desc')
          .orderBy('_id', 'desc')
          .limit(PAGE_SIZE + 1),
      ),
      (file) => ({ at: file.ratedAt, id: file._id }),
    ),
  countWalkIns: (raterRef, windowId, since) =>
    countOf(
      ratings().where({ raterRef, ratedAt: command.gte(since), 'subject.windowId': windowId, 'subject.caseNo': null }),
    ),
  tickets: async (scope, cursor) =>
    pageOf(
      await rowsOf<RatingFile>(
        ratings()
          .where(command.and([ticketsIn(scope), after('ticket.dueAt', cursor, 'asc')]))
          .orderBy('ticket.dueAt', 'asc')
          .orderBy('_id', 'asc')
          .limit(PAGE_SIZE + 1),
      ),
      (file) => ({ at: file.ticket?.dueAt ?? 0, id: file._id }),
    ),
  countOpenTickets: (scope, dueBefore) =>
    countOf(
      ratings().where(
        dueBefore === undefined ? openTickets(scope) : { ...openTickets(scope), 'ticket.dueAt': command.lt(dueBefore) },
      ),
    ),
  withOutbox: (limit) =>
    rowsOf(
      ratings()
        .where({ outboxAt: command.gt(0) })
        .orderBy('outboxAt', 'asc')
        .limit(limit),
    ),
  waitingForCalendar: (years, limit) =>
    rowsOf(
      ratings()
        .where({ 'ticket.calendarMissing': command.in([...years]) })
        .limit(limit),
    ),
};
