import { atLeast, caseRefsOf, type Identity, levelOf } from '@shared/domain/identity';
import type { Context } from '../../ports/context';

/** The person who calls, as a rater. */
export type Rater = {
  readonly ref: string;
  readonly identity: Identity | undefined;
  /** The blind references under which his cases are found. */
  readonly caseRefs: readonly string[];
};

export const raterOf = async ({ actor, identities }: Pick<Context, 'actor' | 'identities'>): Promise<Rater> => {
  const identity = await identities.find(actor.ref);
  return { ref: actor.ref, identity, caseRefs: caseRefsOf(actor.ref, identity) };
};

/**
 * All accounts that are proven to be this person, his own first. A weaker proof than his own is left out: whoever merely knows
 * a name and its number must not bring what he does with them upon the one whose they are.
 */
export const accountsOf = async (
  { ref, identity }: Rater,
  { identities }: Pick<Context, 'identities'>,
): Promise<readonly string[]> => {
  if (!identity?.idIndex) return [ref];
  const same = await identities.accountsOf(identity.idIndex);
  const asWell = same.filter((other) => atLeast(levelOf(other), levelOf(identity)));
  return [...new Set([ref, ...asWell.map(({ _id }) => _id)])];
};
