import type { Counts } from '@shared/domain/indicator';
import type { RatingFile } from '@shared/domain/rating-file';
import type { ServiceCase } from '@shared/domain/service-case';
import type { FigureSubject, RatingToCount, WindowDay } from '@shared/domain/window-day';
import type { Day, Instant } from '@shared/kernel/time';

export type SubjectDay = { readonly subject: FigureSubject; readonly day: Day };

/** The counts of one subject on one day. */
export type Rollup = SubjectDay & {
  readonly counts: Counts;
  /** What a window's day gives to all others; empty in theirs. */
  readonly parts: readonly { readonly subject: FigureSubject; readonly counts: Counts }[];
};

/** As it stands; each write gives it another `version`. */
export type KeptRollup = Rollup & { readonly version: string };

/** A document as it was when it was read, to be marked only if it still is so. */
export type AsRead = Pick<RatingFile, '_id' | 'rev' | 'figuresAt'>;
export type SourceRating = RatingToCount & AsRead;
export type SourceCase = Pick<ServiceCase, '_id' | 'itemCode' | 'services' | 'figuresAt'>;

export type Sources = { readonly ratings: readonly SourceRating[]; readonly cases: readonly SourceCase[] };

/** What the figures lack. */
export type Stale = {
  readonly ratings: readonly (AsRead & WindowDay)[];
  readonly cases: readonly SourceCase[];
};

/** 统计的底稿: for whoever keeps the figures, and nobody else (decision 0014). */
export type Rollups = {
  /** What the figures have lacked longest, at most so many of each. */
  stale(now: Instant, atMost: number): Promise<Stale>;
  /** Those that are there. */
  kept(which: readonly SubjectDay[]): Promise<readonly KeptRollup[]>;
  /** All ratings of this window on this day, and the cases with a service there that may be rated. */
  sourcesOf(windowDay: WindowDay, now: Instant): Promise<Sources>;
  /** What the windows' days together give to these subjects. */
  sums(day: Day, subjects: readonly FigureSubject[]): Promise<ReadonlyMap<FigureSubject, Counts>>;
  /** Writes it if it still stands as it was read, undefined when it was not there; false when somebody was first. */
  write(rollup: KeptRollup, asRead: KeptRollup | undefined): Promise<boolean>;
  /** Says of these since when the figures lack them, null: no more; leaves out what has changed since it was read, and answers how many were left in. */
  mark(
    read: Pick<Stale, 'cases'> & { readonly ratings: readonly AsRead[] },
    figuresAt: Instant | null,
  ): Promise<number>;
  /** 重新统计: removes everything, so that all has to be counted. */
  startAnew(now: Instant): Promise<void>;
};
