import type { WindowDay } from '@shared/domain/window-day';
import { dayOf } from '@shared/kernel/time';
import type { Context, Job } from '../../ports/context';
import type { SourceCase, Stale } from '../../ports/rollups';
import { keepSums } from '../figures/keep-sums';
import { type CountedDay, keepWindowDay } from '../figures/keep-window-day';

/** Of ratings and of cases; a window's day that one of them leads to is counted whole. */
const BATCH = 50;

type Parts = Omit<Context, 'actor'>;

const keyOf = ({ windowId, day }: WindowDay): string => `${windowId}/${day}`;

const windowDaysOf = ({ services }: SourceCase): readonly WindowDay[] =>
  services.map(({ windowId, at }) => ({ windowId, day: dayOf(at) }));

const windowDaysIn = ({ ratings, cases }: Stale): readonly WindowDay[] => {
  const all = [...ratings.map(({ windowId, day }) => ({ windowId, day })), ...cases.flatMap(windowDaysOf)];
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
};

/** Those of the counted days of which every sum stands too. */
const summedUp = async (counted: readonly CountedDay[], context: Parts): Promise<readonly CountedDay[]> => {
  const days = [...new Set(counted.map(({ day }) => day))];
  const summed = await Promise.all(
    days.map(async (day) => {
      const ofDay = counted.filter((one) => one.day === day);
      const standing = await keepSums(day, [...new Set(ofDay.flatMap(({ subjects }) => subjects))], context);
      return ofDay.filter(({ subjects }) => subjects.every((subject) => standing.has(subject)));
    }),
  );
  return summed.flat();
};

/**
 * 统计: counts what the figures lack, by the window's day. Safe when run twice, late, in parallel or cut off anywhere: a document
 * is written whole, and only if it stands as it did before its sources were read; a rating is marked only once everything that it
 * counts in stands, and only if it has not moved since. Else the next run finds it again.
 */
export const keepFigures: Job = async (context) => {
  const { now, rollups } = context;
  const stale = await rollups.stale(now, BATCH);
  const windowDays = windowDaysIn(stale);
  const settled = await Promise.allSettled(windowDays.map((one) => keepWindowDay(one, context)));
  const counted = settled.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []));
  const done = await summedUp(counted, context);

  const doneKeys = new Set(done.map(keyOf));
  const ratings = done.flatMap((one) => one.ratings.filter(({ figuresAt }) => figuresAt !== null));
  const cases = stale.cases.filter((one) => windowDaysOf(one).every((windowDay) => doneKeys.has(keyOf(windowDay))));
  const marked = await rollups.mark({ ratings, cases }, null);

  // What cannot be counted goes to the end of the queue and holds up nobody.
  const failed = new Set(windowDays.filter((_, i) => settled[i]?.status === 'rejected').map(keyOf));
  const isFailed = (one: WindowDay) => failed.has(keyOf(one));
  const held = {
    ratings: stale.ratings.filter(isFailed),
    cases: stale.cases.filter((one) => windowDaysOf(one).some(isFailed)),
  };
  await rollups.mark(held, now);
  const waiting = stale.ratings.filter((one) => !doneKeys.has(keyOf(one))).length + stale.cases.length - cases.length;
  return { done: marked, left: waiting };
};
