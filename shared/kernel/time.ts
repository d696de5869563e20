import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** Milliseconds since 1970-01-01T00:00Z; the only form in which a moment is stored or sent. */
export type Instant = number;
/** A calendar day of China, `YYYY-MM-DD`. */
export type Day = string;
/** A calendar month of China, `YYYY-MM`. */
export type Month = string;
/** A time of day of China, `HH:mm`. */
export type TimeOfDay = string;

const CHINA_UTC_OFFSET_MS = 8 * 3_600_000;
const DAY_FORM = /^\d{4}-\d{2}-\d{2}$/;

// Shifted and read as UTC: the machine's own zone and its summer time have no say.
const inChina = (at: Instant) => dayjs.utc(at + CHINA_UTC_OFFSET_MS);

/** The day in China at that moment, whatever the time zone of the machine. */
export const dayOf = (at: Instant): Day => inChina(at).format('YYYY-MM-DD');

/** The moment when that time of that day is reached in China. Throws on a malformed day or time. */
export const instantOf = (day: Day, time: TimeOfDay): Instant => {
  const at = Date.parse(`${day}T${time}:00+08:00`);
  if (!DAY_FORM.test(day) || Number.isNaN(at) || dayOf(at) !== day)
    throw new RangeError(`not a day and time: ${day} ${time}`);
  return at;
};

/** `days` may be negative. */
export const addDays = (day: Day, days: number): Day => dayjs.utc(day).add(days, 'day').format('YYYY-MM-DD');

/** True when the calendar has that day; 30 February is none. */
export const isDay = (text: string): boolean => {
  const at = DAY_FORM.test(text) ? Date.parse(`${text}T00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

export const monthOf = (day: Day): Month => day.slice(0, 'YYYY-MM'.length);

export const firstDayOf = (month: Month): Day => `${month}-01`;

/** `months` may be negative. */
export const addMonths = (month: Month, months: number): Month =>
  dayjs.utc(firstDayOf(month)).add(months, 'month').format('YYYY-MM');

/** True for Saturday and Sunday. */
export const isWeekend = (day: Day): boolean => [0, 6].includes(dayjs.utc(day).day());

/** 11月24日 17:30 */
export const sayMoment = (at: Instant): string => inChina(at).format('M月D日 HH:mm');

/** 2026年11月24日 */
export const sayDay = (day: Day): string => dayjs.utc(day).format('YYYY年M月D日');

/** 2026年11月 */
export const sayMonth = (month: Month): string => dayjs.utc(firstDayOf(month)).format('YYYY年M月');
