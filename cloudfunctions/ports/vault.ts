import type { Result } from '@shared/kernel/result';

/** Where a sealed text belongs: it opens nowhere else. */
export type SealedPlace = { readonly collection: string; readonly id: string; readonly field: string };

/** What a blind index stands for; the same text of another kind has another index. */
export type IndexKind = 'phone' | 'idNumber' | 'companyCode' | 'receiptCode' | 'invitation';

/** 保险箱: what it seals nobody reads without its key; what it indexes can be found again, never read. */
export type Vault = {
  /** Seals under the newest key. */
  seal(plain: string, place: SealedPlace): string;
  /** `vault.tampered`: changed, or moved here from another place. `vault.keyMissing`: sealed under a key that is not configured. */
  open(sealed: string, place: SealedPlace): Result<string, 'vault.tampered' | 'vault.keyMissing'>;
  /** Blind index of a normalized value, 22 characters. Its key never rotates, so that what was stored is found again. */
  index(kind: IndexKind, value: string): string;
  /** The version of the key that seals now. */
  readonly keyVersion: string;
};
