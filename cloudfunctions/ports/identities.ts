import type { Identity } from '@shared/domain/identity';
import type { Instant } from '@shared/kernel/time';

/** 实名档案 */
export type Identities = {
  find(ref: string): Promise<Identity | undefined>;
  /** Inserts (`rev` 0) or replaces what was read; false when somebody was first. */
  save(identity: Identity): Promise<boolean>;
  /** Accounts that have proven the same ID number, the own one included. */
  accountsOf(idIndex: string): Promise<readonly Pick<Identity, '_id' | 'proofs'>[]>;
  /** Those of which something is due to be erased, longest due first. */
  due(now: Instant, limit: number): Promise<readonly Identity[]>;
  /** Gone for good, unless somebody changed it since it was read. */
  remove(identity: Identity): Promise<void>;
  /** Those sealed under another key than this version. */
  sealedUnderOther(keyVersion: string, limit: number): Promise<readonly Identity[]>;
};
