import { orgsWhere, type Permission, type StaffMember } from '@shared/domain/role';
import type { Official } from '@shared/domain/visibility';
import type { TicketScope } from '../../ports/ratings';

/** The jurisdiction of a supervisor, else the units of a liaison. */
export const ticketScopeOf = (staff: StaffMember): TicketScope => {
  const grants = orgsWhere(staff, 'ticket.read');
  const bureaus = grants.filter((grant) => grant.role === 'supervisor');
  return {
    of: bureaus.length > 0 ? 'bureauId' : 'unitId',
    orgIds: (bureaus.length > 0 ? bureaus : grants).map((grant) => grant.orgId),
    exceptStaffId: staff._id,
  };
};

export const officialOf = (staff: StaffMember, permission: Permission): Official => ({
  staffId: staff._id,
  orgIds: orgsWhere(staff, permission).map((grant) => grant.orgId),
});
