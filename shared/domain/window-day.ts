import type { Day } from '../kernel/time';
import { type CountedFile, countsOfRating, isActive } from './counts-of-rating';
import type { ProofLevel } from './identity';
import { addCounts, type Counts, countsOf, NO_COUNTS } from './indicator';
import type { RatingFile } from './rating-file';
import { serviceKeyOf } from './service-case';
import type { Subject } from './subject';

/** 统计对象: 区域 (a government's or zone's), 实施单位, 大厅, 窗口, 工作人员, 事项, and 渠道 of a place. */
export const FIGURE_KINDS = ['region', 'unit', 'center', 'window', 'staff', 'item', 'channel'] as const;
export type FigureSubject = `${(typeof FIGURE_KINDS)[number]}:${string}`;

/** 一个窗口的一天: the smallest thing that is counted as a whole. */
export type WindowDay = { readonly windowId: string; readonly day: Day };

/** Whom a service counts for; null what nobody knows of it any more. */
export type CountsFor = Pick<Subject, 'orgPath' | 'staffId' | 'itemCode'> & {
  readonly orgId: string | null;
  readonly centerId: string | null;
};

export type RatingToCount = CountedFile & Pick<RatingFile, '_id' | 'subject' | 'channel'>;
/** A service of a case that can be rated. */
export type ServiceToCount = { readonly key: string; readonly of: CountsFor };

/** All that was rated, or could be, at one window on one day. */
export type ToCount = { readonly ratings: readonly RatingToCount[]; readonly services: readonly ServiceToCount[] };

export type CountingRules = {
  /** Whether this org is a government or zone. */
  readonly isRegion: (orgId: string) => boolean;
  /** The weakest level that counts as 实名 in that place. */
  readonly enough: (place: string) => ProofLevel | undefined;
};

type Counted = readonly [subject: FigureSubject, counts: Counts];

const placesOf = ({ windowId }: WindowDay, of: CountsFor, { isRegion }: CountingRules): readonly FigureSubject[] => [
  `window:${windowId}`,
  ...of.orgPath.filter(isRegion).map((id) => `region:${id}` as const),
  ...(of.orgId === null ? [] : [`unit:${of.orgId}` as const]),
  ...(of.centerId === null ? [] : [`center:${of.centerId}` as const]),
  ...(of.staffId === null ? [] : [`staff:${of.staffId}` as const]),
  ...(of.itemCode === null ? [] : [`item:${of.itemCode}` as const]),
];

const keyOf = ({ _id, subject: { caseNo, serviceNo } }: RatingToCount) =>
  caseNo === null || serviceNo === null
    ? ({ key: _id, isWalkIn: true } as const)
    : ({ key: serviceKeyOf(caseNo, serviceNo), isWalkIn: false } as const);

/** A rating tells for whom its service counts, as it was that day: so no subject has more rated services than services. */
const servicesOf = ({ ratings, services }: ToCount) => {
  const all = new Map(services.map(({ key, of }) => [key, { of, counts: countsOf({ services: 1 }) }]));
  // Of several ratings of one service an effective one tells.
  const effectiveLast = [...ratings].sort(
    (a, b) => Number(isActive(a)) - Number(isActive(b)) || (a._id < b._id ? -1 : 1),
  );
  for (const rating of effectiveLast) {
    const { key, isWalkIn } = keyOf(rating);
    const participated = Number(isActive(rating));
    if (isWalkIn && participated === 0) continue;
    all.set(key, { of: rating.subject, counts: countsOf({ services: 1, walkIns: Number(isWalkIn), participated }) });
  }
  return [...all.values()];
};

/** What this window's day counts for everybody whom it concerns, itself included. A channel has no services: nobody chose it yet. */
export const countWindowDay = (
  windowDay: WindowDay,
  toCount: ToCount,
  rules: CountingRules,
): ReadonlyMap<FigureSubject, Counts> => {
  const served = servicesOf(toCount).flatMap(({ of, counts }): Counted[] =>
    placesOf(windowDay, of, rules).map((subject) => [subject, counts]),
  );
  const rated = toCount.ratings.flatMap((rating): Counted[] => {
    const { subject, channel } = rating;
    const counts = countsOfRating(rating, rules.enough(subject.place));
    const everywhere = [...placesOf(windowDay, subject, rules), `channel:${subject.place}/${channel}` as const];
    return everywhere.map((one) => [one, counts]);
  });
  const sums = new Map<FigureSubject, Counts>();
  for (const [subject, counts] of [...served, ...rated]) {
    sums.set(subject, addCounts(sums.get(subject) ?? NO_COUNTS, counts));
  }
  return sums;
};
