import type { Identity, ProofLevel } from '@shared/domain/identity';
import type { Context } from '../../ports/context';
import type { Checked, ClaimedPerson } from '../../ports/verifiers';
import { placeOf } from './change-identity';

/** The proven phone of this account; undefined when there is none, or it cannot be read. */
const phoneOf = (identity: Identity | undefined, { vault }: Pick<Context, 'vault'>): string | undefined => {
  const sealed = identity?.sealed.phone;
  if (!identity || sealed === undefined) return undefined;
  const opened = vault.open(sealed, placeOf(identity._id, 'phone'));
  return opened.ok ? opened.value : undefined;
};

type CheckedNumber = { readonly verdict: 'match'; readonly level: ProofLevel } | Exclude<Checked, { verdict: 'match' }>;

/**
 * 三要素 where a phone is proven; else, and whenever that does not match or cannot say, 二要素: many people's phones are in the
 * name of somebody in the family, which makes nobody a liar.
 */
export const checkNumber = async (
  person: ClaimedPerson,
  identity: Identity | undefined,
  context: Pick<Context, 'vault' | 'verifiers'>,
): Promise<CheckedNumber> => {
  const phone = phoneOf(identity, context);
  const three = phone === undefined ? undefined : await context.verifiers.threeFactor(person, phone);
  if (three?.verdict === 'match') return { verdict: 'match', level: 'threeFactor' };
  const two = await context.verifiers.twoFactor(person);
  return two.verdict === 'match' ? { verdict: 'match', level: 'twoFactor' } : two;
};
