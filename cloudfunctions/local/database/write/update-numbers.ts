import { requestFailed } from '../../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../../protocol/plain';
import { typeNameOf } from '../expressions/type-name';
import { hasPlace, type Place, readPlace, writePlace } from './paths';

/** A field that is not there counts as 0. */
export const arithmetic = (
  name: '$inc' | '$mul',
  place: Place,
  by: unknown,
  path: string,
  compute: (now: number, by: number) => number,
): void => {
  if (typeof by !== 'number')
    throw requestFailed(
      `Cannot ${name === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${JSON.stringify(by)}}`,
    );
  const now = hasPlace(place) ? readPlace(place) : 0;
  if (typeof now !== 'number')
    throw requestFailed(
      `Cannot apply ${name} to a value of non-numeric type. The field '${path}' has non-numeric type ${typeNameOf(now)}`,
    );
  const result = compute(now, by);
  if (isLong(now) && isLong(by) && !isLong(result))
    throw requestFailed(`Failed to apply ${name} operations to current value for the field '${path}': beyond 64 bits`);
  writePlace(place, result);
};

const isLong = (value: number): boolean => Number.isInteger(value) && Math.abs(value) < 2 ** 63;

const BITS: Record<string, (now: bigint, operand: bigint) => bigint> = {
  and: (now, operand) => now & operand,
  or: (now, operand) => now | operand,
  xor: (now, operand) => now ^ operand,
};

/** https://www.mongodb.com/docs/v4.2/reference/operator/update/bit/ */
export const bitwise = (place: Place, operand: unknown, path: string): void => {
  if (!isPlainObject(operand))
    throw requestFailed(
      `The $bit modifier is not compatible with a ${typeNameOf(operand)}. You must pass in an embedded document`,
    );
  const now = hasPlace(place) ? readPlace(place) : 0;
  if (!isWhole(now))
    throw requestFailed(
      `Cannot apply $bit to a value of non-integral type. The field '${path}' has type ${typeNameOf(now)}`,
    );
  writePlace(
    place,
    Number(Object.entries(checkedBits(operand)).reduce((value, step) => applied(value, step), BigInt(now))),
  );
};

const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value);

const checkedBits = (operand: PlainObject): PlainObject => {
  if (Object.keys(operand).length === 0)
    throw requestFailed(
      'You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}',
    );
  return operand;
};

const applied = (now: bigint, [name, by]: readonly [string, unknown]): bigint => {
  const compute = Object.hasOwn(BITS, name) ? BITS[name] : undefined;
  if (!compute)
    throw requestFailed(
      `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator`,
    );
  if (!isWhole(by)) throw requestFailed('The $bit modifier field must be an Integer(32/64 bit)');
  return compute(now, BigInt(by));
};
