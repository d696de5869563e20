import type { RatingFile } from '@shared/domain/rating-file';
import { dayOf, instantOf } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import type { Context } from '../../ports/context';

const TRIES = 3;
const QUARANTINED = { standing: 'quarantined', standingReason: '同一人当日在同一窗口多次评价' } as const;

/**
 * Walk-ins beyond the clause's number are kept and handled, but not counted until somebody has looked at them. Counted
 * after the insert, so that those that come at the same moment see each other.
 */
export const quarantineExcess = async (file: RatingFile, { now, ratings }: Context): Promise<void> => {
  const policy = policyOn(file.subject.place, dayOf(now));
  if (file.subject.caseNo !== null || !policy.ok) return;
  const startOfDay = instantOf(dayOf(now), '00:00');
  const today = await ratings.countWalkIns(file.raterRef, file.subject.windowId, startOfDay);
  if (today <= policy.value.rating.walkInsPerWindowDay.value) return;
  let current: RatingFile | undefined = file;
  for (let tried = 0; tried < TRIES && current?.standing === 'effective'; tried++) {
    if (await ratings.move(current, QUARANTINED)) return;
    current = await ratings.find(file._id);
  }
};
