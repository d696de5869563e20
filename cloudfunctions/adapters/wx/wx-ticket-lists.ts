import { type CountedTickets, countTickets, STATES_OF, type TicketFilter } from '@shared/domain/ticket-filters';
import { UNDONE, WITH_UNIT } from '@shared/domain/ticket-table';
import type { Official } from '@shared/domain/visibility';
import type { Instant } from '@shared/kernel/time';
import type { TicketLists } from '../../ports/ticket-lists';
import { handledBy, howMany, isAmong, isLate, isState, OPEN, pageBy, RESULT_AT } from './ticket-queries';
import { collection, command } from './wx-cloud';

const $ = command.aggregate;

/** What a bureau can do something about: its own moves, what it is asked, and whom it has to push. */
const bureausTurn = (now: Instant) =>
  command.and([
    isAmong('ticket.state', UNDONE),
    command.or([
      isAmong('ticket.state', [...STATES_OF.dispatch, ...STATES_OF.verify]),
      conditionOf('extensions', now),
      { 'ticket.dueAt': command.lt(now) },
    ]),
  ]);

const conditionOf = (filter: Exclude<TicketFilter, 'todo'>, now: Instant): object => {
  // Not by name: the order is the one of the results, and an index by state would be walked instead.
  if (filter === 'closed') return { 'ticket.state': command.nin([...OPEN]) };
  const inState = isAmong('ticket.state', STATES_OF[filter]);
  if (filter === 'extensions') return { ...inState, 'ticket.handling.extension.state': 'asked' };
  return filter === 'late' ? { ...inState, 'ticket.dueAt': command.lt(now) } : inState;
};

const standingUnder = (filter: TicketFilter, official: Official, now: Instant) =>
  filter === 'todo'
    ? handledBy(official, isAmong('ticket.state', WITH_UNIT), bureausTurn(now))
    : handledBy(official, conditionOf(filter, now));

type Numbers = 'all' | 'late' | 'today';
type Group = { readonly _id: Omit<CountedTickets, Numbers> } & Pick<CountedTickets, Numbers>;

const ticketCounts: TicketLists['ticketCounts'] = async (official, now, endOfToday) => {
  const isToday = $.and([isState(UNDONE), $.gte(['$ticket.dueAt', now]), $.lt(['$ticket.dueAt', endOfToday])]);
  const extension = '$ticket.handling.extension.state';
  const found = (await collection('ratings')
    .aggregate()
    .match(handledBy(official, isAmong('ticket.state', OPEN)))
    .group({
      _id: { state: '$ticket.state', unitId: '$ticket.unitId', bureauId: '$ticket.bureauId', extension },
      all: $.sum(1),
      late: howMany(isLate(now)),
      today: howMany(isToday),
    })
    .end()) as { list: readonly Group[] };
  return countTickets(
    found.list.map(({ _id, ...numbers }) => ({ ..._id, ...numbers })),
    official,
  );
};

export const wxTicketLists: Pick<TicketLists, 'tickets' | 'ticketCounts'> = {
  tickets: (official, filter, now, cursor) => {
    const condition = standingUnder(filter, official, now);
    return filter === 'closed'
      ? pageBy(RESULT_AT, 'desc', condition, cursor)
      : pageBy('ticket.dueAt', 'asc', condition, cursor);
  },
  ticketCounts,
};
