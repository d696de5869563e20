import type { Clause } from '../kernel/clause';
import type { Instant } from '../kernel/time';
import type { Appeal, AppealRules, AppealStep } from './appeal';
import { type StepClock, startClock } from './ticket';
import type { Span, WorkingTimeRules } from './working-time';

type Clocked = Pick<Appeal, 'clock' | 'dueAt' | 'nextAt'>;

const A_DAY_MS = 24 * 3_600_000;

/** Nothing has to be done. */
export const NO_CLOCK: Clocked = { clock: null, dueAt: null, nextAt: null };

const spanOf = (step: AppealStep, rules: AppealRules): Clause<Span> | null => {
  const { reportWithin } = rules;
  switch (step) {
    case 'unit':
      return rules.unitWithin;
    case 'insist':
      return rules.insistWithin;
    case 'review':
      return rules.reviewWithin;
    case 'supplement':
      return rules.supplementWithin;
    case 'second':
      return rules.secondWithin;
    case 'report':
      return reportWithin.value && { ...reportWithin, value: reportWithin.value };
    case 'correct':
      return rules.correctWithin;
  }
};

const clocked = (clock: StepClock<AppealStep>, now: Instant): Clocked =>
  clock.deadline
    ? { clock, dueAt: clock.deadline.dueAt, nextAt: clock.deadline.dueAt }
    : { clock, dueAt: null, nextAt: now + A_DAY_MS };

/** The clock of that step, started now, and what follows from it for lists; none where the place has no such step. */
export const clockFrom = (step: AppealStep, now: Instant, rules: AppealRules & WorkingTimeRules): Clocked => {
  const span = spanOf(step, rules);
  return span ? clocked(startClock(step, span, now, rules), now) : NO_CLOCK;
};

/** Pins a clock that waits for a holiday table, or has it looked at again tomorrow; a pinned one stays as it is. */
export const pinAppealClock = (appeal: Appeal, now: Instant, rules: WorkingTimeRules): Appeal => {
  const { clock } = appeal;
  return !clock || clock.deadline
    ? appeal
    : { ...appeal, ...clocked(startClock(clock.step, clock.span, clock.startedAt, rules), now) };
};
