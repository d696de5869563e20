import type { Rectification } from '@shared/domain/handling';
import type { OwnRating } from '@shared/domain/own-ratings';
import type { Decider } from '@shared/domain/quarantine';
import type { RatingFile } from '@shared/domain/rating-file';
import type { Around, IntegrityRules } from '@shared/domain/signals';
import type { RecentRating } from '@shared/domain/suspicion';
import type { Result } from '@shared/kernel/result';
import type { Instant } from '@shared/kernel/time';
import type { AppealLists } from './appeal-lists';
import type { Cursor, Page } from './page';
import type { TicketLists } from './ticket-lists';

type Lists = TicketLists & AppealLists;

/** 评价档案: one document per rated service, ticket included. */
export type Ratings = Lists & {
  find(id: string): Promise<RatingFile | undefined>;
  /** Which of these this rater gave. */
  givenBy(raterRef: string, ids: readonly string[]): Promise<readonly string[]>;
  /** What this rater's try with this key has become. */
  ofTry(raterRef: string, idempotencyKey: string): Promise<RatingFile | undefined>;
  /** Refused when the service is rated already, or this try of this rater has become a rating. */
  insert(file: RatingFile): Promise<Result<RatingFile, 'rating.alreadyRated'>>;
  /** Writes the changed fields if nobody moved the file since it was read; false when somebody was first. The figures then lack what they count of it. */
  move(file: RatingFile, changes: Partial<RatingFile>): Promise<boolean>;
  /** Newest first. */
  ofRater(raterRef: string, after: Cursor | null): Promise<Page<RatingFile>>;
  /** Ratings of these raters, and anybody's effective ones without a case at this window when it is named; at most so many. */
  recent(
    ofRaters: { readonly raterRefs: readonly string[]; readonly since: Instant },
    walkIns: { readonly windowId: string; readonly since: Instant } | null,
    atMost: number,
  ): Promise<readonly RecentRating[]>;
  /** What this clerk was rated from one moment until before another, oldest first: the view of himself is cut from it. */
  ofClerk(staffId: string, from: Instant, until: Instant): Promise<readonly OwnRating[]>;
  /** What stands around a rating, as far as signals look: at its window, and by its rater of its clerk. Two reads at once. */
  around(
    file: Pick<RatingFile, 'ratedAt' | 'raterRef' | 'subject'>,
    rules: Pick<IntegrityRules, 'repeatPair' | 'series'>,
  ): Promise<Around>;
  /** The latest results that this unit has handed in, newest first. */
  resultsOf(unitId: string, limit: number): Promise<readonly Rectification[]>;
  /** Tickets at which the clock has to look by then, longest due first. */
  dueForLook(now: Instant, limit: number): Promise<readonly RatingFile[]>;
  /** Those on which this person may decide (`mayDecide`), longest waiting first. */
  quarantined(decider: Decider, after: Cursor | null): Promise<Page<RatingFile>>;
  /**
   * 去标识化: whatever of this rater's ratings up to that moment tells of the person goes, under a new reference; answers how
   * many there were.
   */
  forgetRater(
    rater: { readonly ref: string; readonly ratedUpTo: Instant },
    newRef: string,
    at: Instant,
  ): Promise<number>;
  /** Files with messages to deliver by then, oldest first. */
  withOutbox(now: Instant, limit: number): Promise<readonly RatingFile[]>;
  /** Removes the traces whose time is over, at most so many; answers how many it removed. */
  forgetTraces(now: Instant, atMost: number): Promise<number>;
  /** Tickets whose clocks wait for the holiday table of one of these years. */
  waitingForCalendar(years: readonly number[], limit: number): Promise<readonly RatingFile[]>;
};
