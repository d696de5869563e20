import { orgsWhere, type StaffMember } from '@shared/domain/role';
import type { Official } from '@shared/domain/visibility';

/** This member of staff as one who handles tickets. */
export const officialOf = (staff: StaffMember): Official => {
  const grants = orgsWhere(staff, 'ticket.read');
  const orgsOf = (role: 'liaison' | 'supervisor') =>
    grants.filter((grant) => grant.role === role).map((grant) => grant.orgId);
  return { staffId: staff._id, unitIds: orgsOf('liaison'), bureauIds: orgsOf('supervisor') };
};
