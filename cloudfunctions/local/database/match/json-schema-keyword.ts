import { requestFailed } from '../../protocol/cloud-error';
import type { PlainObject } from '../../protocol/plain';
import type { Test } from '../values/path-walk';

export type CompileSchema = (schema: unknown) => Test;

/** Compiles one keyword; `schema` is the object that it stands in. */
export type Keyword = (operand: unknown, schema: PlainObject, compile: CompileSchema) => Test;

export const countOperand = (name: string, operand: unknown): number => {
  if (typeof operand === 'number' && Number.isInteger(operand) && operand >= 0) return operand;
  throw requestFailed(`$jsonSchema keyword '${name}' must be a non-negative integer`);
};
