import type { Identity, ProofMethod } from '@shared/domain/identity';
import type { Context } from '../../ports/context';
import type { ClaimedPerson } from '../../ports/verifiers';
import { changeIdentity, withConsents, withProof } from './change-identity';
import type { GivenConsent } from './consent';

/**
 * Keeps a person for whom a face or the province has vouched. Nothing of a scan that was called off while it was judged: he
 * has withdrawn his consent, or erased himself.
 */
export const keepStrongPerson = async (
  { name, idNumber }: ClaimedPerson,
  method: Extract<ProofMethod, 'face' | 'province'>,
  given: readonly GivenConsent[],
  context: Context,
): Promise<Identity> => {
  const { now, vault } = context;
  return changeIdentity(
    ({ proofs, consents, face }) =>
      method === 'face' && face === null
        ? {}
        : {
            fields: { name, idNumber },
            idIndex: vault.index('idNumber', idNumber),
            proofs: withProof(proofs, { method, level: 'strong', at: now }),
            consents: withConsents(consents, given, now),
            face: null,
          },
    context,
  );
};
