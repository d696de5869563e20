import type { deputize as contract } from '@shared/contracts/deputy';
import { ownUnits, periodOf } from '@shared/domain/deputy';
import { conflict, hasEnded, hasLeft, isBound, type RoleGrant, type StaffMember } from '@shared/domain/role';
import type { RefusalCode } from '@shared/kernel/refusals';
import { ok, type Result, refuse } from '@shared/kernel/result';
import type { Instant } from '@shared/kernel/time';
import type { OfficialUseCase } from '../../ports/context';
import type { StaffRegister } from '../../ports/staff-register';

const TRIES = 5;

/** His grants with this one; who is 责任人员 there for good stays it. */
const grantsWith = (
  { grants }: StaffMember,
  grant: RoleGrant,
  now: Instant,
): Result<readonly RoleGrant[], 'role.conflict'> => {
  const held = grants.filter((one) => !hasEnded(one, now));
  if (held.some(({ role }) => conflict(role, grant.role))) return refuse('role.conflict');
  const isSame = ({ role, orgId }: RoleGrant) => role === grant.role && orgId === grant.orgId;
  const isLasting = held.some((one) => isSame(one) && (one.until ?? null) === null);
  return ok(isLasting ? held : [...held.filter((one) => !isSame(one)), grant]);
};

const give = async (
  staffId: string,
  grant: RoleGrant,
  now: Instant,
  register: StaffRegister,
): Promise<Result<null, RefusalCode>> => {
  for (let i = 0; i < TRIES; i++) {
    const member = await register.find(staffId);
    if (!member || member.orgId !== grant.orgId) return refuse('deputy.notColleague');
    if (hasLeft(member)) return refuse('staff.left');
    if (!isBound(member)) return refuse('deputy.notBound');
    const grants = grantsWith(member, grant, now);
    if (!grants.ok) return grants;
    if ((await register.change(member, { grants: grants.value })) === 'changed') return ok(null);
  }
  throw new Error('staff: others were first too often');
};

/** 指定代理人: gives the role for those days, then names him at the unit: tickets are routed to it only when somebody may read them. */
export const deputize: OfficialUseCase<typeof contract> = async ({ orgId, staffId, from, until }, context) => {
  const { actor, now, orgRegister, staffRegister } = context;
  if (!actor.staff || !ownUnits(actor.staff).includes(orgId)) return refuse('deputy.onlyLiaison');
  if (staffId === actor.staff._id) return refuse('deputy.notColleague');
  const period = periodOf(from, until, now);
  if (!period.ok) return period;
  const given = await give(staffId, { role: 'liaison', orgId, ...period.value }, now, staffRegister);
  if (!given.ok) return given;
  await orgRegister.setDeputy(orgId, staffId, { ...period.value, namedBy: actor.staff._id });
  return ok({});
};
