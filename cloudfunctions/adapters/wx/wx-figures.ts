import { COUNT_FIELDS, type Counts, countsOf, NO_COUNTS } from '@shared/domain/indicator';
import type { FigureSubject } from '@shared/domain/window-day';
import type { Day, Instant } from '@shared/kernel/time';
import type { Figures } from '../../ports/figures';
import { collection, command, rowsOf } from './wx-cloud';

const $ = command.aggregate;
const DAYS_AT_MOST = 1000;

type Group = { readonly _id: FigureSubject } & Counts;

/** The sums of all counts below this field, for a `group` stage. */
export const sumsBelow = (field: string) =>
  Object.fromEntries(COUNT_FIELDS.map((count) => [count, $.sum(`$${field}.${count}`)]));

export const countsBySubject = (groups: readonly Group[]): ReadonlyMap<FigureSubject, Counts> =>
  new Map(groups.map(({ _id, ...counts }) => [_id, countsOf(counts)]));

const ofMany = async (subjects: readonly FigureSubject[], from: Day, to: Day) => {
  const found = (await collection('rollups')
    .aggregate()
    .match({
      subject: subjects.length === 1 ? subjects[0] : command.in([...subjects]),
      day: command.gte(from).and(command.lte(to)),
    })
    .group({ _id: '$subject', ...sumsBelow('counts') })
    .end()) as { list: readonly Group[] };
  return countsBySubject(found.list);
};

const oldest = async (name: 'ratings' | 'cases', now: Instant): Promise<readonly Instant[]> => {
  const [first] = await rowsOf<{ readonly figuresAt: Instant }>(
    collection(name)
      .where({ figuresAt: command.gt(0).and(command.lte(now)) })
      .orderBy('figuresAt', 'asc')
      .field({ figuresAt: true })
      .limit(1),
  );
  return first ? [first.figuresAt] : [];
};

export const wxFigures: Figures = {
  of: async (subject, from, to) => (await ofMany([subject], from, to)).get(subject) ?? NO_COUNTS,
  ofMany,
  perDay: async (subject, from, to) => {
    const days = await rowsOf<{ readonly day: Day; readonly counts: Counts }>(
      collection('rollups')
        .where({ subject, day: command.gte(from).and(command.lte(to)) })
        .field({ day: true, counts: true })
        .limit(DAYS_AT_MOST),
    );
    return new Map(days.map(({ day, counts }) => [day, counts]));
  },
  lackingSince: async (now) => {
    const waiting = (await Promise.all([oldest('ratings', now), oldest('cases', now)])).flat();
    return waiting.length > 0 ? Math.min(...waiting) : null;
  },
};
