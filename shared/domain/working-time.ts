import type { Citation, Clause } from '../kernel/clause';
import { ok, type Result, refuse } from '../kernel/result';
import { addDays, type Day, dayOf, type Instant, instantOf, isWeekend, type TimeOfDay, yearOf } from '../kernel/time';

/** 期限 in working days (工作日) or natural days (自然日). */
export type Span = { readonly count: number; readonly unit: 'workingDay' | 'naturalDay' };

/** One year of 放假调休. Only a `confirmed` year, one whose State Council notice is out, can carry a deadline. */
export type CalendarYear = {
  readonly year: number;
  readonly revision: string;
  readonly status: 'confirmed' | 'provisional';
  readonly source: Citation;
  /** Days off by the notice, weekends inside a holiday too → the holiday's name. */
  readonly holidays: Readonly<Record<Day, string>>;
  /** 调休上班: weekend days that are worked → the holiday they make up for. */
  readonly makeUpDays: Readonly<Record<Day, string>>;
};

export type WorkingTimeRules = {
  readonly calendar: readonly CalendarYear[];
  /** 对外办公时间. The end of the last day's hours is the deadline (民法典第二百零三条). */
  readonly officeHours: Clause<{ readonly start: TimeOfDay; readonly end: TimeOfDay }>;
};

/** A deadline as it was pinned: what it is, why, and each day that was counted or skipped. Never recomputed. */
export type Deadline = {
  readonly dueAt: Instant;
  readonly startedAt: Instant;
  readonly span: Span;
  readonly basis: Citation;
  readonly calendarRevisions: readonly string[];
  readonly counted: readonly Day[];
  readonly skipped: readonly { readonly day: Day; readonly why: string }[];
};

type DayKind = { readonly working: true } | { readonly working: false; readonly why: string };

const confirmedYear = (day: Day, calendar: readonly CalendarYear[]) =>
  calendar.find((year) => year.year === yearOf(day) && year.status === 'confirmed');

const kindOf = (day: Day, { holidays, makeUpDays }: CalendarYear): DayKind => {
  const holiday = holidays[day];
  if (holiday) return { working: false, why: holiday };
  if (!isWeekend(day) || makeUpDays[day]) return { working: true };
  return { working: false, why: '周末' };
};

/** Is it a working day? Refused when the year's holiday table is not confirmed: nobody guesses. */
export const isWorkingDay = (
  day: Day,
  calendar: readonly CalendarYear[],
): Result<boolean, 'calendar.yearNotConfirmed'> => {
  const year = confirmedYear(day, calendar);
  return year ? ok(kindOf(day, year).working) : refuse('calendar.yearNotConfirmed');
};

/**
 * The deadline of a span that starts at `from`. The starting day is not counted (民法典第二百零一条); the last day ends
 * with its office hours, and when it is no working day the next one takes its place (民法典第二百零三条). Throws when the profile's span is no span.
 */
export const deadlineAfter = (
  from: Instant,
  span: Clause<Span>,
  rules: WorkingTimeRules,
): Result<Deadline, 'calendar.yearNotConfirmed'> => {
  const { count, unit } = span.value;
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`profile: not a span of days: ${count}`);
  const counted: Day[] = [];
  const skipped: { day: Day; why: string }[] = [];
  const revisions = new Set<string>();
  for (let day = addDays(dayOf(from), 1); ; day = addDays(day, 1)) {
    const year = confirmedYear(day, rules.calendar);
    if (!year) return refuse('calendar.yearNotConfirmed');
    revisions.add(year.revision);
    const kind = kindOf(day, year);
    const isLastOrLater = counted.length >= count - 1;
    if (!kind.working && (unit === 'workingDay' || isLastOrLater)) skipped.push({ day, why: kind.why });
    else counted.push(day);
    if (counted.length < count) continue;
    const dueAt = instantOf(day, rules.officeHours.value.end);
    return ok({
      dueAt,
      startedAt: from,
      span: span.value,
      basis: span.basis,
      calendarRevisions: [...revisions],
      counted,
      skipped,
    });
  }
};

/** What is left, or how much it is over; days are null where the calendar does not reach, late or not is always known. */
export type Remaining = { readonly late: boolean; readonly workingDays: number | null; readonly hours: number };

const HOUR = 3_600_000;

const officeHoursLeft = (now: Instant, until: Instant, rules: WorkingTimeRules): number => {
  const { start, end } = rules.officeHours.value;
  const from = Math.max(now, instantOf(dayOf(now), start));
  const to = Math.min(until, instantOf(dayOf(now), end));
  return Math.max(0, Math.floor((to - from) / HOUR));
};

/** Null when a day of a year without a confirmed table lies between. */
const workingDaysBetween = (after: Day, upTo: Day, calendar: readonly CalendarYear[]): number | null => {
  let days = 0;
  for (let day = addDays(after, 1); day <= upTo; day = addDays(day, 1)) {
    const working = isWorkingDay(day, calendar);
    if (!working.ok) return null;
    if (working.value) days++;
  }
  return days;
};

/** Time left to `dueAt`: the working days after today up to the last one, and what today's office hours still hold. */
export const remainingUntil = (dueAt: Instant, now: Instant, rules: WorkingTimeRules): Remaining => {
  const late = now > dueAt;
  const [first, last] = late ? [dueAt, now] : [now, dueAt];
  const today = isWorkingDay(dayOf(now), rules.calendar);
  const hours = !late && today.ok && today.value ? officeHoursLeft(now, dueAt, rules) : 0;
  return { late, workingDays: workingDaysBetween(dayOf(first), dayOf(last), rules.calendar), hours };
};
