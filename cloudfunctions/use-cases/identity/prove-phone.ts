import type { provePhone as contract } from '@shared/contracts/identity';
import { levelOf } from '@shared/domain/identity';
import { readPhoneNumber } from '@shared/domain/phone-number';
import { ok, refuse } from '@shared/kernel/result';
import { LIMITS } from '@shared/policy/limits';
import type { UseCase } from '../../ports/context';
import { changeIdentity, withConsents, withProof } from './change-identity';
import { checkConsents } from './consent';
import { answered, couldNotSay } from './verdict';

/** 手机号 */
export const provePhone: UseCase<typeof contract> = async ({ code, consent }, context) => {
  const { actor, limits, now, vault, verifiers } = context;
  const consents = checkConsents([{ notice: 'phone', version: consent }]);
  if (!consents.ok) return consents;
  if (!verifiers.offered.includes('wechatPhone')) return refuse('identity.methodClosed');
  if (!(await limits.take('phoneCode', actor.ref, LIMITS.phoneCode.value, now))) return refuse('limit.proofs');
  const checked = await verifiers.phoneOf(code);
  if (checked.verdict === 'refused' || checked.verdict === 'mismatch') {
    const isForeign = checked.verdict === 'refused' && checked.why === 'phone';
    return refuse(isForeign ? 'identity.phoneForeign' : 'identity.phoneCodeInvalid');
  }
  if (checked.verdict === 'undetermined') return ok(await couldNotSay('wechatPhone', checked.why, context));
  const phone = readPhoneNumber(checked.phone);
  if (!phone.ok) return refuse('identity.phoneForeign');
  const after = await changeIdentity(
    ({ proofs, consents: before }) => ({
      fields: { phone: phone.value },
      phoneIndex: vault.index('phone', phone.value),
      proofs: withProof(proofs, { method: 'wechatPhone', level: 'phone', at: now }),
      consents: withConsents(before, consents.value, now),
    }),
    context,
  );
  return ok(answered('proven', levelOf(after)));
};
