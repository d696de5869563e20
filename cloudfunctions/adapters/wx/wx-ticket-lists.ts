import { COUNTED, STATES_OF, type TicketCounts, type TicketFilter } from '@shared/domain/ticket-filters';
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

const conditionsOfCounts = ({ unitIds, bureauIds }: Official, now: Instant, endOfToday: Instant) => {
  const isExtensionAsked = $.and([isState(STATES_OF.extensions), $.eq(['$ticket.handling.extension.state', 'asked'])]);
  const isBureausTurn = $.or([isState([...STATES_OF.dispatch, ...STATES_OF.verify]), isExtensionAsked, isLate(now)]);
  return {
    todo: $.or([
      $.and([$.in(['$ticket.unitId', [...unitIds]]), isState(WITH_UNIT)]),
      $.and([$.in(['$ticket.bureauId', [...bureauIds]]), isBureausTurn]),
    ]),
    dispatch: isState(STATES_OF.dispatch),
    verify: isState(STATES_OF.verify),
    extensions: isExtensionAsked,
    late: isLate(now),
    withUnit: isState(WITH_UNIT),
    waiting: isState(STATES_OF.waiting),
    open: isState(UNDONE),
    today: $.and([isState(UNDONE), $.gte(['$ticket.dueAt', now]), $.lt(['$ticket.dueAt', endOfToday])]),
  } satisfies Record<keyof TicketCounts, unknown>;
};

const ticketCounts: TicketLists['ticketCounts'] = async (official, now, endOfToday) => {
  const conditions = conditionsOfCounts(official, now, endOfToday);
  const sums = Object.fromEntries(COUNTED.map((name) => [name, howMany(conditions[name])]));
  const found = (await collection('ratings')
    .aggregate()
    .match(handledBy(official, isAmong('ticket.state', OPEN)))
    .group({ _id: null, ...sums })
    .end()) as { list: readonly TicketCounts[] };
  return Object.fromEntries(COUNTED.map((name) => [name, found.list[0]?.[name] ?? 0])) as TicketCounts;
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
