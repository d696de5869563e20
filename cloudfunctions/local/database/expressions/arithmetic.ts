import { requestFailed } from '../../protocol/cloud-error';
import { isDate } from '../../protocol/plain';
import { isNothing, type Operator, type Operators, ofArguments } from './operator';
import { typeNameOf } from './type-name';

const MANY = Number.POSITIVE_INFINITY;

/** null where any operand is null or missing; refuses what is no number. */
const ofNumbers = (name: string, least: number, most: number, compute: (...values: number[]) => number): Operator =>
  ofArguments(name, least, most, (...values) => {
    if (values.some(isNothing)) return null;
    const stranger = values.find((value) => typeof value !== 'number');
    if (stranger !== undefined) throw requestFailed(`${name} only supports numeric types, not ${typeNameOf(stranger)}`);
    return compute(...(values as number[]));
  });

const refuseIf = (refused: boolean, message: string): void => {
  if (refused) throw requestFailed(message);
};

const ofOne = (name: string, compute: (value: number) => number): Operator => ofNumbers(name, 1, 1, compute);

const added = (...values: readonly unknown[]): unknown => {
  if (values.some(isNothing)) return null;
  const dates = values.filter(isDate);
  refuseIf(dates.length > 1, 'only one date allowed in an $add expression');
  const numbers = values.map((value) => (isDate(value) ? value.getTime() : value));
  const stranger = numbers.find((value) => typeof value !== 'number');
  if (stranger !== undefined)
    throw requestFailed(`$add only supports numeric or date types, not ${typeNameOf(stranger)}`);
  const sum = (numbers as number[]).reduce((one, other) => one + other, 0);
  return dates.length === 1 ? new Date(sum) : sum;
};

const subtracted = (from: unknown, by: unknown): unknown => {
  if (isNothing(from) || isNothing(by)) return null;
  if (typeof from === 'number' && typeof by === 'number') return from - by;
  if (isDate(from) && isDate(by)) return from.getTime() - by.getTime();
  if (isDate(from) && typeof by === 'number') return new Date(from.getTime() - by);
  throw requestFailed(`cant $subtract a${typeNameOf(by)} from a${typeNameOf(from)}`);
};

/** Decimal places of a number, negative ones before the point. */
const cut = (value: number, place: number): number => {
  const scale = 10 ** place;
  return Math.trunc(value * scale) / scale;
};

const positive = (name: string, compute: (value: number) => number): Operator =>
  ofOne(name, (value) => {
    refuseIf(value <= 0, `${name}'s argument must be a positive number, but is ${value}`);
    return compute(value);
  });

/** https://www.mongodb.com/docs/v4.2/reference/operator/aggregation/#arithmetic-expression-operators */
export const ARITHMETIC: Operators = {
  $abs: ofOne('$abs', Math.abs),
  $add: ofArguments('$add', 0, MANY, added),
  $ceil: ofOne('$ceil', Math.ceil),
  $divide: ofNumbers('$divide', 2, 2, (value, by) => {
    refuseIf(by === 0, "can't $divide by zero");
    return value / by;
  }),
  $exp: ofOne('$exp', Math.exp),
  $floor: ofOne('$floor', Math.floor),
  $ln: positive('$ln', Math.log),
  $log: ofNumbers('$log', 2, 2, (value, base) => {
    refuseIf(value <= 0, `$log's argument must be a positive number, but is ${value}`);
    refuseIf(base <= 0 || base === 1, `$log's base must be a positive number not equal to 1, but is ${base}`);
    return Math.log(value) / Math.log(base);
  }),
  $log10: positive('$log10', Math.log10),
  $mod: ofNumbers('$mod', 2, 2, (value, by) => {
    refuseIf(by === 0, "can't $mod by zero");
    return value % by;
  }),
  $multiply: ofNumbers('$multiply', 0, MANY, (...values) => values.reduce((one, other) => one * other, 1)),
  $pow: ofNumbers('$pow', 2, 2, (base, exponent) => {
    refuseIf(base === 0 && exponent < 0, '$pow cannot take a base of 0 and a negative exponent');
    return base ** exponent;
  }),
  $sqrt: ofOne('$sqrt', (value) => {
    refuseIf(value < 0, "$sqrt's argument must be greater than or equal to 0");
    return Math.sqrt(value);
  }),
  $subtract: ofArguments('$subtract', 2, 2, subtracted),
  $trunc: ofNumbers('$trunc', 1, 2, (value, place = 0) => cut(value, place)),
};
