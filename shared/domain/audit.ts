import type { Day, Instant } from '../kernel/time';

/** One line of the 审计日志 as it is handed in. Blind references and ids only: no name, number, phone or text. */
export type NewAuditEntry = {
  readonly at: Instant;
  /** `staff:<id>`, `rater:<ref>` or `clock`. */
  readonly actor: string;
  /** The action's name, or the timer job's. */
  readonly action: string;
  /** What it was done to: a rating's or a member of staff's id; empty for a list. */
  readonly about: string;
  /** 用途, a word of a closed list; empty when the action has only one. */
  readonly purpose: string;
  /** `ok` or the code of the refusal. */
  readonly outcome: string;
};

/** An entry in the chain: numbered from 1 without gaps, each one sealing the one before it. */
export type AuditEntry = NewAuditEntry & {
  readonly number: number;
  /** Hash of the entry before; of the first one, the empty text. */
  readonly previous: string;
  /** SM3 of everything above, hexadecimal. */
  readonly hash: string;
};

/** The end of one day's chain, sealed with the digest of the day before; shown and logged where no database reaches. */
export type DailyDigest = {
  readonly day: Day;
  readonly firstNumber: number;
  readonly lastNumber: number;
  readonly head: string;
  readonly previous: string;
  readonly hash: string;
};
