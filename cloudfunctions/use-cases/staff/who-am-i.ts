import type { whoAmI as contract } from '@shared/contracts/staff';
import { ok } from '@shared/kernel/result';
import type { OfficialUseCase } from '../../ports/context';

/** 我的身份 */
export const whoAmI: OfficialUseCase<typeof contract> = async (_input, { actor: { staff }, directory }) => {
  if (!staff) return ok({ staff: null });
  const orgs = await directory.orgs(staff.grants.map((grant) => grant.orgId));
  const grants = staff.grants.map(({ role, orgId }) => ({
    role,
    org: orgs.find((org) => org._id === orgId)?.name ?? '',
  }));
  return ok({ staff: { name: staff.name, grants } });
};
