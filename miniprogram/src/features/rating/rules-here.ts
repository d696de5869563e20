import { dayOf } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import type { PolicyProfile } from '@shared/policy/profile';
import { national } from '@shared/policy/profiles/national';

/** What the regulation of the place says about rating and what follows; until the place is known, the national frame. */
export const rulesHere = (
  place: string | undefined,
): Pick<PolicyProfile, 'rating' | 'tags' | 'identity' | 'ticket' | 'appeal'> => {
  const inForce = place === undefined ? undefined : policyOn(place, dayOf(Date.now()));
  return inForce?.ok ? inForce.value : national;
};
