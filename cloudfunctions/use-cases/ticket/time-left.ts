import { remainingUntil, type WorkingTimeRules } from '@shared/domain/working-time';
import { dayOf, type Instant } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';

/** Time left by the calendar in force now; null while there is no deadline. */
export const remainingOf = (dueAt: Instant | null, now: Instant, rules: WorkingTimeRules | undefined) =>
  dueAt !== null && rules ? remainingUntil(dueAt, now, rules) : null;

export const workingTimeOf = (place: string, now: Instant): WorkingTimeRules | undefined => {
  const policy = policyOn(place, dayOf(now));
  return policy.ok ? policy.value.workingTime : undefined;
};
