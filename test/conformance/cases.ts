import { COLLECTION_CASES } from './cases/collection';
import type { ConformanceCase } from './conformance-case';

export const CASES: readonly ConformanceCase[] = [...COLLECTION_CASES];

/** Unique over all cases. */
export const titleOf = ({ api, name }: ConformanceCase): string => `${api}: ${name}`;
