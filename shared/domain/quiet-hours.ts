import type { Clause } from '../kernel/clause';
import { addDays, type Day, dayOf, type Instant, instantOf, isWeekend, type TimeOfDay } from '../kernel/time';
import { isWorkingDay, type WorkingTimeRules } from './working-time';

/** From that time of one day until that of the next. */
export type QuietHours = Clause<{ readonly from: TimeOfDay; readonly until: TimeOfDay }>;

const HOUR_MS = 3_600_000;

/** When the rater may be sent a message: now, or when the night is over. */
export const raterHearsAt = (now: Instant, { value: { from, until } }: QuietHours): Instant => {
  const today = dayOf(now);
  const morning = instantOf(today, until);
  if (now < morning) return morning;
  return now < instantOf(today, from) ? now : instantOf(addDays(today, 1), until);
};

/** A reminder is no deadline: in a year whose holidays are not announced yet, Monday to Friday are worked. */
const isWorked = (day: Day, { calendar }: WorkingTimeRules): boolean => {
  const known = isWorkingDay(day, calendar);
  return known.ok ? known.value : !isWeekend(day);
};

/** Within the office hours of a working day. */
export const isOfficeTime = (now: Instant, rules: WorkingTimeRules): boolean => {
  const { start, end } = rules.officeHours.value;
  const today = dayOf(now);
  return isWorked(today, rules) && now >= instantOf(today, start) && now <= instantOf(today, end);
};

/**
 * When officials are told: once an hour, from the opening on, within the office hours of working days. Not at once, because the
 * minute of the message would be the minute of the rating, and because what comes together is told together.
 */
export const officialsHearAt = (now: Instant, rules: WorkingTimeRules): Instant => {
  const { start, end } = rules.officeHours.value;
  const today = dayOf(now);
  const opens = instantOf(today, start);
  if (isWorked(today, rules)) {
    const soonest = now <= opens ? opens : opens + Math.ceil((now - opens) / HOUR_MS) * HOUR_MS;
    if (soonest <= instantOf(today, end)) return soonest;
  }
  let day = addDays(today, 1);
  while (!isWorked(day, rules)) day = addDays(day, 1);
  return instantOf(day, start);
};
