import type { inviteStaff as contract } from '@shared/contracts/administration';
import { INVITATION_LENGTH } from '@shared/domain/invitation';
import { isBound } from '@shared/domain/role';
import { ok, refuse } from '@shared/kernel/result';
import { ADMINISTRATION } from '@shared/policy/administration';
import type { OfficialUseCase } from '../../ports/context';
import { changeStaff } from './change-staff';

const HOUR_MS = 3_600_000;

/** 邀请绑定: the code leaves the cloud this once; only its blind index is kept. */
export const inviteStaff: OfficialUseCase<typeof contract> = async ({ staffId }, context) => {
  const code = context.chance.readableCode(INVITATION_LENGTH);
  const until = context.now + ADMINISTRATION.invitationHolds.value.count * HOUR_MS;
  const invitation = { index: context.vault.index('invitation', code), until };
  const changed = await changeStaff('staff.manage', staffId, context, (member) =>
    isBound(member) ? refuse('staff.memberBound') : ok({ invitation }),
  );
  return changed.ok ? ok({ code, until }) : changed;
};
