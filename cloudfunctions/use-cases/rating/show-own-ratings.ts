import type { showOwnRatings as contract } from '@shared/contracts/clerk';
import { ok, refuse } from '@shared/kernel/result';
import { addDays, type Day, dayOf, type Instant, instantOf } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import { PRIVACY } from '@shared/policy/privacy';
import type { OfficialUseCase } from '../../ports/context';

const DAYS_INTO_NEXT_MONTH = 31;

const monthOf = (day: Day): string => day.slice(0, '2026-11'.length);

/** All that month, as moments. */
const periodOf = (month: string): { readonly from: Instant; readonly until: Instant } => {
  const first = `${month}-01`;
  const nextMonth = monthOf(addDays(first, DAYS_INTO_NEXT_MONTH));
  return { from: instantOf(first, '00:00'), until: instantOf(`${nextMonth}-01`, '00:00') };
};

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
  const shown = await ratings.own(periodOf(month), now, policy.value.rating);
  return ok({ month, thisMonth, smallestBatch: PRIVACY.smallestBatch.value, shown: shown ?? null });
};
