import type { withdrawConsent as contract } from '@shared/contracts/identity';
import { type Identity, levelOf, type Notice, type ProofMethod } from '@shared/domain/identity';
import { ok, refuse } from '@shared/kernel/result';
import type { Instant } from '@shared/kernel/time';
import type { UseCase } from '../../ports/context';
import { changeIdentity, type IdentityChange } from '../identity/change-identity';
import { mayActOnOwnData } from './own-data-limit';

const without = ({ proofs }: Identity, ...methods: readonly ProofMethod[]) =>
  proofs.filter(({ method }) => !methods.includes(method));

/** What was kept under each consent. A third factor without its phone is what the other two prove. */
const ERASED: Readonly<Record<Notice, (before: Identity) => IdentityChange>> = {
  phone: (before) => ({
    fields: { phone: null },
    phoneIndex: null,
    proofs: without(before, 'wechatPhone').map((proof) =>
      proof.level === 'threeFactor' ? { ...proof, level: 'twoFactor' as const } : proof,
    ),
  }),
  idNumber: (before) => ({
    fields: { name: null, idNumber: null, companyName: null, companyCode: null },
    idIndex: null,
    proofs: without(before, 'idNumber', 'province', 'face'),
    face: null,
    isGuardian: false,
  }),
  face: (before) => ({ proofs: without(before, 'face'), face: null }),
  guardian: () => ({ isGuardian: false }),
};

const withdrawn = ({ consents }: Identity, notice: Notice, now: Instant) =>
  consents.map((consent) =>
    consent.notice === notice && consent.withdrawnAt === null ? { ...consent, withdrawnAt: now } : consent,
  );

/** 撤回同意: at any time, at once; what was done before stays lawful (个人信息保护法第十五条). */
export const withdrawConsent: UseCase<typeof contract> = async ({ notice }, context) => {
  if (!(await mayActOnOwnData(context))) return refuse('limit.tooOften');
  const after = await changeIdentity(
    (before) => ({ ...ERASED[notice](before), consents: withdrawn(before, notice, context.now) }),
    context,
  );
  return ok({ level: levelOf(after) });
};
