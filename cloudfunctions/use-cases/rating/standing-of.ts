import type { RatingFile } from '@shared/domain/rating-file';
import { type Arrival, recentAtMost, type SuspicionRules, suspicionOf } from '@shared/domain/suspicion';
import { dayOf, instantOf } from '@shared/kernel/time';
import type { Context } from '../../ports/context';

const AN_HOUR_MS = 3_600_000;

/** 评价效力 as a rating begins with it. */
export type Standing = Pick<RatingFile, 'standing' | 'standingReason' | 'quarantinedAt'>;

/**
 * Whether a rating begins `effective` or waits for a look. Two round trips at once; asked before the insert, and for walk-ins
 * again after it (`quarantine-excess.ts`), when those that came at the same moment see each other.
 */
export const standingOf = async (
  arrival: Arrival,
  rules: SuspicionRules,
  { directory, now, ratings }: Pick<Context, 'directory' | 'now' | 'ratings'>,
): Promise<Standing> => {
  const startOfDay = instantOf(dayOf(now), '00:00');
  const anHourAgo = now - AN_HOUR_MS;
  const { raterRefs, window } = arrival;
  const walkIns = arrival.caseNo === null ? { windowId: window._id, since: anHourAgo } : null;
  const [recent, bound] = await Promise.all([
    ratings.recent({ raterRefs, since: startOfDay }, walkIns, recentAtMost(rules)),
    Promise.all(raterRefs.map(directory.staffOf)),
  ]);
  const boundStaff = bound.filter((staff) => staff !== null);
  const reason = suspicionOf(arrival, { startOfDay, anHourAgo, recent, boundStaff }, rules);
  // The beginning of the day: who decides reads the day of a rating, never its minute.
  return reason === null
    ? { standing: 'effective', quarantinedAt: null }
    : { standing: 'quarantined', standingReason: reason, quarantinedAt: startOfDay };
};
