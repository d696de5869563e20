import { hasLeft, type Permission, type StaffMember } from '@shared/domain/role';
import type { RefusalCode } from '@shared/kernel/refusals';
import { type Result, refuse } from '@shared/kernel/result';
import type { Context } from '../../ports/context';
import type { StaffChanges } from '../../ports/staff-register';
import { staffWithin } from './jurisdiction';

const TRIES = 5;

/** Reads, decides and writes one member of staff who has not left; when somebody else was first, reads and decides again. */
export const changeStaff = async (
  permission: Permission,
  staffId: string,
  context: Pick<Context, 'actor' | 'directory' | 'staffRegister'>,
  decide: (member: StaffMember) => Result<StaffChanges, RefusalCode>,
): Promise<Result<StaffMember, RefusalCode>> => {
  for (let i = 0; i < TRIES; i++) {
    const member = await staffWithin(permission, staffId, context);
    if (!member.ok) return member;
    if (hasLeft(member.value)) return refuse('staff.left');
    const changes = decide(member.value);
    if (!changes.ok) return changes;
    if ((await context.staffRegister.change(member.value, changes.value)) === 'changed') return member;
  }
  throw new Error('staff: others were first too often');
};
