import { isCaseMatched, type RatingFile } from '@shared/domain/rating-file';
import { ok, refuse } from '@shared/kernel/result';
import { dayOf } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import type { Context } from '../../ports/context';
import { moveFile } from '../../ports/move-file';
import { standingByNumbers } from './standing-of';

/**
 * Counts a walk-in once more after its insert, so that those that came at the same moment see each other; a service that is
 * proven needs none, its key is taken once. What is too many is kept and handled, but waits for a look before it counts.
 */
export const quarantineExcess = async (
  { _id, standing, subject, raterRef, verification }: RatingFile,
  context: Context,
  raterRefs: readonly string[] = [raterRef],
): Promise<void> => {
  const policy = policyOn(subject.place, dayOf(context.now));
  if (isCaseMatched(verification) || standing !== 'effective' || !policy.ok) return;
  const { windowId, centerId, orgId } = subject;
  const arrival = { ratingId: _id, raterRefs, window: { _id: windowId, centerId, orgId }, verification };
  const now = await standingByNumbers(arrival, policy.value.rating, context);
  if (now.standing === 'effective') return;
  await moveFile(_id, context.ratings, (file) =>
    file?.standing === 'effective' ? ok(now) : refuse('quarantine.unknown'),
  );
};
