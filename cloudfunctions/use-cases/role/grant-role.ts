import type { grantRole as contract } from '@shared/contracts/administration';
import { isHeldAt } from '@shared/domain/role';
import { ok, refuse } from '@shared/kernel/result';
import type { OfficialUseCase } from '../../ports/context';
import { orgWithin } from '../staff/jurisdiction';
import { addGrant } from './change-grants';

/** 授予角色 */
export const grantRole: OfficialUseCase<typeof contract> = async ({ staffId, ...grant }, context) => {
  if (staffId === context.actor.staff?._id) return refuse('role.ownGrant');
  const org = await orgWithin('role.manage', grant.orgId, context);
  if (!org.ok) return org;
  if (!isHeldAt(grant.role, org.value.kind)) return refuse('role.onlyAtBureau');
  const added = await addGrant({ permission: 'role.manage', staffId, grant }, context);
  return added.ok ? ok({}) : added;
};
