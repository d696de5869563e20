import type { FormSeal } from '@shared/domain/opened-form';
import type { CodeDigest } from '@shared/domain/window-code';
import type { Day } from '@shared/kernel/time';

/** Keyed one-way digests: names that tell nobody what they stand for. Keys come from configuration only. */
export type Digests = {
  /** Blind reference of a WeChat account. */
  accountRef(openid: string): string;
  /** The id of a rating of a service that has no case: one per rater, window and idempotency key. */
  walkInId(raterRef: string, windowId: string, idempotencyKey: string): string;
  /** Eight characters that people can read aloud, from a rating's id. */
  shortNo(ratingId: string): string;
  /** The id of a report: the same words on the same rating are the same report. */
  reportId(ratingId: string, text: string): string;
  /** The id of a clue: the same note on the same rating is the same clue. */
  clueId(ratingId: string, note: string): string;
  /** SM3 without a key, so that whoever holds the content on paper can check it. */
  contentHash(text: string): string;
  /** Proves that this account uploaded this file. */
  photoSeal(ref: string, fileId: string): string;
  /** Proves that this account opened the form of that window at that moment, and who stood there. */
  formSeal(ref: string): FormSeal;
  /** Blind reference of a network on one day: another one on the next, so that nobody is followed. */
  networkRef(day: Day, network: string): string;
  /** What an audited action was refused about: anything may have been typed there. */
  refusedAbout(about: string): string;
  readonly windowCode: CodeDigest;
  /** The key version that signs new window codes. */
  readonly windowCodeKey: string;
};
