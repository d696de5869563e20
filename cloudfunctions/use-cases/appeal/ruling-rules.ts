import type { RulingRules } from '@shared/domain/appeal-file';
import { ok, type Result } from '@shared/kernel/result';
import { dayOf, type Instant } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';

/** What holds in that place now, on appeals and on the tickets that they stop. */
export const rulingRules = (place: string, now: Instant): Result<RulingRules, 'policy.notInForce'> => {
  const policy = policyOn(place, dayOf(now));
  if (!policy.ok) return policy;
  const { appeal, ticket, workingTime } = policy.value;
  return ok({ appeal: { ...appeal, ...workingTime }, ticket: { ...ticket, ...workingTime } });
};
