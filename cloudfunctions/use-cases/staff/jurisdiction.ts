import { type Org, reaches } from '@shared/domain/organization';
import { orgsWhere, type Permission, type StaffMember } from '@shared/domain/role';
import { ok, type Result, refuse } from '@shared/kernel/result';
import type { Context } from '../../ports/context';

type Within = Pick<Context, 'actor' | 'directory' | 'staffRegister'>;

const grantedAt = ({ actor }: Pick<Context, 'actor'>, permission: Permission): readonly string[] =>
  actor.staff ? orgsWhere(actor.staff, permission).map(({ orgId }) => orgId) : [];

/** The org, when a role of the caller with this permission reaches it; the first one where he holds such a role when none is named. */
export const orgWithin = async (
  permission: Permission,
  orgId: string | undefined,
  context: Pick<Within, 'actor' | 'directory'>,
): Promise<Result<Org, 'org.unknown'>> => {
  const own = grantedAt(context, permission);
  const [org] = await context.directory.orgs([orgId ?? own[0] ?? '']);
  return org && own.some((id) => reaches(id, org)) ? ok(org) : refuse('org.unknown');
};

/** The member of staff as he stands now, when his unit is within the caller's jurisdiction. */
export const staffWithin = async (
  permission: Permission,
  staffId: string,
  context: Within,
): Promise<Result<StaffMember, 'staff.unknown'>> => {
  const member = await context.staffRegister.find(staffId);
  const org = await orgWithin(permission, member?.orgId ?? '', context);
  return member && org.ok ? ok(member) : refuse('staff.unknown');
};
