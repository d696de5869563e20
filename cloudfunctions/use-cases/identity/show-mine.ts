import type { showMine as contract } from '@shared/contracts/identity';
import { type Identity, type IdentityField, isAnythingKept, levelOf, PROOF_METHODS } from '@shared/domain/identity';
import { maskIdNumber, maskName, maskPhone } from '@shared/domain/masks';
import { ok } from '@shared/kernel/result';
import { dayOf } from '@shared/kernel/time';
import type { Context, UseCase } from '../../ports/context';
import { placeOf } from './change-identity';

/** One field in the clear; null when there is none, or it cannot be read. */
export const readField = (
  identity: Identity | undefined,
  field: IdentityField,
  { vault }: Pick<Context, 'vault'>,
): string | null => {
  const sealed = identity?.sealed[field];
  if (!identity || sealed === undefined) return null;
  const opened = vault.open(sealed, placeOf(identity._id, field));
  return opened.ok ? opened.value : null;
};

const companyOf = (identity: Identity | undefined, context: Context) => {
  const name = readField(identity, 'companyName', context);
  const code = readField(identity, 'companyCode', context);
  return name === null || code === null ? null : { name, code };
};

const masked = (value: string | null, mask: (value: string) => string) => (value === null ? null : mask(value));

/** 我的实名信息 */
export const showMine: UseCase<typeof contract> = async (_input, context) => {
  const { actor, identities, now, verifiers } = context;
  const identity = await identities.find(actor.ref);
  const { undetermined = null, keepUntil = null, isGuardian = false } = identity ?? {};
  return ok({
    level: levelOf(identity),
    undeterminedToday: undetermined !== null && dayOf(undetermined.at) === dayOf(now),
    methods: PROOF_METHODS.filter((method) => verifiers.offered.includes(method)),
    proofs: (identity?.proofs ?? []).map(({ method, level, at }) => ({ method, level, on: dayOf(at) })),
    name: masked(readField(identity, 'name', context), maskName),
    idNumber: masked(readField(identity, 'idNumber', context), maskIdNumber),
    phone: masked(readField(identity, 'phone', context), maskPhone),
    company: companyOf(identity, context),
    isGuardian,
    consents: (identity?.consents ?? []).map((consent) => ({ ...consent })),
    keptUntil: identity && keepUntil !== null && isAnythingKept(identity) ? dayOf(keepUntil) : null,
  });
};
