import { requestFailed } from '../../protocol/cloud-error';

const MINUTE = 60_000;
const OFFSET = /^([+-])(\d{2})(?::?(\d{2}))?$/;

/** How far the clocks of a zone are before UTC at an instant, in minutes. Zones as MongoDB takes them: Olson names and `±hh[:mm]`. */
export const offsetOf = (zone: string, instant: number): number => {
  if (zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0;
  const fixed = OFFSET.exec(zone);
  if (fixed) return Number(`${fixed[1]}1`) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0));
  return Math.round((wallClock(zone, instant) - instant) / MINUTE);
};

/** The instant at which a zone's clocks show this time, which is written as if it were UTC. */
export const instantOf = (zone: string, shown: number): number => {
  const guess = shown - offsetOf(zone, shown) * MINUTE;
  return shown - offsetOf(zone, guess) * MINUTE;
};

/** What the clocks show, written as if it were UTC. */
export const shownAt = (zone: string, instant: number): number => instant + offsetOf(zone, instant) * MINUTE;

const wallClock = (zone: string, instant: number): number => {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const date = new Date(0);
  date.setUTCFullYear(part('year'), part('month') - 1, part('day'));
  date.setUTCHours(part('hour'), part('minute'), part('second'));
  return date.getTime() + (((instant % 1000) + 1000) % 1000);
};

const FORMATS = new Map<string, Intl.DateTimeFormat>();

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = FORMATS.get(zone);
  if (known) return known;
  const format = newFormat(zone);
  FORMATS.set(zone, format);
  return format;
};

const newFormat = (timeZone: string): Intl.DateTimeFormat => {
  try {
    return new Intl.DateTimeFormat('en-US', {
      ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
    });
  } catch {
    throw requestFailed(`unrecognized time zone identifier: "${timeZone}"`);
  }
};
