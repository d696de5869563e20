import { randomBytes } from 'node:crypto';
import { READABLE } from '@shared/domain/invitation';
import type { Chance } from '../../ports/chance';

export const systemChance: Chance = {
  // 256 is a multiple of the alphabet's 32, so no character comes more often.
  readableCode: (length) => [...randomBytes(length)].map((byte) => READABLE[byte % READABLE.length]).join(''),
};
