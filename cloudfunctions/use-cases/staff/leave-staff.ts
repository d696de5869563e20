import type { leaveStaff as contract } from '@shared/contracts/administration';
import { hasLeft, noAccount, type StaffMember } from '@shared/domain/role';
import type { RefusalCode } from '@shared/kernel/refusals';
import { ok, type Result, refuse } from '@shared/kernel/result';
import type { Instant } from '@shared/kernel/time';
import type { Context, OfficialUseCase } from '../../ports/context';
import { leaveWindows } from '../shift/leave-windows';
import { changeStaff } from './change-staff';
import { staffWithin } from './jurisdiction';

/** The units where he is named: for which he answers, and where he is somebody's deputy. */
const namedAt = ({ grants }: StaffMember): readonly string[] => [
  ...new Set(grants.filter(({ role }) => role === 'liaison').map(({ orgId }) => orgId)),
];

/** No unit is left without a 责任人员 by it: all are asked before the first one loses him. */
const giveUpUnits = async (
  member: StaffMember,
  { now, orgRegister }: Pick<Context, 'now' | 'orgRegister'>,
): Promise<Result<null, 'staff.handOverFirst'>> => {
  const { _id: staffId } = member;
  const units = await orgRegister.find(namedAt(member));
  if (units.some(({ liaisonIds: [first, ...others] }) => first === staffId && others.length === 0)) {
    return refuse('staff.handOverFirst');
  }
  for (const { _id, deputies = {} } of units) {
    if (!(await orgRegister.removeOneOfLiaisons(_id, staffId))) return refuse('staff.handOverFirst');
    const deputyship = deputies[staffId];
    if (deputyship && deputyship.until > now) await orgRegister.setDeputy(_id, staffId, { ...deputyship, until: now });
  }
  return ok(null);
};

const asLeft = (staffId: string, now: Instant) => ({
  ...{ accountRef: noAccount(staffId), invitation: null, grants: [], leftAt: now },
});

/**
 * 离岗. First the units name him no more, then he can do nothing more, then he stands at no window. Broken off, the same again
 * finishes it.
 */
export const leaveStaff: OfficialUseCase<typeof contract> = async ({ staffId }, context) => {
  if (staffId === context.actor.staff?._id) return refuse('staff.ownLeave');
  const member = await staffWithin('staff.manage', staffId, context);
  if (!member.ok) return member;
  if (!hasLeft(member.value)) {
    const givenUp = await giveUpUnits(member.value, context);
    if (!givenUp.ok) return givenUp;
    const left: Result<unknown, RefusalCode> = await changeStaff('staff.manage', staffId, context, () =>
      ok(asLeft(staffId, context.now)),
    );
    if (!left.ok && left.code !== 'staff.left') return left;
  }
  await leaveWindows(staffId, context);
  return ok({});
};
