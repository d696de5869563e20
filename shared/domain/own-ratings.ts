import type { Clause } from '../kernel/clause';
import { type Day, dayOf, type Instant } from '../kernel/time';
import { isBad, RATING_LEVELS, type RatingLevel, type RatingRules } from './rating';
import type { RatingFile } from './rating-file';
import { scrub } from './scrub';

/** What is read of a clerk's ratings to make his own view; it never leaves the cloud one by one. */
export type OwnRating = Pick<
  RatingFile,
  '_id' | 'level' | 'tags' | 'dictionary' | 'comment' | 'ratedAt' | 'standing' | 'origin' | 'textCheck' | 'original'
>;

export type OwnRatingsRules = Pick<RatingRules, 'badLevels'> & {
  /** 每批至少几条. */
  readonly smallestBatch: Clause<number>;
  /** The words of tags in their edition. */
  readonly tagTexts: (dictionary: string, codes: readonly string[]) => readonly string[];
};

/** One side of what was said. */
export type OwnSide = {
  readonly count: number;
  /** Most frequent first. */
  readonly tags: readonly { readonly text: string; readonly count: number }[];
  /** Sorted by their own letters: neither order nor place tells when or by whom. */
  readonly comments: readonly string[];
};

/** 我的评价情况 of one period. */
export type OwnRatings = {
  readonly count: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** All five, best first. */
  readonly levels: readonly { readonly level: RatingLevel; readonly count: number }[];
  readonly praise: OwnSide;
  readonly complaint: OwnSide;
};

const byTime = (a: OwnRating, b: OwnRating) => a.ratedAt - b.ratedAt || (a._id < b._id ? -1 : 1);
const byLetters = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** As it was first said: who looked before and after a change would know that one of a few had changed his mind. */
const asFirstSaid = (rating: OwnRating): OwnRating => ({ ...rating, ...rating.original });

/**
 * What may be shown: whole batches of ratings given before today, cut in the order in which they were given. A batch is
 * the same whatever happens to its ratings later, and one of them that does not count hides all of it: so what two looks
 * show differs by whole batches, never by one rating that was set aside, released or given in between.
 */
const shownOf = (ratings: readonly OwnRating[], today: Day, size: number): readonly OwnRating[] => {
  const given = ratings.filter(({ origin, ratedAt }) => origin !== 'systemDefault' && dayOf(ratedAt) < today);
  const inOrder = [...given].sort(byTime);
  const batches = Array.from({ length: Math.floor(inOrder.length / size) }, (_, at) =>
    inOrder.slice(at * size, (at + 1) * size),
  );
  return batches
    .filter((batch) => batch.every(({ standing }) => standing === 'effective'))
    .flat()
    .map(asFirstSaid);
};

const tagsOf = (ratings: readonly OwnRating[], { tagTexts }: OwnRatingsRules): OwnSide['tags'] => {
  const counts = new Map<string, number>();
  for (const text of ratings.flatMap(({ dictionary, tags }) => tagTexts(dictionary, tags))) {
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || byLetters(a.text, b.text));
};

const sideOf = (ratings: readonly OwnRating[], rules: OwnRatingsRules): OwnSide => ({
  count: ratings.length,
  tags: tagsOf(ratings, rules),
  comments: ratings
    .filter(({ comment, textCheck }) => comment !== '' && textCheck !== 'risky')
    .map(({ comment }) => scrub(comment))
    .sort(byLetters),
});

/** One clerk's view of one period from all its ratings; undefined while there is no whole batch. */
export const ownRatings = (
  ratings: readonly OwnRating[],
  now: Instant,
  rules: OwnRatingsRules,
): OwnRatings | undefined => {
  const shown = shownOf(ratings, dayOf(now), rules.smallestBatch.value);
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last) return undefined;
  return {
    count: shown.length,
    firstDay: dayOf(first.ratedAt),
    lastDay: dayOf(last.ratedAt),
    levels: RATING_LEVELS.map((level) => ({ level, count: shown.filter((rating) => rating.level === level).length })),
    praise: sideOf(
      shown.filter(({ level }) => !isBad(level, rules)),
      rules,
    ),
    complaint: sideOf(
      shown.filter(({ level }) => isBad(level, rules)),
      rules,
    ),
  };
};
