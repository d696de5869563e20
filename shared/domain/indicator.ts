import { RATING_LEVELS, type RatingLevel } from './rating';
import { TICKET_STATES, type TicketState } from './ticket';

export const ticketsIn = <S extends TicketState>(state: S): `${S}Tickets` => `${state}Tickets`;
export const effectiveTicketsIn = <S extends TicketState>(state: S): `${S}TicketsEffective` =>
  `${state}TicketsEffective`;

/** All that is ever counted (`counts-of-rating.ts` says what of one rating); every figure that anybody sees is made of these. */
export const COUNT_FIELDS = [
  /** Services that could be rated: those of cases, and walk-ins, of which their effective rating alone tells. */
  'services',
  /** Of these the walk-ins. */
  'walkIns',
  /** Of the services those with an effective rating of a person: each once, however often it was rated. */
  'participated',
  /** 有效主动评价 by what the rater says now. */
  ...RATING_LEVELS,
  /** Apart from them, and in no rate but 主动评价率. */
  ...(['defaults', 'imported', 'setAside', 'quarantined', 'superseded'] as const),
  /** 有效差评: the first or the present words are bad. A 差评 that was changed counts as occurred. */
  'bad',
  /** 复核中: of the 有效差评 those with an undecided appeal; they still count. */
  'underReview',
  /** Of the 有效差评: 实名; of those the ones whose rater was reached; or tried as the rules ask. */
  ...(['realName', 'reached', 'followedUp'] as const),
  /** Of the 有效差评 those whose result was verified. */
  'rectified',
  /** Tickets by state, and those among them of effective ratings. */
  ...TICKET_STATES.map(ticketsIn),
  ...TICKET_STATES.map(effectiveTicketsIn),
  /** 申诉 and where they stand: `appeals` is the sum of the next five. */
  ...(['appeals', 'appealsOpen', 'appealsGranted', 'appealsDenied', 'appealsWithdrawn', 'appealsLapsed'] as const),
  /** Of the denied ones those that were answered with 解释说明. */
  'appealsExplained',
  /** 不予采纳 of which the city is still to say 修正, and of which it has. */
  ...(['correctionPending', 'corrected'] as const),
] as const;
export type CountField = (typeof COUNT_FIELDS)[number];

/** 计数: integers, none below 0. */
export type Counts = Readonly<Record<CountField, number>>;

const countsFrom = (count: (field: CountField) => number): Counts =>
  Object.fromEntries(COUNT_FIELDS.map((field) => [field, count(field)])) as Counts;

export const NO_COUNTS: Counts = countsFrom(() => 0);

/** What is not named is 0. */
export const countsOf = (some: Partial<Counts>): Counts => countsFrom((field) => some[field] ?? 0);

export const addCounts = (a: Counts, b: Counts): Counts => countsFrom((field) => a[field] + b[field]);

export const sumCounts = (all: readonly Counts[]): Counts => all.reduce(addCounts, NO_COUNTS);

export const sameCounts = (a: Counts, b: Counts): boolean => COUNT_FIELDS.every((field) => a[field] === b[field]);

/** As it is stored: a day has few of all these. */
export const withoutZeros = (counts: Counts): Partial<Counts> =>
  Object.fromEntries(COUNT_FIELDS.flatMap((field) => (counts[field] === 0 ? [] : [[field, counts[field]]])));

/** 比率: two integers, rounded once, where it is shown. */
export type Rate = { readonly numerator: number; readonly denominator: number };

/** Undefined when there is nothing to divide by: shown as —. */
const rate = (numerator: number, denominator: number): Rate | undefined =>
  denominator === 0 ? undefined : { numerator, denominator };

/** 有效主动评价 */
export const activeRatings = (counts: Counts): number => RATING_LEVELS.reduce((sum, level) => sum + counts[level], 0);

/** 参评率 (台前 第十五条, 评价数量占办件总量百分比): services with an effective rating ÷ services that could be rated; never above 1. */
export const participationRate = ({ participated, services }: Counts) => rate(participated, services);

/** 主动评价率: 有效主动评价 ÷ (these and 默认评价). */
export const activeRatingRate = (counts: Counts) =>
  rate(activeRatings(counts), activeRatings(counts) + counts.defaults);

/** 满意率: 基本满意 and better ÷ 有效主动评价, by the present words. */
export const satisfactionRate = (counts: Counts) =>
  rate(counts.verySatisfied + counts.satisfied + counts.basicallySatisfied, activeRatings(counts));

/** 好评率: 满意 and better ÷ 有效主动评价. */
export const goodRate = (counts: Counts) => rate(counts.verySatisfied + counts.satisfied, activeRatings(counts));

/** 差评率: 有效差评 ÷ 有效主动评价. A 差评 that was changed is one, so that with 满意率 it may come to more than 1. */
export const badRate = (counts: Counts) => rate(counts.bad, activeRatings(counts));

/** 平均分 (台前 第七条): the points of 有效主动评价 ÷ how many they are; `scores` are those of the place, integers. */
export const averageScore = (counts: Counts, scores: Readonly<Record<RatingLevel, number>>) =>
  rate(
    RATING_LEVELS.reduce((sum, level) => sum + counts[level] * scores[level], 0),
    activeRatings(counts),
  );

/** 差评整改率: 有效差评 whose result was verified ÷ 有效差评, those not yet due among them. */
export const rectificationRate = ({ rectified, bad }: Counts) => rate(rectified, bad);

/** 实名差评回访率: reached, or tried as the rules ask, ÷ 实名的有效差评. */
export const followUpRate = ({ followedUp, realName }: Counts) => rate(followedUp, realName);

/** 实名差评联系上的: the same without those who were only tried. */
export const reachedRate = ({ reached, realName }: Counts) => rate(reached, realName);

/** 申诉采纳率: granted ÷ decided. */
export const appealGrantRate = ({ appealsGranted, appealsDenied }: Counts) =>
  rate(appealsGranted, appealsGranted + appealsDenied);
