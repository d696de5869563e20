import { ARRAY_CASES } from './cases/arrays';
import { BY_ID_CASES } from './cases/by-id';
import { COLLECTION_CASES } from './cases/collection';
import { COMMAND_CASES } from './cases/command';
import { CONSTRUCTION_CASES } from './cases/construction';
import { ERROR_CASES } from './cases/error';
import { EXPRESSION_CASES } from './cases/expression';
import { FUNCTION_CASES } from './cases/function';
import { GEO_CASES } from './cases/geo';
import { OPEN_PLATFORM_CASES } from './cases/open-platform';
import { ORDER_CASES } from './cases/order';
import { PROJECTION_CASES } from './cases/projection';
import { READING_CASES } from './cases/reading';
import { SCHEMA_CASES } from './cases/schema';
import { STAGE_CASES } from './cases/stage';
import { STORAGE_CASES } from './cases/storage';
import { TEXT_CASES } from './cases/text';
import { TRANSACTION_CASES } from './cases/transaction';
import { TRANSACTION_TRAP_CASES } from './cases/transaction-traps';
import { UPDATE_CASES } from './cases/update';
import { VALUE_CASES } from './cases/values';
import { WHERE_CASES } from './cases/where';
import type { ConformanceCase } from './conformance-case';

export const CASES: readonly ConformanceCase[] = [
  ...ARRAY_CASES,
  ...BY_ID_CASES,
  ...COLLECTION_CASES,
  ...COMMAND_CASES,
  ...CONSTRUCTION_CASES,
  ...ERROR_CASES,
  ...EXPRESSION_CASES,
  ...FUNCTION_CASES,
  ...GEO_CASES,
  ...ORDER_CASES,
  ...PROJECTION_CASES,
  ...READING_CASES,
  ...SCHEMA_CASES,
  ...TEXT_CASES,
  ...TRANSACTION_CASES,
  ...TRANSACTION_TRAP_CASES,
  ...UPDATE_CASES,
  ...VALUE_CASES,
  ...WHERE_CASES,
  ...STAGE_CASES,
  ...STORAGE_CASES,
  ...OPEN_PLATFORM_CASES,
];

/** Unique over all cases. */
export const titleOf = ({ api, name }: ConformanceCase): string => `${api}: ${name}`;
