import type { RatingDraft, RatingLevel } from '@shared/domain/rating';
import { isBad } from '@shared/domain/rating';
import type { PolicyProfile } from '@shared/policy/profile';
import Taro from '@tarojs/taro';
import { ownKey } from '../../api/persona';
import { keep } from '../../hooks/stored';
import { type Entry, nameOf } from './entry';
import type { Served } from './served';

/** A photo on the phone; `photo` is its name in the cloud once it is there. */
export type DraftPhoto = { readonly path: string; readonly photo: string | null };

/** What somebody has filled in so far. Tags of other levels stay, should he come back to that level. */
export type Draft = {
  /** The same on every retry, so that one rating is never counted twice. */
  readonly idempotencyKey: string;
  readonly level: RatingLevel | null;
  readonly tags: readonly string[];
  readonly comment: string;
  readonly photos: readonly DraftPhoto[];
  /** The waiting service that is meant; null = none of them, undefined = not chosen yet. */
  readonly serviceKey?: string | null;
  readonly caseNo: string;
  /** 查询码 on the receipt of that case; empty when it is not known. */
  readonly receiptCode: string;
  /** 代表单位 */
  readonly forCompany: boolean;
  /** Who served when it was begun; undefined until the window has said it. */
  readonly served?: Served | undefined;
};

const RANDOM_LENGTH = 11;
const random = (): string =>
  Math.random()
    .toString(36)
    .slice(2, RANDOM_LENGTH)
    .padEnd(RANDOM_LENGTH - 2, '0');
export const newKey = (): string => `${Date.now().toString(36)}-${random()}-${random()}`;

export const emptyDraft = (): Draft => ({
  idempotencyKey: newKey(),
  level: null,
  tags: [],
  comment: '',
  photos: [],
  caseNo: '',
  receiptCode: '',
  forCompany: false,
});

const storageKey = (entry: Entry): string => ownKey(`draft.1.${nameOf(entry)}`);

const isDraft = (kept: unknown): kept is Draft =>
  typeof kept === 'object' && kept !== null && 'idempotencyKey' in kept && 'photos' in kept;

const isUntouched = ({ level, comment, photos, caseNo }: Draft): boolean =>
  level === null && comment === '' && photos.length === 0 && caseNo === '';

/** Keys of drafts that have left the form: a late change must not bring them back. */
const left = new Set<string>();

/** Those for which the phone has no room, as long as the app is open. */
const unkept = new Map<string, Draft>();

export const draftOf = (entry: Entry): Draft => {
  const key = storageKey(entry);
  const kept: unknown = unkept.get(key) ?? Taro.getStorageSync(key);
  return isDraft(kept) ? { ...emptyDraft(), ...kept } : emptyDraft();
};

/** Where there is no room for all of it, its words are kept. */
export const keepDraft = (entry: Entry, draft: Draft): void => {
  if (isUntouched(draft) || left.has(draft.idempotencyKey)) return;
  const key = storageKey(entry);
  unkept.delete(key);
  if (keep(key, draft)) return;
  unkept.set(key, draft);
  keep(key, { ...draft, photos: [] });
};

export const dropDraft = (entry: Entry, idempotencyKey: string): void => {
  left.add(idempotencyKey);
  unkept.delete(storageKey(entry));
  Taro.removeStorageSync(storageKey(entry));
};

/** The draft is in the form again. */
export const putBackDraft = (entry: Entry, draft: Draft): void => {
  left.delete(draft.idempotencyKey);
  keepDraft(entry, draft);
};

/** What of the draft is said at this level: its own tags, and photos only with a bad rating. */
export const saidAt = (draft: Draft, level: RatingLevel, rules: Pick<PolicyProfile, 'rating' | 'tags'>) => {
  const ofLevel = rules.tags.tags.filter((tag) => tag.level === level).map((tag) => tag.code);
  return {
    level,
    tags: draft.tags.filter((code) => ofLevel.includes(code)),
    comment: draft.comment,
    photos: isBad(level, rules.rating) ? draft.photos : [],
  };
};

/** The draft as the law's check wants to see it. */
export const forCheck = (said: ReturnType<typeof saidAt>): RatingDraft => ({
  ...said,
  photos: said.photos.map(({ path }) => path),
});
