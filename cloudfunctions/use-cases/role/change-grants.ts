import { conflict, hasEnded, type Permission, type RoleGrant, type StaffMember } from '@shared/domain/role';

import type { RefusalCode } from '@shared/kernel/refusals';
import { ok, type Result, refuse } from '@shared/kernel/result';
import type { Context } from '../../ports/context';
import { changeStaff } from '../staff/change-staff';

type Step = { readonly permission: Permission; readonly staffId: string; readonly grant: RoleGrant };
type Parts = Pick<Context, 'actor' | 'directory' | 'now' | 'orgRegister' | 'staffRegister'>;

/** 代理 ends by itself, so that it is not the same as holding the role. */
const isLasting = ({ until = null }: RoleGrant): boolean => until === null;
const same = (one: RoleGrant) => (other: RoleGrant) => one.role === other.role && one.orgId === other.orgId;

/** Names him at the unit if he holds the role there as it stands in the end, whoever else grants or revokes at this moment. */
const nameAsHeld = async (
  staffId: string,
  grant: RoleGrant,
  { orgRegister, staffRegister }: Pick<Parts, 'orgRegister' | 'staffRegister'>,
): Promise<void> => {
  let member = await staffRegister.find(staffId);
  for (let seen: StaffMember | undefined; member && seen?.rev !== member.rev; ) {
    seen = member;
    if (member.grants.some((one) => same(grant)(one) && isLasting(one)))
      await orgRegister.addLiaison(grant.orgId, staffId);
    else await orgRegister.removeLiaison(grant.orgId, staffId);
    member = await staffRegister.find(staffId);
  }
};

/** Gives the role, then names the new 责任人员 at the unit: tickets are routed to it only when somebody may read them. */
export const addGrant = async (
  { permission, staffId, grant }: Step,
  context: Parts,
): Promise<Result<unknown, RefusalCode>> => {
  const added = await changeStaff(permission, staffId, context, (member) => {
    const grants = member.grants.filter((one) => !hasEnded(one, context.now));
    if (grants.some(({ role }) => conflict(role, grant.role))) return refuse('role.conflict');
    const held = grants.find(same(grant));
    if (held && isLasting(held)) return ok({ grants });
    return ok({ grants: [...grants.filter((one) => one !== held), grant] });
  });
  if (added.ok && grant.role === 'liaison') await nameAsHeld(staffId, grant, context);
  return added;
};

/** The other way round: the unit no longer names the 责任人员 before he can no longer read. */
export const removeGrant = async (
  { permission, staffId, grant }: Step,
  context: Parts,
): Promise<Result<unknown, RefusalCode>> => {
  const isLiaison = grant.role === 'liaison';
  if (isLiaison) await context.orgRegister.removeLiaison(grant.orgId, staffId);
  const removed = await changeStaff(permission, staffId, context, ({ grants }) =>
    grants.some(same(grant)) ? ok({ grants: grants.filter((one) => !same(grant)(one)) }) : refuse('role.unknown'),
  );
  if (isLiaison) await nameAsHeld(staffId, grant, context);
  return removed;
};
