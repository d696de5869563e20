import { type Day, dayOf } from '../kernel/time';
import type { StepClock, TicketStep } from './ticket';
import type { Deadline } from './working-time';

/** A deadline that tells from which day it runs, not from which minute: that could be the minute of the rating. */
export type DeadlineByDay = Omit<Deadline, 'startedAt'> & { readonly startedOn: Day };

export const deadlineByDay = ({ startedAt, ...deadline }: Deadline): DeadlineByDay => ({
  ...deadline,
  startedOn: dayOf(startedAt),
});

/** The same of a clock. */
export type StepClockByDay<S extends string = TicketStep> = Pick<StepClock<S>, 'step' | 'doneAt'> &
  ({ readonly deadline: DeadlineByDay } | { readonly deadline: null; readonly missingYear: number });

export const clockByDay = <S extends string>({ step, doneAt, ...clock }: StepClock<S>): StepClockByDay<S> =>
  clock.deadline
    ? { step, doneAt, deadline: deadlineByDay(clock.deadline) }
    : { step, doneAt, deadline: null, missingYear: clock.missingYear };
