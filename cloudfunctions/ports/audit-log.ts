import type { AuditEntry, DailyDigest, NewAuditEntry } from '@shared/domain/audit';
import type { Day } from '@shared/kernel/time';
import type { Cursor, Page } from './page';

/** 审计日志: append-only; there is no way to change or remove an entry here. */
export type AuditLog = {
  /** Chained to the entry before it. Throws when it cannot be written: what is not logged does not happen. */
  append(entry: NewAuditEntry): Promise<void>;
  /** Newest first; of one actor (`staff:<id>`) or about one thing when named. */
  entries(
    filter: { readonly actor?: string; readonly about?: string },
    after: Cursor | null,
  ): Promise<Page<AuditEntry>>;
  /** In the order of the chain, from this number on. */
  fromNumber(number: number, limit: number): Promise<readonly AuditEntry[]>;
  digests(limit: number): Promise<readonly DailyDigest[]>;
  /** Keeps the digest of a finished day; false when that day has one. */
  keepDigest(digest: DailyDigest): Promise<boolean>;
  digestOf(day: Day): Promise<DailyDigest | undefined>;
};
