import { caseRefsOf, type Identity } from '@shared/domain/identity';
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

/** All accounts that are proven to be this person, his own first. */
export const accountsOf = async (
  { ref, identity }: Rater,
  { identities }: Pick<Context, 'identities'>,
): Promise<readonly string[]> =>
  identity?.idIndex ? [...new Set([ref, ...(await identities.accountsOf(identity.idIndex))])] : [ref];
