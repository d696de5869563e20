import type { Clause } from '../kernel/clause';
import { dayOf, type Instant, instantOf } from '../kernel/time';
import { isBad, RATING_LEVELS, type RatingRules } from './rating';
import type { RatingFile } from './rating-file';

/** 可疑迹象, each with its threshold: under it nothing is said. */
export type IntegrityRules = {
  /** 同一窗口当日来自同一网络的评价至少几条. */
  readonly sameNetwork: Clause<number>;
  /** 同一窗口前后几分钟内的评价至少几条. */
  readonly series: Clause<{ readonly ratings: number; readonly minutes: number }>;
  /** 打开表单到提交至多几秒. */
  readonly quick: Clause<number>;
  /** 同一评价人前后几天内评价这位工作人员至少几次. */
  readonly repeatPair: Clause<{ readonly ratings: number; readonly days: number }>;
};

export type SignalRules = Pick<RatingRules, 'badLevels'> &
  IntegrityRules & {
    /** Which words of praise the text has. */
    readonly praiseIn: (text: string) => readonly string[];
  };

/** What is looked at of a rating beside the one in question. */
export type NearRating = Pick<RatingFile, '_id' | 'level' | 'ratedAt' | 'origin'> & {
  readonly traces: Pick<RatingFile['traces'], 'networkRef'>;
};

/** What stands around a rating; itself among them or not. */
export type Around = {
  /** At the same window on the same day, and a little beyond midnight. */
  readonly atWindow: readonly NearRating[];
  /** By the same rater of the same clerk. */
  readonly ofPair: readonly Pick<NearRating, '_id' | 'ratedAt' | 'origin'>[];
};

/**
 * 可疑迹象: numbers and our own words, for whoever reviews an appeal. It tells no moment, no person and no network, and says
 * nothing about who is right: a family shares a network, and a hurried man is quick.
 */
export type Signal =
  /** `count` of the `of` ratings at this window that day came from the same network, `bad` of them bad. */
  | { readonly signal: 'sameNetwork'; readonly count: number; readonly of: number; readonly bad: number }
  /** `count` ratings at this window within so many `minutes` before and after. */
  | { readonly signal: 'series'; readonly count: number; readonly minutes: number }
  /** `count` seconds from opening the form to submitting. */
  | { readonly signal: 'quick'; readonly count: number }
  /** The same rater has rated this clerk `count` times within so many `days` before and after. */
  | { readonly signal: 'repeatPair'; readonly count: number; readonly days: number }
  /** The text of a rating of the lowest level has `count` of our words of praise. */
  | { readonly signal: 'praiseInBadWords'; readonly count: number; readonly words: readonly string[] };

export type SignalFile = Pick<RatingFile, '_id' | 'level' | 'comment' | 'ratedAt' | 'origin' | 'traces'>;

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 3_600_000;

/** From when until before when the ratings of its window matter: its whole day, and the series beyond midnight. */
export const windowSpan = ({ ratedAt }: Pick<RatingFile, 'ratedAt'>, { series }: Pick<IntegrityRules, 'series'>) => {
  const startOfDay = instantOf(dayOf(ratedAt), '00:00');
  const reach = series.value.minutes * MINUTE_MS;
  return { from: Math.min(startOfDay, ratedAt - reach), until: Math.max(startOfDay + DAY_MS, ratedAt + reach + 1) };
};

/** From when until before when the same rater's ratings of the same clerk matter. */
export const pairSpan = (
  { ratedAt }: Pick<RatingFile, 'ratedAt'>,
  { repeatPair }: Pick<IntegrityRules, 'repeatPair'>,
) => ({
  from: ratedAt - repeatPair.value.days * DAY_MS,
  until: ratedAt + repeatPair.value.days * DAY_MS + 1,
});

/** Of people alone, this one once. */
const withItself = <T extends Pick<NearRating, '_id' | 'origin'>>(own: T, near: readonly T[]): readonly T[] => [
  own,
  ...near.filter(({ _id, origin }) => _id !== own._id && origin !== 'systemDefault'),
];

const within = (ratings: readonly { readonly ratedAt: Instant }[], { from, until }: ReturnType<typeof pairSpan>) =>
  ratings.filter(({ ratedAt }) => from <= ratedAt && ratedAt < until).length;

const sameNetwork = (file: SignalFile, { atWindow }: Around, rules: SignalRules): readonly Signal[] => {
  const thatDay = withItself<NearRating>(file, atWindow).filter(
    ({ ratedAt }) => dayOf(ratedAt) === dayOf(file.ratedAt),
  );
  const { networkRef } = file.traces;
  const same = networkRef === null ? [] : thatDay.filter(({ traces }) => traces.networkRef === networkRef);
  if (same.length < rules.sameNetwork.value) return [];
  const bad = same.filter(({ level }) => isBad(level, rules)).length;
  return [{ signal: 'sameNetwork', count: same.length, of: thatDay.length, bad }];
};

const series = (file: SignalFile, { atWindow }: Around, rules: SignalRules): readonly Signal[] => {
  const { ratings, minutes } = rules.series.value;
  const reach = minutes * MINUTE_MS;
  const span = { from: file.ratedAt - reach, until: file.ratedAt + reach + 1 };
  const count = within(withItself<NearRating>(file, atWindow), span);
  return count >= ratings ? [{ signal: 'series', count, minutes }] : [];
};

const quick = ({ ratedAt, traces: { openedAt } }: SignalFile, rules: SignalRules): readonly Signal[] => {
  if (openedAt === null || openedAt > ratedAt) return [];
  const count = Math.floor((ratedAt - openedAt) / SECOND_MS);
  return count <= rules.quick.value ? [{ signal: 'quick', count }] : [];
};

const repeatPair = (file: SignalFile, { ofPair }: Around, rules: SignalRules): readonly Signal[] => {
  const { ratings, days } = rules.repeatPair.value;
  const count = within(withItself<Around['ofPair'][number]>(file, ofPair), pairSpan(file, rules));
  return count >= ratings ? [{ signal: 'repeatPair', count, days }] : [];
};

const praiseInBadWords = ({ level, comment }: SignalFile, rules: SignalRules): readonly Signal[] => {
  if (level !== RATING_LEVELS.at(-1)) return [];
  const words = rules.praiseIn(comment);
  return words.length > 0 ? [{ signal: 'praiseInBadWords', count: words.length, words }] : [];
};

/** All that strikes about one rating. Nothing struck is no proof of anything either. */
export const signalsOf = (file: SignalFile, around: Around, rules: SignalRules): readonly Signal[] => [
  ...sameNetwork(file, around, rules),
  ...series(file, around, rules),
  ...quick(file, rules),
  ...repeatPair(file, around, rules),
  ...praiseInBadWords(file, rules),
];
