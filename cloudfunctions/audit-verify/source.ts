import type { AuditEntry, DailyDigest } from '@shared/domain/audit';

/** Where a chain is read from. */
export type AuditSource = {
  /** What is checked, as a person calls it. */
  readonly name: string;
  /** The entries as they stand, in portions. */
  entries(): AsyncIterable<readonly AuditEntry[]>;
  /** In the order of days. */
  digests(): Promise<readonly DailyDigest[]>;
};

/** Nothing could be checked: what the person at the keyboard can do about it. */
export class CannotVerify extends Error {
  override readonly name = 'CannotVerify';
}
