import type { StaffMember } from '@shared/domain/role';
import type { Cursor, Page } from './page';

export type StaffChanges = Partial<Pick<StaffMember, 'accountRef' | 'invitation' | 'grants' | 'leftAt'>>;

/** 人员登记 as it stands now: never from a warm instance's memory. */
export type StaffRegister = {
  find(id: string): Promise<StaffMember | undefined>;
  /** The staff of one org, by id. */
  at(orgId: string, after: Cursor | null): Promise<Page<StaffMember>>;
  /** Who was invited with the code of this blind index, still valid or not. */
  ofInvitation(index: string): Promise<StaffMember | undefined>;
  /**
   * Writes the changed fields if nobody changed this person since he was read. `overtaken`: somebody did.
   * `accountTaken`: that account is another person's; nothing was written.
   */
  change(member: StaffMember, changes: StaffChanges): Promise<'changed' | 'overtaken' | 'accountTaken'>;
};
