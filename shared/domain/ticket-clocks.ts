import type { Clause } from '../kernel/clause';
import type { Instant } from '../kernel/time';
import { type StepClock, startClock, type Ticket, type TicketStep, withClocks } from './ticket';
import { deadlineAfter, type Span, type WorkingTimeRules } from './working-time';

type Clocks = readonly StepClock[];

/** The clock of that step, running or done. */
export const clockOf = ({ clocks }: Pick<Ticket, 'clocks'>, step: TicketStep): StepClock | undefined =>
  clocks.find((clock) => clock.step === step);

export const done = (clocks: Clocks, step: TicketStep, now: Instant): Clocks =>
  clocks.map((clock) => (clock.step === step && clock.doneAt === null ? { ...clock, doneAt: now } : clock));

/** Starts the step's clock now, in place of an older one of that step. */
export const started = (
  clocks: Clocks,
  step: TicketStep,
  span: Clause<Span>,
  now: Instant,
  rules: WorkingTimeRules,
): Clocks => [...clocks.filter((clock) => clock.step !== step), startClock(step, span, now, rules)];

/** As `started`, from an earlier moment; a deadline never moves backwards: the later of the two holds. */
export const atLeast = (
  clocks: Clocks,
  step: TicketStep,
  span: Clause<Span>,
  from: Instant,
  rules: WorkingTimeRules,
): Clocks => {
  const before = clocks.find((clock) => clock.step === step);
  const fresh = startClock(step, span, from, rules);
  const isLater = !before?.deadline || !fresh.deadline || fresh.deadline.dueAt > before.deadline.dueAt;
  const kept = isLater || !before ? fresh : before;
  return [...clocks.filter((clock) => clock.step !== step), { ...kept, doneAt: null }];
};

/** 延期: so many working days after the deadline as it stood; as it was while that waits for a calendar. */
export const extended = (clocks: Clocks, span: Clause<Span>, rules: WorkingTimeRules): Clocks =>
  clocks.map((clock) => {
    if (clock.step !== 'rectify' || !clock.deadline) return clock;
    const later = deadlineAfter(clock.deadline.dueAt, span, rules);
    return later.ok ? { ...clock, deadline: later.value } : clock;
  });

/**
 * When the clock has to look at it next: the nearest deadline; once it was told to the unit, some days after that; when the
 * bureau knows too, never. The rater's time has only an end.
 */
export const nextLook = (
  ticket: Pick<Ticket, 'clocks' | 'handling' | 'state'>,
  escalateAfter: Clause<Span>,
  rules: WorkingTimeRules,
): Instant | null => {
  const { dueAt } = withClocks(ticket.clocks);
  if (ticket.state === 'closed' || ticket.state === 'setAside' || dueAt === null) return null;
  if (ticket.state === 'awaitingVerdict' || ticket.handling.escalation === 0) return dueAt;
  if (ticket.handling.escalation === 2) return null;
  const second = deadlineAfter(dueAt, escalateAfter, rules);
  return second.ok ? second.value.dueAt : null;
};
