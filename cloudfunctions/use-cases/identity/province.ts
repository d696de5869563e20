import type { finishProvince as finishContract, startProvince as startContract } from '@shared/contracts/identity';
import { levelOf } from '@shared/domain/identity';
import { ok, refuse } from '@shared/kernel/result';
import type { Instant } from '@shared/kernel/time';
import { LIMITS } from '@shared/policy/limits';
import type { UseCase } from '../../ports/context';
import type { Vault } from '../../ports/vault';
import { placeOf } from './change-identity';
import { readPerson } from './claimed-person';
import { checkConsents } from './consent';
import { keepStrongPerson } from './keep-person';
import { answered, couldNotSay } from './verdict';

/** How long a citizen may take at the province's page. */
const STATE_HOLDS_MS = 15 * 60_000;

/** `state` (RFC 6749, 10.12): opens for this account alone, and only for a while; nothing is stored. */
const isOwnState = (state: string, ref: string, now: Instant, vault: Vault): boolean => {
  const opened = vault.open(state, placeOf(ref, 'provinceState'));
  return opened.ok && now <= Number(opened.value) + STATE_HOLDS_MS;
};

export const startProvince: UseCase<typeof startContract> = async ({ consent }, { actor, now, vault, verifiers }) => {
  const consents = checkConsents([{ notice: 'idNumber', version: consent }]);
  if (!consents.ok) return consents;
  if (!verifiers.offered.includes('province')) return refuse('identity.methodClosed');
  return ok({ link: verifiers.provinceLink(vault.seal(String(now), placeOf(actor.ref, 'provinceState'))) });
};

/** 省统一身份认证: the province says who he is. */
export const finishProvince: UseCase<typeof finishContract> = async ({ code, state, consent }, context) => {
  const { actor, limits, now, vault, verifiers } = context;
  const consents = checkConsents([{ notice: 'idNumber', version: consent }]);
  if (!consents.ok) return consents;
  if (!verifiers.offered.includes('province')) return refuse('identity.methodClosed');
  if (!isOwnState(state, actor.ref, now, vault)) return refuse('identity.expired');
  if (!(await limits.take('proof', actor.ref, LIMITS.proof.value, now))) return refuse('limit.proofs');
  const checked = await verifiers.provincePerson(code);
  if (checked.verdict === 'refused') return refuse('identity.expired');
  if (checked.verdict === 'mismatch') return refuse('identity.notPassed');
  if (checked.verdict === 'undetermined') return ok(await couldNotSay('province', checked.why, context));
  const person = readPerson(checked.person, now);
  if (!person.ok) return person;
  return ok(answered('proven', levelOf(await keepStrongPerson(person.value, 'province', consents.value, context))));
};
