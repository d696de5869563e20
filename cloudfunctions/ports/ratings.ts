import type { RatingFile } from '@shared/domain/rating-file';
import type { Result } from '@shared/kernel/result';
import type { Instant } from '@shared/kernel/time';
import type { Cursor, Page } from './page';

/** Whose tickets: of units, or of a bureau's whole jurisdiction; never those about the person who asks. */
export type TicketScope = {
  readonly of: 'unitId' | 'bureauId';
  readonly orgIds: readonly string[];
  readonly exceptStaffId: string;
};

/** 评价档案: one document per rated service, ticket included. */
export type Ratings = {
  find(id: string): Promise<RatingFile | undefined>;
  /** Refused when the service is rated already. */
  insert(file: RatingFile): Promise<Result<RatingFile, 'rating.alreadyRated'>>;
  /** Writes the changed fields if nobody moved the file since it was read; false when somebody was first. */
  move(file: RatingFile, changes: Partial<RatingFile>): Promise<boolean>;
  /** Newest first. */
  ofRater(raterRef: string, after: Cursor | null): Promise<Page<RatingFile>>;
  /** Ratings without a case that this rater gave at this window since then. */
  countWalkIns(raterRef: string, windowId: string, since: Instant): Promise<number>;
  /** Nearest deadline first; those without one before all others. */
  tickets(scope: TicketScope, after: Cursor | null): Promise<Page<RatingFile>>;
  /** Open tickets that are due before that moment, or all open ones. */
  countOpenTickets(scope: TicketScope, dueBefore?: Instant): Promise<number>;
  /** Files with undelivered messages, oldest first. */
  withOutbox(limit: number): Promise<readonly RatingFile[]>;
  /** Tickets whose clocks wait for the holiday table of one of these years. */
  waitingForCalendar(years: readonly number[], limit: number): Promise<readonly RatingFile[]>;
};
