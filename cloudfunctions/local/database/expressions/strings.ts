import { requestFailed } from '../../protocol/cloud-error';
import { compareValues } from '../values/values';
import { coerced } from './coercion';
import { isNothing, type Operators, ofArguments } from './operator';
import { SUBSTRINGS } from './substrings';
import { typeNameOf } from './type-name';

const MANY = Number.POSITIVE_INFINITY;

/** MongoDB changes the case of ASCII letters only. */
const lower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const upper = (text: string): string => text.replace(/[a-z]/g, (letter) => letter.toUpperCase());

const concat = (...values: readonly unknown[]): string | null => {
  const stranger = values.find((value) => !isNothing(value) && typeof value !== 'string');
  if (stranger !== undefined) throw requestFailed(`$concat only supports strings, not ${typeNameOf(stranger)}`);
  return values.some(isNothing) ? null : values.join('');
};

const split = (text: unknown, separator: unknown): string[] | null => {
  if (isNothing(text) || isNothing(separator)) return null;
  for (const [at, value] of [text, separator].entries()) {
    if (typeof value === 'string') continue;
    const which = at === 0 ? 'first' : 'second';
    throw requestFailed(
      `$split requires an expression that evaluates to a string as a ${which} argument, found: ${typeNameOf(value)}`,
    );
  }
  if (separator === '') throw requestFailed('$split requires a non-empty separator');
  return (text as string).split(separator as string);
};

const lengthOf = (name: string, measure: (text: string) => number) =>
  ofArguments(name, 1, 1, (text) => {
    if (typeof text !== 'string') throw requestFailed(`${name} requires a string argument, found: ${typeNameOf(text)}`);
    return measure(text);
  });

/** https://www.mongodb.com/docs/v4.2/reference/operator/aggregation/#string-expression-operators */
export const STRINGS: Operators = {
  ...SUBSTRINGS,
  $concat: ofArguments('$concat', 0, MANY, concat),
  $split: ofArguments('$split', 2, 2, split),
  $strLenBytes: lengthOf('$strLenBytes', (text) => Buffer.byteLength(text)),
  $strLenCP: lengthOf('$strLenCP', (text) => [...text].length),
  $strcasecmp: ofArguments('$strcasecmp', 2, 2, (one, other) =>
    Math.sign(compareValues(upper(coerced(one)), upper(coerced(other)))),
  ),
  $toLower: ofArguments('$toLower', 1, 1, (text) => lower(coerced(text))),
  $toUpper: ofArguments('$toUpper', 1, 1, (text) => upper(coerced(text))),
};
