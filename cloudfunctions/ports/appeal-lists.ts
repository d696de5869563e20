import type { AppealFilter } from '@shared/domain/appeal-filters';
import type { RatingFile } from '@shared/domain/rating-file';
import type { Official } from '@shared/domain/visibility';
import type { Instant } from '@shared/kernel/time';
import type { Cursor, Page } from './page';

/** 申诉 as they are looked for. */
export type AppealLists = {
  /** The bad ratings given since then of which this clerk has been told, newest first; at most so many. */
  toldTo(staffId: string, since: Instant, limit: number): Promise<readonly RatingFile[]>;
  /** The one of them that has this ticket. */
  toldByTicket(staffId: string, ticketNo: string): Promise<RatingFile | undefined>;
  /** Appeals of this official under the filter: nearest deadline first, those that are over newest first. */
  appeals(official: Official, filter: AppealFilter, after: Cursor | null): Promise<Page<RatingFile>>;
  /** How many stand under 待办 and 进行中. */
  appealCounts(official: Official): Promise<{ readonly todo: number; readonly open: number }>;
  /** Appeals at which the clock has to look by then, longest due first. */
  appealsDue(now: Instant, limit: number): Promise<readonly RatingFile[]>;
};
