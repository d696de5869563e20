import { type Identity, isProvenBy } from '@shared/domain/identity';
import { ok, type Result } from '@shared/kernel/result';
import type { Vault } from '../../ports/vault';
import { placeOf } from '../identity/change-identity';

/** The number may be used: it was proven, and the consent to its notice holds. */
export const mayBeTexted = (identity: Identity | undefined): identity is Identity =>
  identity !== undefined &&
  isProvenBy('wechatPhone', identity) &&
  identity.consents.some(({ notice, withdrawnAt }) => notice === 'phone' && withdrawnAt === null);

/** Null when there is none that may be used. */
export const phoneOf = (
  identity: Identity | undefined,
  vault: Vault,
): Result<string | null, 'vault.tampered' | 'vault.keyMissing'> => {
  const sealed = mayBeTexted(identity) ? identity.sealed.phone : undefined;
  return identity && sealed ? vault.open(sealed, placeOf(identity._id, 'phone')) : ok(null);
};
