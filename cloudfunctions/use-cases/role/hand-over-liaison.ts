import type { handOverLiaison as contract } from '@shared/contracts/administration';
import { ok, refuse } from '@shared/kernel/result';
import type { OfficialUseCase } from '../../ports/context';
import { orgWithin, staffWithin } from '../staff/jurisdiction';
import { addGrant, removeGrant } from './change-grants';

/**
 * 责任人员交接. First the new one, then the old one: at no moment the unit has nobody. Broken off in between, the same
 * hand-over again finishes it.
 */
export const handOverLiaison: OfficialUseCase<typeof contract> = async ({ orgId, from, to }, context) => {
  if (from === to) return refuse('staff.handOverToSelf');
  const permission = 'staff.manage';
  const org = await orgWithin(permission, orgId, context);
  if (!org.ok) return org;
  const before = await staffWithin(permission, from, context);
  if (!before.ok) return before;
  const grant = { role: 'liaison', orgId } as const;
  if (!before.value.grants.some((one) => one.role === grant.role && one.orgId === orgId)) return refuse('role.unknown');

  if (to !== null) {
    const added = await addGrant({ permission, staffId: to, grant }, context);
    if (!added.ok) return added;
  }
  const removed = await removeGrant({ permission, staffId: from, grant }, context);
  // Somebody else took it from him at this moment: what was asked for is done.
  return removed.ok || removed.code === 'role.unknown' ? ok({}) : removed;
};
