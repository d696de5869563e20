import type { Chance } from '../../ports/chance';

const LENGTH = 12;

/** Never one that was there before: a number would begin anew when everything is counted anew. */
export const newVersion = (chance: Chance): string => chance.readableCode(LENGTH);
