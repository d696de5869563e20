import type { Counts } from '@shared/domain/indicator';
import type { FigureSubject } from '@shared/domain/window-day';
import type { Day, Instant } from '@shared/kernel/time';

/** 统计数字, by the day of the service; every figure that anybody sees comes from here, each answer in one round trip. */
export type Figures = {
  /** From one day to another, both included. */
  of(subject: FigureSubject, from: Day, to: Day): Promise<Counts>;
  /** Of at most 1,000 subjects. Who was neither rated nor served anybody is left out. */
  ofMany(subjects: readonly FigureSubject[], from: Day, to: Day): Promise<ReadonlyMap<FigureSubject, Counts>>;
  /** Day by day, without those of which there is nothing; at most 1,000 days. */
  perDay(subject: FigureSubject, from: Day, to: Day): Promise<ReadonlyMap<Day, Counts>>;
  /** Since when they lack something; null when they have it all. Two round trips at once. */
  lackingSince(now: Instant): Promise<Instant | null>;
};
