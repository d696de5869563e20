const DAY = 86_400_000;

/** Midnight of a day, written as UTC; months and days beyond their range carry over. */
export const dayOf = (year: number, month: number, day: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
};

/** The Monday of an ISO week, written as UTC. */
export const mondayOf = (isoWeekYear: number, isoWeek: number): number => {
  const fourth = dayOf(isoWeekYear, 1, 4);
  return fourth + ((isoWeek - 1) * 7 - (isoDayOfWeek(new Date(fourth)) - 1)) * DAY;
};

const dayOfYear = (date: Date): number => Math.floor((date.getTime() - dayOf(date.getUTCFullYear(), 1, 1)) / DAY) + 1;

const isoDayOfWeek = (date: Date): number => date.getUTCDay() || 7;

/** The ISO year is the year of the week's Thursday. */
const isoWeekYear = (date: Date): number => new Date(date.getTime() + (4 - isoDayOfWeek(date)) * DAY).getUTCFullYear();

const isoWeek = (date: Date): number => Math.floor((date.getTime() - mondayOf(isoWeekYear(date), 1)) / (7 * DAY)) + 1;

/** Parts of a date as MongoDB counts them; `week` begins on Sunday, days before the first Sunday are in week 0. */
export const DATE_PARTS = {
  year: (date) => date.getUTCFullYear(),
  month: (date) => date.getUTCMonth() + 1,
  dayOfMonth: (date) => date.getUTCDate(),
  dayOfWeek: (date) => date.getUTCDay() + 1,
  dayOfYear,
  hour: (date) => date.getUTCHours(),
  minute: (date) => date.getUTCMinutes(),
  second: (date) => date.getUTCSeconds(),
  millisecond: (date) => date.getUTCMilliseconds(),
  week: (date) => Math.floor((dayOfYear(date) - 1 + 7 - date.getUTCDay()) / 7),
  isoWeek,
  isoWeekYear,
  isoDayOfWeek,
} as const satisfies Record<string, (date: Date) => number>;
