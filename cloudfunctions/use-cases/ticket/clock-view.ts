import type { StepClockByDay } from '@shared/domain/deadline-by-day';
import type { WorkingTimeRules } from '@shared/domain/working-time';
import type { Instant } from '@shared/kernel/time';
import { remainingOf } from './time-left';

/** One clock with all that answers 为什么是这个期限. */
export const clockView = <S extends string>(
  clock: StepClockByDay<S>,
  now: Instant,
  rules: WorkingTimeRules | undefined,
) => {
  const { step, deadline } = clock;
  const isDone = clock.doneAt !== null;
  if (!deadline) return { step, isDone, dueAt: null, remaining: null, missingYear: clock.missingYear, why: null };
  const { dueAt, startedOn, span, basis, calendarRevisions, counted, skipped } = deadline;
  return {
    step,
    isDone,
    dueAt,
    remaining: isDone ? null : remainingOf(dueAt, now, rules),
    missingYear: null,
    why: {
      startedOn,
      span,
      basis,
      calendarRevisions: [...calendarRevisions],
      counted: [...counted],
      skipped: [...skipped],
    },
  };
};
