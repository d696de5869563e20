import { type DailyDigest, daysToSeal, digestOfDay } from '@shared/domain/audit';
import { addDays, dayOf, instantOf } from '@shared/kernel/time';
import type { Job } from '../../ports/context';

/** A month after a month's standstill is caught up at once; what is left comes with the next run. */
const MOST_DAYS = 31;

/**
 * 每日摘要: seals every finished day that has no digest. Late, twice or in parallel gives the same: the day is the key, and
 * who comes second stops, for what it would go on with was made by another.
 */
export const keepAuditDigests: Job = async ({ audit, now }) => {
  const newest = await audit.newestDigest();
  const [first] = newest ? [] : await audit.fromNumber(1, 1);
  if (!newest && !first) return { done: 0, left: 0 };
  const days = daysToSeal(newest?.day, dayOf(first?.at ?? now), dayOf(now));
  const kept: DailyDigest[] = [];
  for (const day of days.slice(0, MOST_DAYS)) {
    const last = await audit.lastBefore(instantOf(addDays(day, 1), '00:00'));
    const digest = digestOfDay(day, last ?? { number: 0, hash: '' }, kept.at(-1) ?? newest, audit.digest);
    if (!(await audit.keepDigest(digest))) break;
    kept.push(digest);
  }
  return { done: kept.length, left: days.length - kept.length, digests: kept };
};
