import { COLLECTION_CASES } from './cases/collection';
import { COMMAND_CASES } from './cases/command';
import { ERROR_CASES } from './cases/error';
import { FUNCTION_CASES } from './cases/function';
import { TRANSACTION_CASES } from './cases/transaction';
import type { ConformanceCase } from './conformance-case';

export const CASES: readonly ConformanceCase[] = [
  ...COLLECTION_CASES,
  ...COMMAND_CASES,
  ...TRANSACTION_CASES,
  ...FUNCTION_CASES,
  ...ERROR_CASES,
];

/** Unique over all cases. */
export const titleOf = ({ api, name }: ConformanceCase): string => `${api}: ${name}`;
