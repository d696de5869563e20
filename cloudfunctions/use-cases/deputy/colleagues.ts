import type { StaffMember } from '@shared/domain/role';
import type { StaffRegister } from '../../ports/staff-register';

const PAGES = 10;

/** The staff of one unit, at most 200. */
export const colleaguesAt = async (orgId: string, register: StaffRegister): Promise<readonly StaffMember[]> => {
  const found: StaffMember[] = [];
  let page = await register.at(orgId, null);
  found.push(...page.items);
  for (let i = 1; i < PAGES && page.next; i++) {
    page = await register.at(orgId, page.next);
    found.push(...page.items);
  }
  return found;
};
