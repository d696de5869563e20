import { notEmulated, requestFailed } from '../../protocol/cloud-error';
import { DATE_PARTS, dayOf, mondayOf } from './calendar';
import { instantOf } from './time-zone';

export const DEFAULT_FORMAT = '%Y-%m-%dT%H:%M:%S.%LZ';

const padded = (value: number, digits: number): string => String(value).padStart(digits, '0');

const offsetText = (minutes: number): string => {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${padded(Math.trunc(size / 60), 2)}${padded(size % 60, 2)}`;
};

const P = DATE_PARTS;
const WRITERS = new Map<string, (date: Date, offset: number) => string>([
  ['%', () => '%'],
  ['Y', (date) => padded(P.year(date), 4)],
  ['G', (date) => padded(P.isoWeekYear(date), 4)],
  ['m', (date) => padded(P.month(date), 2)],
  ['d', (date) => padded(P.dayOfMonth(date), 2)],
  ['j', (date) => padded(P.dayOfYear(date), 3)],
  ['H', (date) => padded(P.hour(date), 2)],
  ['M', (date) => padded(P.minute(date), 2)],
  ['S', (date) => padded(P.second(date), 2)],
  ['L', (date) => padded(P.millisecond(date), 3)],
  ['w', (date) => String(P.dayOfWeek(date))],
  ['u', (date) => String(P.isoDayOfWeek(date))],
  ['U', (date) => padded(P.week(date), 2)],
  ['V', (date) => padded(P.isoWeek(date), 2)],
  ['z', (_, offset) => offsetText(offset)],
  ['Z', (_, offset) => `${offset < 0 ? '-' : '+'}${padded(Math.abs(offset), 3)}`],
]);

/** `date` is what the clocks show, written as UTC; `offset` in minutes. */
export const dateText = (date: Date, offset: number, format: string): string =>
  format.replace(/%([\s\S]?)/g, (_, letter: string) => {
    const write = WRITERS.get(letter);
    if (!write) throw requestFailed(`Invalid format character '%${letter}' in format string`);
    return write(date, offset);
  });

const READERS: Record<string, string> = {
  ...{ Y: '(?<Y>\\d{4})', G: '(?<G>\\d{4})', m: '(?<m>\\d{1,2})', d: '(?<d>\\d{1,2})', j: '(?<j>\\d{1,3})' },
  ...{ H: '(?<H>\\d{1,2})', M: '(?<M>\\d{1,2})', S: '(?<S>\\d{1,2})', L: '(?<L>\\d{1,3})' },
  ...{ u: '(?<u>[1-7])', V: '(?<V>\\d{1,2})', z: '(?<z>Z|[+-]\\d{2}:?\\d{2})', Z: '(?<Z>[+-]\\d{1,3})', '%': '%' },
};

const ISO =
  /^(?<Y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?:[T ](?<H>\d{2}):(?<M>\d{2})(?::(?<S>\d{2})(?:\.(?<L>\d{1,3}))?)?)?\s?(?<z>Z|[+-]\d{2}(?::?\d{2})?)?$/;

const unparsable = (text: string, why: string): Error => requestFailed(`Error parsing date string '${text}'; ${why}`);

/** Without a format only ISO 8601 is read; MongoDB reads many more ways to write a date. */
export const parsedDate = (text: unknown, format: unknown, zone: string | undefined): Date => {
  if (typeof text !== 'string')
    throw requestFailed(
      `$dateFromString requires that 'dateString' be a string, found: ${typeof text} with value ${JSON.stringify(text)}`,
    );
  if (format !== undefined && typeof format !== 'string')
    throw requestFailed("$dateFromString requires that 'format' be a string");
  const pattern = format === undefined ? ISO : patternOf(format);
  const found = pattern.exec(text)?.groups;
  if (!found) {
    if (format === undefined && /\d/.test(text))
      throw notEmulated(`$dateFromString of '${text}', which is not ISO 8601`);
    throw unparsable(text, 'an incomplete date/time string has been found, with elements missing');
  }
  const own = found.z ?? (found.Z === undefined ? undefined : offsetText(Number(found.Z)));
  if (own !== undefined && zone !== undefined)
    throw requestFailed(
      `you cannot pass in a date/time string with time zone information ('${own}') together with a timezone argument`,
    );
  return new Date(instantOf(own ?? zone ?? 'UTC', shownBy(found, text)));
};

const patternOf = (format: string): RegExp => {
  const source = format.replace(
    /%([\s\S]?)|([\\^$.*+?()[\]{}|])/g,
    (_, letter: string | undefined, special: string) => {
      if (letter === undefined) return `\\${special}`;
      const reader = READERS[letter];
      if (reader === undefined) throw requestFailed(`Invalid format character '%${letter}' in format string`);
      return reader;
    },
  );
  return new RegExp(`^${source}$`);
};

const shownBy = (found: Record<string, string | undefined>, text: string): number => {
  const part = (name: string, otherwise: number): number => Number(found[name] ?? otherwise);
  const time =
    ((part('H', 0) * 60 + part('M', 0)) * 60 + part('S', 0)) * 1000 + Number((found.L ?? '0').padEnd(3, '0'));
  if (found.G !== undefined) return mondayOf(part('G', 1), part('V', 1)) + (part('u', 1) - 1) * 86_400_000 + time;
  if (found.Y === undefined)
    throw unparsable(text, 'an incomplete date/time string has been found, with elements missing');
  const day =
    found.j === undefined ? dayOf(part('Y', 1), part('m', 1), part('d', 1)) : dayOf(part('Y', 1), 1, part('j', 1));
  const isReal = found.j !== undefined || new Date(day).getUTCMonth() + 1 === part('m', 1);
  if (!isReal || part('H', 0) > 23 || part('M', 0) > 59 || part('S', 0) > 60)
    throw unparsable(text, 'unexpected character');
  return day + time;
};
