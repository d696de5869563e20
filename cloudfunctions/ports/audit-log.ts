import type { AuditEntry, ChainHead, DailyDigest, Digest, NewAuditEntry } from '@shared/domain/audit';
import type { Day, Instant } from '@shared/kernel/time';
import type { Cursor, Page } from './page';

/** How often one member of staff did what is audited on one day. */
export type DayOfReader = {
  readonly staffId: string;
  readonly day: Day;
  /** Carried out. */
  readonly reads: number;
  readonly refused: number;
};

/** One kind of thing that one member of staff did on one day, however often. */
export type Doing = {
  readonly staffId: string;
  readonly day: Day;
  readonly action: string;
  readonly purpose: string;
};

/** 审计日志: append-only; there is no way to change or remove an entry here. */
export type AuditLog = {
  /** The hash that chains it: SM3. */
  readonly digest: Digest;
  /** Chained to the entry before it. Throws when it cannot be written: what is not logged is not answered. */
  append(entry: NewAuditEntry): Promise<void>;
  /** Newest first; of one actor (`staff:<id>`) or about one of these things when named. */
  entries(
    filter: { readonly actor?: string; readonly about?: readonly string[] },
    after: Cursor | null,
  ): Promise<Page<AuditEntry>>;
  /** In the order of the chain, from this number on; at most 1,000. */
  fromNumber(number: number, limit: number): Promise<readonly AuditEntry[]>;
  /** The newest entry before that moment. */
  lastBefore(moment: Instant): Promise<ChainHead | undefined>;
  /** Members of staff since then, by day, most first; at most 200. */
  readers(since: Instant): Promise<readonly DayOfReader[]>;
  /** What members of staff have carried out about one thing, the newest day first; at most 200. */
  doingsAbout(about: string): Promise<readonly Doing[]>;
  /** All, in the order of days. */
  digests(): Promise<readonly DailyDigest[]>;
  newestDigest(): Promise<DailyDigest | undefined>;
  /** Keeps the digest of a finished day; false when that day has one. */
  keepDigest(digest: DailyDigest): Promise<boolean>;
};
