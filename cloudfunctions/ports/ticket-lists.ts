import type { ProofLevel } from '@shared/domain/identity';
import type { RatingFile } from '@shared/domain/rating-file';
import type { Likeness, TicketCounts, TicketFilter } from '@shared/domain/ticket-filters';
import type { Official } from '@shared/domain/visibility';
import type { Instant } from '@shared/kernel/time';
import type { Cursor, Page } from './page';

/** What a unit has not done in time. */
export type UnitOverdue = {
  readonly unitId: string;
  readonly open: number;
  readonly late: number;
  readonly escalated: number;
  /** The earliest deadline that has passed. */
  readonly lateSince: Instant | null;
  /** 实名差评: how many there were, and how many of their raters were reached or tried as documented. */
  readonly realName: number;
  readonly reached: number;
};

/** Tickets that say the same, and how many of them are open. */
export type Cluster = { readonly like: Likeness; readonly count: number; readonly open: number };

/** 工单的列表和合计, each one round trip; nobody finds tickets of his own rating in them. */
export type TicketLists = {
  /** Nearest deadline first, those without one before all others; closed ones by their result, newest first. */
  tickets(official: Official, filter: TicketFilter, now: Instant, after: Cursor | null): Promise<Page<RatingFile>>;
  /** `today` are those that are due from now until then. */
  ticketCounts(official: Official, now: Instant, endOfToday: Instant): Promise<TicketCounts>;
  /** Of the bureaus, by unit; follow-ups of what was rated since then. */
  overdueByUnit(
    official: Official,
    now: Instant,
    since: Instant,
    realName: readonly ProofLevel[],
  ): Promise<readonly UnitOverdue[]>;
  /** Of the bureaus: of one kind, open or opened since then, two at least, most first. */
  clusters(official: Official, by: Likeness['by'], since: Instant): Promise<readonly Cluster[]>;
  /** Open ones first, the latest deadline before the others. */
  alike(official: Official, like: Likeness, since: Instant, after: Cursor | null): Promise<Page<RatingFile>>;
};
