import { COUNTED_FIELDS } from '@shared/domain/counts-of-rating';
import { type Counts, countsOf, withoutZeros } from '@shared/domain/indicator';
import type { RatingFile } from '@shared/domain/rating-file';
import type { FigureSubject, WindowDay } from '@shared/domain/window-day';
import { addDays, type Instant, instantOf } from '@shared/kernel/time';
import type { AsRead, KeptRollup, Rollups, SourceCase, SourceRating, SubjectDay } from '../../ports/rollups';
import type { CollectionName } from '../../schema';
import { changeRow, collection, command, insertRow, rowsById, rowsOf } from './wx-cloud';
import { countsBySubject, sumsBelow } from './wx-figures';

/** The most that one query answers (云数据库 limit), and that one condition names. */
const READ_AT_ONCE = 1000;
const NAMED_AT_ONCE = 100;

type StoredPart = { readonly subject: FigureSubject; readonly counts: Partial<Counts> };
/** Without what is 0. */
type Row = SubjectDay & StoredPart & { readonly version: string; readonly parts: readonly StoredPart[] };

const rollups = () => collection('rollups');

const idOf = ({ subject, day }: SubjectDay): string => `${subject}/${day}`;
const stored = <T extends { readonly counts: Counts }>(one: T) => ({ ...one, counts: withoutZeros(one.counts) });
const read = <T extends StoredPart>(one: T) => ({ ...one, counts: countsOf(one.counts) });

const inChunks = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

const fieldsOf = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, true]));
const RATING_FIELDS = fieldsOf('_id', 'rev', 'figuresAt', 'subject', 'channel', ...COUNTED_FIELDS);
const CASE_FIELDS = fieldsOf('_id', 'itemCode', 'services', 'figuresAt');

/** All that is so, page by page. */
const allOf = async <T extends { readonly _id: string }>(name: CollectionName, so: object, fields: object) => {
  const all: T[] = [];
  for (let last = ''; ; ) {
    const page = await rowsOf<T>(
      collection(name)
        .where({ ...so, _id: command.gt(last) })
        .orderBy('_id', 'asc')
        .field(fields)
        .limit(READ_AT_ONCE),
    );
    all.push(...page);
    last = page.at(-1)?._id ?? '';
    if (page.length < READ_AT_ONCE) return all;
  }
};

const lacking = <T>(name: CollectionName, now: Instant, atMost: number, fields: object) =>
  rowsOf<T>(
    collection(name)
      .where({ figuresAt: command.gt(0).and(command.lte(now)) })
      .orderBy('figuresAt', 'asc')
      .field(fields)
      .limit(atMost),
  );

const servedThere = ({ windowId, day }: WindowDay, now: Instant) => ({
  // One and the same service. Named twice: the local planner sees the first alone.
  'services.windowId': windowId,
  // Plain operators: the SDK passes on no `and` of its own in here.
  services: command.elemMatch({
    windowId,
    at: { $gte: instantOf(day, '00:00'), $lt: instantOf(addDays(day, 1), '00:00') },
  }),
  ratableFrom: command.lte(now),
});

const markAll = async (name: 'ratings' | 'cases', asRead: readonly object[], figuresAt: Instant | null) => {
  let marked = 0;
  for (const some of inChunks(asRead, NAMED_AT_ONCE)) {
    const { stats } = (await collection(name)
      .where(command.or([...some]))
      .update({ data: { figuresAt } })) as { stats: { updated: number } };
    marked += stats.updated;
  }
  return marked;
};

export const wxRollups: Rollups = {
  stale: async (now, atMost) => {
    const fields = fieldsOf('_id', 'rev', 'figuresAt', 'subject.windowId', 'subject.servedOn');
    const [ratings, cases] = await Promise.all([
      lacking<AsRead & Pick<RatingFile, 'subject'>>('ratings', now, atMost, fields),
      lacking<SourceCase>('cases', now, atMost, CASE_FIELDS),
    ]);
    const whereRated = ratings.map(({ subject: { windowId, servedOn: day }, ...rest }) => ({ ...rest, windowId, day }));
    return { ratings: whereRated, cases };
  },
  kept: async (which) => {
    const pages = inChunks(which.map(idOf), READ_AT_ONCE).map((ids) => rowsById<Row & { _id: string }>('rollups', ids));
    return (await Promise.all(pages))
      .flat()
      .map(({ _id, parts, ...row }) => ({ ...read(row), parts: parts.map(read) }));
  },
  sourcesOf: async ({ windowId, day }, now) => {
    const rated = { 'subject.windowId': windowId, 'subject.servedOn': day };
    const [ratings, cases] = await Promise.all([
      allOf<SourceRating>('ratings', rated, RATING_FIELDS),
      allOf<SourceCase>('cases', servedThere({ windowId, day }, now), CASE_FIELDS),
    ]);
    return { ratings, cases };
  },
  sums: async (day, subjects) => {
    const theirs = { 'parts.subject': command.in([...subjects]) };
    const found = (await rollups()
      .aggregate()
      .match({ day, ...theirs })
      .unwind('$parts')
      .match(theirs)
      .group({ _id: '$parts.subject', ...sumsBelow('parts.counts') })
      .end()) as { list: Parameters<typeof countsBySubject>[0] };
    return countsBySubject(found.list);
  },
  write: (rollup: KeptRollup, asRead) => {
    const row: Row = { ...stored(rollup), parts: rollup.parts.map(stored) };
    const _id = idOf(rollup);
    return asRead ? changeRow('rollups', { _id, version: asRead.version }, row) : insertRow('rollups', { _id, ...row });
  },
  mark: async ({ ratings, cases }, figuresAt) => {
    const readRatings = ratings.map(({ _id, rev, figuresAt: before }) => ({ _id, rev, figuresAt: before }));
    const readCases = cases.map(({ _id, figuresAt: before }) => ({ _id, figuresAt: before }));
    return (await markAll('ratings', readRatings, figuresAt)) + (await markAll('cases', readCases, figuresAt));
  },
  startAnew: async (now) => {
    const lackingFrom = async (figuresAt: Instant) => {
      const all = command.or([{ figuresAt: null }, { figuresAt: command.gt(0).and(command.lte(now)) }]);
      await collection('ratings').where(all).update({ data: { figuresAt } });
      await collection('cases').where(all).update({ data: { figuresAt } });
    };
    // First, so that whoever is cut off has removed nothing for good.
    await lackingFrom(now - 1);
    await rollups()
      .where({ day: command.gt('') })
      .remove();
    // And what a timer counted meanwhile: it marks nothing that bears another moment than it read.
    await lackingFrom(now);
  },
};
