import { BY_ID_CASES } from './cases/by-id';
import { COLLECTION_CASES } from './cases/collection';
import { COMMAND_CASES } from './cases/command';
import { CONSTRUCTION_CASES } from './cases/construction';
import { ERROR_CASES } from './cases/error';
import { FUNCTION_CASES } from './cases/function';
import { OPEN_PLATFORM_CASES } from './cases/open-platform';
import { READING_CASES } from './cases/reading';
import { STORAGE_CASES } from './cases/storage';
import { TRANSACTION_CASES } from './cases/transaction';
import { TRANSACTION_TRAP_CASES } from './cases/transaction-traps';
import type { ConformanceCase } from './conformance-case';

export const CASES: readonly ConformanceCase[] = [
  ...COLLECTION_CASES,
  ...READING_CASES,
  ...BY_ID_CASES,
  ...COMMAND_CASES,
  ...CONSTRUCTION_CASES,
  ...TRANSACTION_CASES,
  ...TRANSACTION_TRAP_CASES,
  ...FUNCTION_CASES,
  ...ERROR_CASES,
  ...STORAGE_CASES,
  ...OPEN_PLATFORM_CASES,
];

/** Unique over all cases. */
export const titleOf = ({ api, name }: ConformanceCase): string => `${api}: ${name}`;
