import type { RatingFile } from '@shared/domain/rating-file';
import type { RatingToCount } from '@shared/domain/window-day';
import type { Day } from '@shared/kernel/time';
import { aRatingToCount } from '../domain/a-rating-file';
import type { TestCloud } from './a-local-cloud';

/** What the figures and the timer look at of a file, as it came in at this window on this day; it lacks in the figures. */
export const aFileAt = (
  cloud: TestCloud,
  windowId: string,
  servedOn: Day,
  given: Pick<RatingToCount, '_id'> & Partial<RatingToCount>,
): object => {
  const window = cloud.world.windows.find(({ _id }) => _id === windowId);
  const place = cloud.world.orgs.find(({ _id }) => _id === window?.orgId)?.place;
  if (!window || !place) throw new Error(`the small world has no window ${windowId}`);
  const { orgId, orgPath, centerId, onDuty } = window;
  const file = aRatingToCount(given);
  const where = { place, orgId, orgPath, centerId, windowId, servedOn, staffId: onDuty?.staffId ?? null };
  return {
    ...file,
    ...{ rev: 0, figuresAt: 1, raterRef: given._id, idempotencyKey: given._id, ratedAt: 1, outbox: [], history: [] },
    ...{ outboxAt: null, quarantinedAt: null, original: null },
    subject: { ...file.subject, ...where },
  };
};

/** As `Ratings.move` writes it. */
export const moveTo = async (cloud: TestCloud, id: string, changes: Partial<RatingFile>): Promise<void> => {
  const file = cloud.cloud.database.get('ratings', id) as RatingFile;
  const lacking = { rev: file.rev + 1, figuresAt: Date.now() };
  await cloud.cloud.database.replace('ratings', { ...file, ...changes, ...lacking });
};
