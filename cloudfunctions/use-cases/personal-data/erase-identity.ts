import type { Identity } from '@shared/domain/identity';
import type { IdentityChange } from '../identity/change-identity';

/** 实名信息 erased: nothing sealed, nothing indexed, nothing proven; the receipts of consent stay, and end now. */
export const erased = ({ consents }: Identity, now: number): IdentityChange => ({
  fields: { name: null, idNumber: null, phone: null, companyName: null, companyCode: null },
  phoneIndex: null,
  idIndex: null,
  proofs: [],
  undetermined: null,
  face: null,
  isGuardian: false,
  consents: consents.map((consent) => ({ ...consent, withdrawnAt: consent.withdrawnAt ?? now })),
});
