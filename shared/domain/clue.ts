import type { Day, Instant } from '../kernel/time';
import type { RatingLevel } from './rating';
import type { Subject } from './subject';
import type { Official } from './visibility';

/** 线索办理状态: all that comes back from whoever received it. */
export const CLUE_STATES = ['transferred', 'received', 'handled'] as const;
export type ClueState = (typeof CLUE_STATES)[number];

/** What is transferred: the rater's words and what they are about, never who he is. */
export type ClueContent = {
  readonly level: RatingLevel;
  readonly dictionary: string;
  readonly tags: readonly string[];
  readonly comment: string;
  readonly photos: readonly string[];
  readonly ratedOn: Day;
  readonly servedBy: Subject['names'];
  readonly caseNo: string | null;
  /** Why it is transferred. */
  readonly note: string;
};

/**
 * 线索: a sealed copy of a rating, in a collection of its own (台前 第十九条, 潮州 第十五条). Nothing in the rating, its ticket,
 * its history or its messages tells that it exists.
 */
export type Clue = {
  /** A digest of the rating and the note: the same once more is the same clue. */
  readonly _id: string;
  readonly clueNo: string;
  readonly ratingId: string;
  /** The bureaus above the rated window; whoever receives clues at one of them reads it. */
  readonly bureauIds: readonly string[];
  /** The bureau that transferred it, by its name of that day. */
  readonly bureauName: string;
  readonly transferredBy: string;
  readonly ratedStaffId: string | null;
  readonly at: Instant;
  /** `ClueContent` as JSON, with its content hash. */
  readonly sealed: string;
  /** The key under which it is sealed. */
  readonly keyVersion: string;
  readonly state: ClueState;
};

type Rated = {
  readonly subject: Subject;
  readonly ticketByDay: { readonly unitId: string; readonly bureauId: string } | null;
};

/** A supervisor of the bureau who neither was rated nor serves or answers at a unit that must not see it. */
export const mayTransfer = (
  { staffId, deskIds, unitIds, bureauIds }: Official,
  { subject, ticketByDay }: Rated,
): boolean =>
  ticketByDay !== null &&
  bureauIds.includes(ticketByDay.bureauId) &&
  subject.staffId !== staffId &&
  ![...deskIds, ...unitIds].some((id) => id === subject.orgId || id === ticketByDay.unitId);

/** Whoever receives clues at one of its bureaus, and never the person whom it is about. */
export const mayReadClue = (
  staffId: string,
  officeIds: readonly string[],
  { bureauIds, ratedStaffId }: Pick<Clue, 'bureauIds' | 'ratedStaffId'>,
): boolean => ratedStaffId !== staffId && bureauIds.some((id) => officeIds.includes(id));

/** A clue only goes forward; the same word again changes nothing. */
export const canBecome = (from: ClueState, to: ClueState): boolean =>
  CLUE_STATES.indexOf(from) <= CLUE_STATES.indexOf(to);
