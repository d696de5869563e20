import type { Contract } from './contract';

/** 接入 of other systems: no action yet; every call is refused as unknown. */
export const accessContracts: readonly Contract[] = [];
