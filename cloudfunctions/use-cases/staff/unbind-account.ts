import type { unbindAccount as contract } from '@shared/contracts/administration';
import { noAccount } from '@shared/domain/role';
import { ok, refuse } from '@shared/kernel/result';
import type { OfficialUseCase } from '../../ports/context';
import { changeStaff } from './change-staff';

/** 解除绑定, and with it any invitation that is out. The roles stay with the person for the next phone. */
export const unbindAccount: OfficialUseCase<typeof contract> = async ({ staffId }, context) => {
  if (staffId === context.actor.staff?._id) return refuse('staff.ownBinding');
  const changed = await changeStaff('staff.manage', staffId, context, () =>
    ok({ accountRef: noAccount(staffId), invitation: null }),
  );
  return changed.ok ? ok({}) : changed;
};
