import type { showOwnRatings as contract } from '@shared/contracts/clerk';
import { ok, refuse } from '@shared/kernel/result';
import { addMonths, dayOf, firstDayOf, instantOf, type Month, monthOf } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import { PRIVACY } from '@shared/policy/privacy';
import type { OfficialUseCase } from '../../ports/context';

const beginningOf = (month: Month) => instantOf(firstDayOf(month), '00:00');

/** 我的评价情况: the caller's own, and only what comes in whole batches. */
export const showOwnRatings: OfficialUseCase<typeof contract> = async (
  input,
  { actor: { staff }, directory, now, ratings },
) => {
  if (!staff) return refuse('request.forbidden');
  const thisMonth = monthOf(dayOf(now));
  const month = input.month ?? thisMonth;
  const [unit] = await directory.orgs([staff.orgId]);
  const policy = policyOn(unit?.place ?? '', dayOf(now));
  if (!policy.ok) return policy;
  const period = { from: beginningOf(month), until: beginningOf(addMonths(month, 1)) };
  const shown = await ratings.own(period, now, policy.value.rating);
  return ok({ month, thisMonth, smallestBatch: PRIVACY.smallestBatch.value, shown: shown ?? null });
};
