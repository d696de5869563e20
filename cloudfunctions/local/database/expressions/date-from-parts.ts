import { requestFailed } from '../../protocol/cloud-error';
import { isPlainObject } from '../../protocol/plain';
import { dayOf, mondayOf } from './calendar';
import { type Evaluation, isNothing, namedOperands } from './operator';
import { instantOf } from './time-zone';

const DAY = 86_400_000;
const TIME = ['hour', 'minute', 'second', 'millisecond'];

/** null where any part is nothing; parts beyond their range carry over. */
export const dateFromParts = (
  operand: unknown,
  at: Evaluation,
  zoneOf: (expression: unknown, at: Evaluation) => string | undefined,
): Date | null => {
  const isIso = isPlainObject(operand) && 'isoWeekYear' in operand;
  const [needed, others] = isIso ? ['isoWeekYear', ['isoWeek', 'isoDayOfWeek']] : ['year', ['month', 'day']];
  const spec = namedOperands('$dateFromParts', operand, [needed as string], [...others, ...TIME, 'timezone']);
  const zone = zoneOf(spec.timezone, at);
  const parts = [needed as string, ...others, ...TIME].map((name) =>
    name in spec ? partOf(name, at.evaluate(spec[name])) : TIME.includes(name) ? 0 : 1,
  );
  if (zone === undefined || parts.some(isNothing)) return null;
  const [year = 1, second = 1, third = 1, hour = 0, minute = 0, seconds = 0, millisecond = 0] = parts as number[];
  if (year < 1 || year > 9999)
    throw requestFailed(`'${needed}' must evaluate to an integer in the range 1 to 9999, found ${year}`);
  const day = isIso ? mondayOf(year, second) + (third - 1) * DAY : dayOf(year, second, third);
  return new Date(instantOf(zone, day + ((hour * 60 + minute) * 60 + seconds) * 1000 + millisecond));
};

const partOf = (name: string, value: unknown): number | null => {
  if (isNothing(value)) return null;
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw requestFailed(
    `'${name}' must evaluate to an integer, found ${typeof value} with value ${JSON.stringify(value)}`,
  );
};
