import { requestFailed } from '../../protocol/cloud-error';
import { isPlainObject } from '../../protocol/plain';
import type { Test } from '../values/path-walk';
import { equalValues } from '../values/values';
import { type CompileSchema, countOperand, type Keyword } from './json-schema-keyword';

/** A keyword about arrays lets everything else pass. */
const onArrays =
  (holds: (list: readonly unknown[]) => boolean): Test =>
  (value) =>
    !Array.isArray(value) || holds(value);

export const ARRAY_KEYWORDS: Record<string, Keyword> = {
  minItems: (operand) => {
    const least = countOperand('minItems', operand);
    return onArrays((list) => list.length >= least);
  },
  maxItems: (operand) => {
    const most = countOperand('maxItems', operand);
    return onArrays((list) => list.length <= most);
  },
  uniqueItems: (operand) =>
    operand === true
      ? onArrays((list) => list.every((item, at) => !list.slice(at + 1).some((other) => equalValues(item, other))))
      : () => true,
  items: (operand, { additionalItems }, compile) => {
    if (Array.isArray(operand)) return itemsByPosition(operand.map(compile), restOf(additionalItems, compile));
    if (!isPlainObject(operand)) throw requestFailed("$jsonSchema keyword 'items' must be an array or an object");
    const each = compile(operand);
    return onArrays((list) => list.every((item) => each(item)));
  },
};

const restOf = (additionalItems: unknown, compile: CompileSchema): Test => {
  if (additionalItems === undefined || typeof additionalItems === 'boolean') return () => additionalItems !== false;
  return compile(additionalItems);
};

const itemsByPosition = (schemas: readonly Test[], rest: Test): Test =>
  onArrays((list) => list.every((item, at) => (schemas[at] ?? rest)(item)));
