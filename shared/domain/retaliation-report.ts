import type { Clause } from '../kernel/clause';
import { ok, type Result, refuse } from '../kernel/result';
import type { Instant } from '../kernel/time';
import type { Org } from './organization';
import { cleanComment, countCharacters, hasReason } from './rating';
import type { Subject } from './subject';
import type { Official } from './visibility';

/**
 * 举报打击报复: one document of a collection of its own, so that no list of ratings or tickets shows that it exists. The words
 * stand in it sealed.
 */
export type RetaliationReport = {
  /** A digest of the rating and the words: the same words again are the same report. */
  readonly _id: string;
  readonly receiptNo: string;
  readonly ratingId: string;
  readonly raterRef: string;
  /** The bureau that reads it, by its name of that day. */
  readonly bureauId: string;
  readonly bureauName: string;
  /** Who was rated is kept from it, whatever his roles. */
  readonly ratedStaffId: string | null;
  readonly names: Subject['names'];
  readonly at: Instant;
  readonly sealed: { readonly text: string; readonly result: string | null };
  /** The key under which both are sealed. */
  readonly keyVersion: string;
  readonly closedAt: Instant | null;
  /** The member of staff who closed it. */
  readonly closedBy: string | null;
};

/** Only the bureau that it was sealed to, and never the person whom it is about. */
export const mayRead = (
  { staffId, bureauIds }: Pick<Official, 'staffId' | 'bureauIds'>,
  { bureauId, ratedStaffId }: Pick<RetaliationReport, 'bureauId' | 'ratedStaffId'>,
): boolean => bureauIds.includes(bureauId) && ratedStaffId !== staffId;

/** 上级: the bureau above the one that handles the rating, else that one, which stands above the rated unit. Top down. */
export const upperBureauOf = (orgPath: readonly string[], orgs: readonly Org[]): Org => {
  const bureaus = orgPath.flatMap((id) => orgs.filter((org) => org._id === id && org.kind === 'bureau'));
  const upper = bureaus.at(-2) ?? bureaus.at(-1);
  if (!upper) throw new Error('directory: a rated window has no bureau');
  return upper;
};

/** Words that somebody must write, cleaned as comments are. */
export const checkWords = <Missing extends string>(
  written: string,
  { value: maxCharacters }: Clause<number>,
  missing: Missing,
): Result<string, Missing | 'words.tooLong'> => {
  const text = cleanComment(written);
  if (!hasReason({ tags: [], comment: text })) return refuse(missing);
  return countCharacters(text) > maxCharacters ? refuse('words.tooLong') : ok(text);
};

/** Tells the rater that it arrived, and who reads it. */
export const sayReportReceived = ({ receiptNo, bureauName }: RetaliationReport): string =>
  `您的反映已收到，编号${receiptNo}。由${bureauName}查看，被评价的单位和人员看不到。`;

/** Tells the rater where the answer stands; the words of the answer stay sealed. */
export const sayReportClosed = ({ receiptNo, bureauName }: RetaliationReport): string =>
  `您的反映（编号${receiptNo}）已由${bureauName}办结，办理结果请在这条评价的“向上级反映”中查看。`;
