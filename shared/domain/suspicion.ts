import type { Instant } from '../kernel/time';
import type { ServiceWindow } from './organization';
import type { RatingRules } from './rating';
import { isCaseMatched, type RatingFile, type Verification } from './rating-file';
import type { StaffMember } from './role';

export type SuspicionRules = Pick<RatingRules, 'ratingsPerAccountDay' | 'walkInsPerCodeHour' | 'walkInsPerWindowDay'>;

/** What is looked at of a rating that was given a short while ago. */
export type RecentRating = Pick<RatingFile, '_id' | 'raterRef' | 'ratedAt' | 'verification'> & {
  readonly subject: Pick<RatingFile['subject'], 'windowId'>;
};

/** The rating that just came in. */
export type Arrival = {
  readonly ratingId: string;
  /** All accounts that are proven to be this rater. */
  readonly raterRefs: readonly string[];
  readonly window: Pick<ServiceWindow, '_id' | 'centerId' | 'orgId'>;
  readonly verification: Verification;
};

/** What is known around it: `startOfDay` and `anHourAgo` are moments, `recent` reaches back to the earlier of them. */
export type Surroundings = {
  readonly startOfDay: Instant;
  readonly anHourAgo: Instant;
  readonly recent: readonly RecentRating[];
  /** The members of staff to whom these accounts are bound. */
  readonly boundStaff: readonly Pick<StaffMember, 'orgId' | 'grants'>[];
};

const servesThere = ({ orgId, grants }: Surroundings['boundStaff'][number], { window }: Arrival): boolean =>
  [orgId, ...grants.map((grant) => grant.orgId)].some((id) => id === window.centerId || id === window.orgId);

const tooMany = (arrival: Arrival, { recent, startOfDay, anHourAgo }: Surroundings, rules: SuspicionRules) => {
  const others = recent.filter(({ _id }) => _id !== arrival.ratingId);
  const own = others.filter(({ raterRef, ratedAt }) => ratedAt >= startOfDay && arrival.raterRefs.includes(raterRef));
  const walkIns = (ratings: readonly RecentRating[]) =>
    ratings.filter(
      ({ subject, verification }) => subject.windowId === arrival.window._id && !isCaseMatched(verification),
    );
  const throughCode = walkIns(others).filter(({ ratedAt }) => ratedAt >= anHourAgo);
  // A case number alone proves nothing: whoever has overheard one is a walk-in.
  const isWalkIn = !isCaseMatched(arrival.verification);
  return {
    ofAccount: own.length >= rules.ratingsPerAccountDay.value,
    here: isWalkIn && walkIns(own).length >= rules.walkInsPerWindowDay.value,
    throughCode: isWalkIn && throughCode.length >= rules.walkInsPerCodeHour.value,
  };
};

/**
 * Why this rating is to be looked at before it counts, in Chinese for the person who looks; null for an ordinary one. It never
 * refuses and never loses: a suspected rating keeps its ticket and is handled, only the figures wait. The network address
 * and the hall say nothing: everybody in a hall shares them.
 */
export const suspicionOf = (arrival: Arrival, around: Surroundings, rules: SuspicionRules): string | null => {
  if (around.boundStaff.some((staff) => servesThere(staff, arrival)))
    return '评价所用的微信绑定了本中心或本单位的工作人员';
  const { ofAccount, here, throughCode } = tooMany(arrival, around, rules);
  if (here) return `同一人当日在同一窗口、没有办件证明的评价超过${rules.walkInsPerWindowDay.value}次`;
  if (ofAccount) return `同一人当日评价超过${rules.ratingsPerAccountDay.value}次`;
  if (throughCode) return `同一窗口码一小时内、没有办件证明的评价超过${rules.walkInsPerCodeHour.value}次`;
  return null;
};

/** No more of `recent` need be looked at: one more than this, and one of the numbers is exceeded. */
export const recentAtMost = (rules: SuspicionRules): number =>
  rules.ratingsPerAccountDay.value + rules.walkInsPerCodeHour.value + 1;
