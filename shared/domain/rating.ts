import type { Clause } from '../kernel/clause';
import { ok, type Result, refuse } from '../kernel/result';
import type { Instant } from '../kernel/time';
import type { Tag, TagDictionary } from './tag';

/** 评价等级, from best to worst. */
export const RATING_LEVELS = [
  'verySatisfied',
  'satisfied',
  'basicallySatisfied',
  'dissatisfied',
  'veryDissatisfied',
] as const;
export type RatingLevel = (typeof RATING_LEVELS)[number];

/** Who made the record. Only a person's act creates `self`. */
export type RatingOrigin = 'self' | 'assisted' | 'phoneInvited' | 'paperEntered' | 'systemDefault' | 'imported';

/** How the rating came in: by a window's code, or from the rater's own list of services. */
export const RATING_CHANNELS = ['windowCode', 'ownService'] as const;
export type RatingChannel = (typeof RATING_CHANNELS)[number];

/** Whether the rating counts. One that is set aside is kept and not counted, never deleted. */
export type RatingStanding = 'effective' | 'quarantined' | 'setAside' | 'superseded';

/** What the regulation must say before anyone can rate. */
export type RatingRules = {
  /** 分值 of each level. */
  readonly scores: Clause<Readonly<Record<RatingLevel, number>>>;
  /** 差评等级 */
  readonly badLevels: Clause<readonly RatingLevel[]>;
  /** 差评须选标签或填写原因 */
  readonly badRatingNeedsReason: Clause<boolean>;
  /** 原因字数上限, in characters as people count them. */
  readonly commentMaxCharacters: Clause<number>;
  /** 照片张数上限 */
  readonly photosMax: Clause<number>;
  /** 一人一日在同一窗口、没有办件证明的评价超过此数，先隔离核查 (never refused). */
  readonly walkInsPerWindowDay: Clause<number>;
  /** 一个微信一日评价超过此数，先隔离核查. */
  readonly ratingsPerAccountDay: Clause<number>;
  /** 一个窗口码一小时内没有办件证明的评价超过此数，先隔离核查. */
  readonly walkInsPerCodeHour: Clause<number>;
  /** 表单打开后多久以内提交，评给打开时的当班人员, in hours. */
  readonly formHolds: Clause<number>;
  /** 提交后多久以内可以修改, in hours. */
  readonly changeWithin: Clause<number>;
  /** 一条评价可以修改的次数 */
  readonly changesAtMost: Clause<number>;
};

/** What the citizen gives. */
export type RatingDraft = {
  readonly level: RatingLevel;
  readonly tags: readonly string[];
  readonly comment: string;
  readonly photos: readonly string[];
};

export const isBad = (level: RatingLevel, rules: Pick<RatingRules, 'badLevels'>): boolean =>
  rules.badLevels.value.includes(level);

// Control characters (NUL too) and the bidirectional overrides with which text can show other than it reads.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const UNSAFE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;
// Blanks of every width, joiners, fillers and selectors: whatever leaves nothing on the screen when it stands alone.
const INVISIBLE = /[\s\p{Default_Ignorable_Code_Point}\u2800]/gu;
const HALF_CHARACTER = /^[\uD800-\uDFFF]$/;

const withoutHalves = (text: string): string =>
  [...text].filter((character) => !HALF_CHARACTER.test(character)).join('');

/** The comment as it is kept: the citizen's words without control characters, halves of characters and outer blanks. */
export const cleanComment = (comment: string): string =>
  withoutHalves(comment).replace(/\r\n?/g, '\n').replace(UNSAFE, '').trim();

/** 字数: a rare character or an emoji is one; an emoji joined of several (👨‍👩‍👧) counts its parts. */
export const countCharacters = (text: string): number => [...text].length;

/** Spaces and invisible characters alone are no reason. */
export const hasReason = (draft: Pick<RatingDraft, 'tags' | 'comment'>): boolean =>
  draft.tags.length > 0 || cleanComment(draft.comment).replace(INVISIBLE, '') !== '';

type Said = Pick<RatingDraft, 'level' | 'tags' | 'comment'>;

/** The order of tags says nothing. */
export const saysTheSame = (a: Said, b: Said): boolean =>
  a.level === b.level && a.comment === b.comment && [...a.tags].sort().join() === [...b.tags].sort().join();

export type DraftRefusal =
  | 'rating.reasonMissing'
  | 'rating.commentTooLong'
  | 'rating.tooManyPhotos'
  | 'rating.tagUnknown'
  | 'rating.tagOfOtherLevel';

const checkTags = (draft: RatingDraft, dictionary: TagDictionary): Result<readonly Tag[], DraftRefusal> => {
  const tags = [...new Set(draft.tags)].map((code) => dictionary.tags.find((tag) => tag.code === code));
  const known = tags.filter((tag) => tag !== undefined);
  if (known.length < tags.length) return refuse('rating.tagUnknown');
  if (known.some((tag) => tag.level !== draft.level)) return refuse('rating.tagOfOtherLevel');
  return ok(known);
};

/** Is this what the law wants? The screen asks before sending and the cloud asks again. */
export const checkDraft = (
  draft: RatingDraft,
  rules: RatingRules,
  dictionary: TagDictionary,
): Result<RatingDraft, DraftRefusal> => {
  const comment = cleanComment(draft.comment);
  if (countCharacters(comment) > rules.commentMaxCharacters.value) return refuse('rating.commentTooLong');
  if (draft.photos.length > rules.photosMax.value) return refuse('rating.tooManyPhotos');
  const tags = checkTags(draft, dictionary);
  if (!tags.ok) return tags;
  if (isBad(draft.level, rules) && rules.badRatingNeedsReason.value && !hasReason({ tags: draft.tags, comment })) {
    return refuse('rating.reasonMissing');
  }
  return ok({ ...draft, comment, tags: tags.value.map((tag) => tag.code) });
};

/** 评价 as its rater gave it; nobody else alters these words, and he but soon and seldom (`change-rating.ts`). */
export type Rating = RatingDraft & {
  readonly dictionary: string;
  readonly origin: RatingOrigin;
  readonly ratedAt: Instant;
  readonly standing: RatingStanding;
  /** Why it is not `effective`, in Chinese, for the person who decides. */
  readonly standingReason?: string;
};
