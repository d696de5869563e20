import type { finishFace as finishContract, startFace as startContract } from '@shared/contracts/identity';
import { isProvenBy, levelOf } from '@shared/domain/identity';
import { ok, refuse } from '@shared/kernel/result';
import { LIMITS } from '@shared/policy/limits';
import { PRIVACY } from '@shared/policy/privacy';
import type { UseCase } from '../../ports/context';
import type { ClaimedPerson } from '../../ports/verifiers';
import { changeIdentity, placeOf, SCAN_HOLDS_MS, withConsents } from './change-identity';
import { readPerson } from './claimed-person';
import { checkConsents } from './consent';
import { keepStrongPerson } from './keep-person';
import { answered, couldNotSay, refusalOf } from './verdict';

/** 人脸核验, begun: never a minor's face, never without its own consent. */
export const startFace: UseCase<typeof startContract> = async (input, context) => {
  const { actor, digests, limits, now, vault, verifiers } = context;
  const consents = checkConsents([
    { notice: 'idNumber', version: input.consent },
    { notice: 'face', version: input.faceConsent },
  ]);
  if (!consents.ok) return consents;
  const person = readPerson(input, now);
  if (!person.ok) return person;
  if (person.value.age < PRIVACY.faceFromAge.value) return refuse('identity.faceForAdultsOnly');
  if (!verifiers.offered.includes('face')) return refuse('identity.methodClosed');
  if (!(await limits.take('proof', actor.ref, LIMITS.proof.value, now))) return refuse('limit.proofs');
  const { name, idNumber } = person.value;
  const sequenceNo = `${now.toString(36)}-${digests.shortNo(`${actor.ref}${now}`)}`;
  const started = await verifiers.startFace({ name, idNumber }, sequenceNo, actor.openid);
  if (started.verdict === 'refused') return refuse(refusalOf(started));
  if (started.verdict === 'mismatch') return refuse('identity.mismatch');
  if (started.verdict === 'undetermined') {
    await couldNotSay('face', started.why, context);
    return ok({ outcome: 'undetermined', verifyId: null });
  }
  const claim = vault.seal(JSON.stringify({ name, idNumber }), placeOf(actor.ref, 'face'));
  const face = { sequenceNo, verifyId: started.verifyId, startedAt: now, claim };
  await changeIdentity((before) => ({ face, consents: withConsents(before.consents, consents.value, now) }), context);
  return ok({ outcome: 'started', verifyId: started.verifyId });
};

/** 人脸核验, over: WeChat says whether it was passed, the phone does not. */
export const finishFace: UseCase<typeof finishContract> = async (_input, context) => {
  const { actor, identities, limits, now, vault, verifiers } = context;
  const face = (await identities.find(actor.ref))?.face;
  if (!face || now > face.startedAt + SCAN_HOLDS_MS) return refuse('identity.expired');
  const claim = vault.open(face.claim, placeOf(actor.ref, 'face'));
  if (!claim.ok) return claim;
  if (!(await limits.take('faceResult', actor.ref, LIMITS.faceResult.value, now))) return refuse('limit.proofs');
  const person = JSON.parse(claim.value) as ClaimedPerson;
  const checked = await verifiers.finishFace(person, face.sequenceNo, face.verifyId, actor.openid);
  if (checked.verdict === 'refused') return refuse(refusalOf(checked));
  if (checked.verdict === 'mismatch') {
    // WeChat has spoken: whose face it should have been is kept no longer.
    await changeIdentity(() => ({ face: null }), context);
    return refuse('identity.notPassed');
  }
  if (checked.verdict === 'undetermined') return ok(await couldNotSay('face', checked.why, context));
  const after = await keepStrongPerson(person, 'face', [], context);
  return isProvenBy('face', after) ? ok(answered('proven', levelOf(after))) : refuse('identity.expired');
};
