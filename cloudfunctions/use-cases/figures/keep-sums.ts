import { type Counts, NO_COUNTS, sameCounts } from '@shared/domain/indicator';
import type { FigureSubject } from '@shared/domain/window-day';
import type { Day } from '@shared/kernel/time';
import type { Context } from '../../ports/context';
import { newVersion } from './new-version';

const WRITTEN_AT_ONCE = 50;

/** Sums a day up for these subjects from the windows' days, and writes what differs; answers those that stand. */
export const keepSums = async (
  day: Day,
  subjects: readonly FigureSubject[],
  { chance, rollups }: Pick<Context, 'chance' | 'rollups'>,
): Promise<ReadonlySet<FigureSubject>> => {
  // Before the sums, for the same reason as in `keep-window-day.ts`.
  const kept = await rollups.kept(subjects.map((subject) => ({ subject, day })));
  const sums = await rollups.sums(day, subjects);
  const keep = async (subject: FigureSubject): Promise<boolean> => {
    const before = kept.find((one) => one.subject === subject);
    const counts: Counts = sums.get(subject) ?? NO_COUNTS;
    if (before && sameCounts(before.counts, counts)) return true;
    return rollups.write({ subject, day, counts, parts: [], version: newVersion(chance) }, before);
  };
  const standing = new Set<FigureSubject>();
  for (let from = 0; from < subjects.length; from += WRITTEN_AT_ONCE) {
    const some = subjects.slice(from, from + WRITTEN_AT_ONCE);
    const stands = await Promise.all(some.map(keep));
    for (const subject of some.filter((_, i) => stands[i])) standing.add(subject);
  }
  return standing;
};
