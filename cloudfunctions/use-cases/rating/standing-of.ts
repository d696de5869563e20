import { isCaseMatched, type RatingFile } from '@shared/domain/rating-file';
import {
  type Arrival,
  recentAtMost,
  type Surroundings,
  type SuspicionRules,
  suspicionOf,
} from '@shared/domain/suspicion';
import { dayOf, type Instant, instantOf } from '@shared/kernel/time';
import type { Context } from '../../ports/context';

const AN_HOUR_MS = 3_600_000;

/** 评价效力 as a rating begins with it. */
export type Standing = Pick<RatingFile, 'standing' | 'standingReason' | 'quarantinedAt'>;

/** The beginning of the day: who decides reads the day of a rating, never its minute. */
export const quarantinedFor = (reason: string, now: Instant): Standing => ({
  standing: 'quarantined',
  standingReason: reason,
  quarantinedAt: instantOf(dayOf(now), '00:00'),
});

type Parts = Pick<Context, 'directory' | 'now' | 'ratings'>;

const standingAmong = async (
  arrival: Arrival,
  rules: SuspicionRules,
  bound: Promise<Surroundings['boundStaff']> | readonly [],
  { now, ratings }: Parts,
): Promise<Standing> => {
  const startOfDay = instantOf(dayOf(now), '00:00');
  const anHourAgo = now - AN_HOUR_MS;
  const { raterRefs, window } = arrival;
  const walkIns = !isCaseMatched(arrival.verification) ? { windowId: window._id, since: anHourAgo } : null;
  const [recent, boundStaff] = await Promise.all([
    ratings.recent({ raterRefs, since: startOfDay }, walkIns, recentAtMost(rules)),
    bound,
  ]);
  const reason = suspicionOf(arrival, { startOfDay, anHourAgo, recent, boundStaff }, rules);
  return reason === null ? { standing: 'effective', quarantinedAt: null } : quarantinedFor(reason, now);
};

/** Whether a rating begins `effective` or waits for a look: two round trips at once, before the insert. */
export const standingOf = (arrival: Arrival, rules: SuspicionRules, parts: Parts): Promise<Standing> => {
  const asked = Promise.all(arrival.raterRefs.map(parts.directory.staffOf));
  const bound = asked.then((staff) => staff.filter((member) => member !== null));
  return standingAmong(arrival, rules, bound, parts);
};

/** The same after the insert, by numbers alone: one round trip. */
export const standingByNumbers = (arrival: Arrival, rules: SuspicionRules, parts: Parts): Promise<Standing> =>
  standingAmong(arrival, rules, [], parts);
