import { requestFailed } from '../../protocol/cloud-error';
import { isDate, isPlainObject } from '../../protocol/plain';
import { DATE_PARTS } from './calendar';
import { dateFromParts } from './date-from-parts';
import { DEFAULT_FORMAT, dateText, parsedDate } from './date-text';
import { type Evaluation, isNothing, namedOperands, type Operator, type Operators } from './operator';
import { offsetOf, shownAt } from './time-zone';
import { typeNameOf } from './type-name';

const dateOf = (value: unknown): Date => {
  if (isDate(value)) return value;
  throw requestFailed(`can't convert from BSON type ${typeNameOf(value)} to Date`);
};

/** 'UTC' when none is asked for, nothing when the zone is asked for and null. */
const zoneOf = (expression: unknown, at: Evaluation): string | undefined => {
  if (expression === undefined) return 'UTC';
  const zone = at.evaluate(expression);
  if (isNothing(zone)) return undefined;
  if (typeof zone !== 'string') throw requestFailed(`timezone must evaluate to a string, found ${typeNameOf(zone)}`);
  return zone;
};

/** The time shown by the clocks of the zone, written as UTC; null where the date or the zone is nothing. */
const shown = (date: unknown, timezone: unknown, at: Evaluation): Date | null => {
  const value = at.evaluate(date);
  const zone = zoneOf(timezone, at);
  return isNothing(value) || zone === undefined ? null : new Date(shownAt(zone, dateOf(value).getTime()));
};

const partOperator =
  (name: string, part: (date: Date) => number): Operator =>
  (operand, at) => {
    const only = Array.isArray(operand) && operand.length === 1 ? operand[0] : operand;
    const isNamed = isPlainObject(only) && !Object.keys(only)[0]?.startsWith('$');
    const { date, timezone } = isNamed
      ? namedOperands(name, only, ['date'], ['timezone'])
      : { date: only, timezone: undefined };
    const time = shown(date, timezone, at);
    return time && part(time);
  };

const dateToParts: Operator = (operand, at) => {
  const { date, timezone, iso8601 } = namedOperands('$dateToParts', operand, ['date'], ['timezone', 'iso8601']);
  const time = shown(date, timezone, at);
  if (!time) return null;
  const { year, month, dayOfMonth, isoWeekYear, isoWeek, isoDayOfWeek, ...parts } = DATE_PARTS;
  const { hour, minute, second, millisecond } = parts;
  const day =
    iso8601 !== undefined && at.evaluate(iso8601) === true
      ? { isoWeekYear, isoWeek, isoDayOfWeek }
      : { year, month, day: dayOfMonth };
  return Object.fromEntries(
    Object.entries({ ...day, hour, minute, second, millisecond }).map(([name, part]) => [name, part(time)]),
  );
};

const dateToString: Operator = (operand, at) => {
  const spec = namedOperands('$dateToString', operand, ['date'], ['format', 'timezone', 'onNull']);
  const format = spec.format === undefined ? DEFAULT_FORMAT : at.evaluate(spec.format);
  const date = at.evaluate(spec.date);
  if (isNothing(date)) return spec.onNull === undefined ? null : at.evaluate(spec.onNull);
  const zone = zoneOf(spec.timezone, at);
  if (isNothing(format) || zone === undefined) return null;
  if (typeof format !== 'string') throw requestFailed("$dateToString requires that 'format' be a string");
  const instant = dateOf(date).getTime();
  return dateText(new Date(shownAt(zone, instant)), offsetOf(zone, instant), format);
};

const dateFromString: Operator = (operand, at) => {
  const optional = ['format', 'timezone', 'onError', 'onNull'];
  const spec = namedOperands('$dateFromString', operand, ['dateString'], optional);
  const text = at.evaluate(spec.dateString);
  if (isNothing(text)) return spec.onNull === undefined ? null : at.evaluate(spec.onNull);
  const zone = zoneOf(spec.timezone, at);
  const format = spec.format === undefined ? undefined : at.evaluate(spec.format);
  if (zone === undefined || format === null) return null;
  try {
    return parsedDate(text, format, spec.timezone === undefined ? undefined : zone);
  } catch (error) {
    if (spec.onError === undefined) throw error;
    return at.evaluate(spec.onError);
  }
};

/** https://www.mongodb.com/docs/v4.2/reference/operator/aggregation/#date-expression-operators */
export const DATES: Operators = {
  ...Object.fromEntries(Object.entries(DATE_PARTS).map(([name, part]) => [`$${name}`, partOperator(`$${name}`, part)])),
  $dateToParts: dateToParts,
  $dateToString: dateToString,
  $dateFromString: dateFromString,
  $dateFromParts: (operand, at) => dateFromParts(operand, at, zoneOf),
};
