import type { revokeRole as contract } from '@shared/contracts/administration';
import { ok, refuse } from '@shared/kernel/result';
import type { OfficialUseCase } from '../../ports/context';
import { orgWithin, staffWithin } from '../staff/jurisdiction';
import { removeGrant } from './change-grants';

/** 收回角色 */
export const revokeRole: OfficialUseCase<typeof contract> = async ({ staffId, ...grant }, context) => {
  if (staffId === context.actor.staff?._id) return refuse('role.ownGrant');
  const org = await orgWithin('role.manage', grant.orgId, context);
  if (!org.ok) return org;
  const member = await staffWithin('role.manage', staffId, context);
  if (!member.ok) return member;
  const removed = await removeGrant({ permission: 'role.manage', staffId, grant }, context);
  return removed.ok ? ok({}) : removed;
};
