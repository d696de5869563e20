import type { Clause } from '../kernel/clause';
import type { Instant } from '../kernel/time';
import type { StepClock, Ticket, TicketRules, TicketStep } from './ticket';
import { atLeast, clockOf, done, started } from './ticket-clocks';
import type { Span, WorkingTimeRules } from './working-time';

type Rules = TicketRules & WorkingTimeRules;

/** From when the present cure (整改) is counted: the rater's 不满意, the dispatch that the unit had to wait for, else the opening. */
const cureFrom = ({ clocks, handling, openedAt }: Ticket): Instant => {
  const dispatchedAt = handling.redirects === 0 ? clockOf({ clocks }, 'dispatch')?.doneAt : null;
  return handling.reopenedFor?.at ?? dispatchedAt ?? openedAt;
};

/** 整改, or 复杂问题的整改. */
export const spanOfCure = (
  { handling: { classification } }: Pick<Ticket, 'handling'>,
  { rectifyWithin, rectifyComplexWithin }: TicketRules,
): Clause<Span> => (classification?.isComplex ? rectifyComplexWithin : rectifyWithin);

/** Of any step, as it is begun anew. */
export const spanOfStep = (step: TicketStep, ticket: Pick<Ticket, 'handling'>, rules: TicketRules): Clause<Span> =>
  ({
    dispatch: rules.dispatchWithin,
    accept: rules.acceptWithin,
    rectify: spanOfCure(ticket, rules),
    verify: rules.verifyWithin,
    verdict: rules.verdictWithin,
  })[step];

/** The unit has its whole time from the first dispatch; sent on by a unit, the span of the cure goes on running. */
export const clocksOfDispatch = ({ clocks, handling }: Ticket, now: Instant, rules: Rules): readonly StepClock[] => {
  const accepting = started(done(clocks, 'dispatch', now), 'accept', rules.acceptWithin, now, rules);
  return handling.redirects > 0 ? accepting : atLeast(accepting, 'rectify', rules.rectifyWithin, now, rules);
};

/** A complex one has the longer span, from where its cure began: to classify it twice gains nothing, nor once it is late. */
export const clocksOfComplex = (ticket: Ticket, now: Instant, rules: Rules): readonly StepClock[] => {
  const dueAt = clockOf(ticket, 'rectify')?.deadline?.dueAt;
  if (dueAt !== undefined && now > dueAt) return ticket.clocks;
  return atLeast(ticket.clocks, 'rectify', rules.rectifyComplexWithin, cureFrom(ticket), rules);
};
