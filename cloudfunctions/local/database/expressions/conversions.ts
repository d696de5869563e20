import { requestFailed } from '../../protocol/cloud-error';
import { isDate } from '../../protocol/plain';
import { isNothing, isTrue, type Operators, ofArguments } from './operator';
import { typeNameOf } from './type-name';

const unsupported = (value: unknown, to: string): Error =>
  requestFailed(`Unsupported conversion from ${typeNameOf(value)} to ${to} in $convert with no onError value`);

const toNumber = (value: unknown, to: string): number => {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (isDate(value)) return value.getTime();
  if (typeof value !== 'string') throw unsupported(value, to);
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(value))
    throw requestFailed(`Failed to parse number '${value}' in $convert with no onError value`);
  return Number(value);
};

const toText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (isDate(value)) return value.toISOString();
  throw unsupported(value, 'string');
};

const nullOr = (name: string, convert: (value: unknown) => unknown) =>
  ofArguments(name, 1, 1, (value) => (isNothing(value) ? null : convert(value)));

/** Not in the SDK's builder, but a hand-written `{ $toString: … }` passes through it. */
export const CONVERSIONS: Operators = {
  $type: ofArguments('$type', 1, 1, typeNameOf),
  $toString: nullOr('$toString', toText),
  $toInt: nullOr('$toInt', (value) => Math.trunc(toNumber(value, 'int'))),
  $toDouble: nullOr('$toDouble', (value) => toNumber(value, 'double')),
  $toBool: nullOr('$toBool', isTrue),
};
