import type { listStaff as contract } from '@shared/contracts/administration';
import { asOf, isBound } from '@shared/domain/role';
import { ok } from '@shared/kernel/result';
import { dayOf } from '@shared/kernel/time';
import type { OfficialUseCase } from '../../ports/context';
import { readCursor, writeCursor } from '../../ports/page';
import { orgWithin } from './jurisdiction';
import { listBelow } from './list-below';

/** 人员列表 */
export const listStaff: OfficialUseCase<typeof contract> = async ({ orgId, cursor }, context) => {
  const after = readCursor(cursor);
  if (!after.ok) return after;
  const org = await orgWithin('staff.read', orgId, context);
  if (!org.ok) return org;
  const page = await context.staffRegister.at(org.value._id, after.value);
  const orgs = await context.directory.orgs(page.items.flatMap(({ grants }) => grants.map((grant) => grant.orgId)));
  const nameOf = (id: string) => orgs.find(({ _id }) => _id === id)?.name ?? '';
  const items = page.items.map((member) => ({
    staffId: member._id,
    name: member.name,
    workNo: member.workNo,
    unit: org.value.name,
    roles: asOf(member, context.now).grants.map((grant) => ({ ...grant, org: nameOf(grant.orgId) })),
    isBound: isBound(member),
    leftOn: member.leftAt === undefined ? null : dayOf(member.leftAt),
    invitedUntil: member.invitation && member.invitation.until > context.now ? member.invitation.until : null,
  }));
  return ok({
    org: { id: org.value._id, name: org.value.name },
    below: after.value ? [] : await listBelow(org.value, context),
    items,
    next: writeCursor(page.next),
  });
};
