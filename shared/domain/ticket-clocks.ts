import type { Clause } from '../kernel/clause';
import { dayOf, type Instant, yearOf } from '../kernel/time';
import { type StepClock, startClock, type Ticket, type TicketRules, type TicketStep, withClocks } from './ticket';
import { type CalendarYear, deadlineAfter, type Span, type WorkingTimeRules } from './working-time';

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

const YEARS_AHEAD = [0, 1, 2];

/** As if years that nobody has announced yet had weekends alone: to say what comes later and when to look again, never a deadline. */
const roughlyAfter = (from: Instant, span: Clause<Span>, rules: WorkingTimeRules): Instant => {
  const weekendsAlone = YEARS_AHEAD.map(
    (ahead): CalendarYear => ({
      ...{ year: yearOf(dayOf(from)) + ahead, revision: '', status: 'confirmed' },
      ...{ source: span.basis, holidays: {}, makeUpDays: {} },
    }),
  );
  const found = deadlineAfter(from, span, { ...rules, calendar: [...rules.calendar, ...weekendsAlone] });
  return found.ok ? found.value.dueAt : Number.POSITIVE_INFINITY;
};

const endOf = (clock: StepClock, rules: WorkingTimeRules): Instant =>
  clock.deadline ? clock.deadline.dueAt : roughlyAfter(clock.startedAt, clock.span, rules);

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
  const kept = before && endOf(before, rules) >= endOf(fresh, rules) ? before : fresh;
  return [...clocks.filter((clock) => clock.step !== step), { ...kept, doneAt: null }];
};

/** 延期: so many working days after the deadline as it stood. One that waits for a calendar waits with the longer span. */
export const extended = (clocks: Clocks, span: Clause<Span>, rules: WorkingTimeRules): Clocks =>
  clocks.map((clock) => {
    if (clock.step !== 'rectify') return clock;
    if (clock.deadline) return startClock('rectify', span, clock.deadline.dueAt, rules);
    const count = clock.span.value.count + span.value.count;
    return { ...clock, span: { value: { ...clock.span.value, count }, basis: span.basis } };
  });

/**
 * When the clock has to look at it next: the nearest deadline; once it was told to whoever is late, some days after that;
 * when those above know too, never. The rater's time has only an end.
 */
export const nextLook = (
  ticket: Pick<Ticket, 'clocks' | 'handling' | 'state'>,
  escalateAfter: Clause<Span>,
  rules: WorkingTimeRules,
): Instant | null => {
  const { dueAt } = withClocks(ticket.clocks);
  if (ticket.state === 'closed' || ticket.state === 'setAside' || dueAt === null) return null;
  const { escalation, escalatedAt } = ticket.handling;
  if (ticket.state === 'awaitingVerdict' || escalation === 0) return dueAt;
  return escalation === 2 ? null : roughlyAfter(escalatedAt ?? dueAt, escalateAfter, rules);
};

/** Pins the clocks that waited for a holiday table; pinned ones stay as they are. */
export const pinMissingClocks = (
  ticket: Ticket,
  rules: Pick<TicketRules, 'escalateAfter'> & WorkingTimeRules,
): Ticket => {
  const pinned = {
    ...ticket,
    ...withClocks(
      ticket.clocks.map((clock) =>
        clock.deadline
          ? clock
          : { ...startClock(clock.step, clock.span, clock.startedAt, rules), doneAt: clock.doneAt },
      ),
    ),
  };
  return { ...pinned, nextAt: nextLook(pinned, rules.escalateAfter, rules) };
};
