import type { Org } from '@shared/domain/organization';

/** 机构登记 as it stands now. */
export type OrgRegister = {
  /** Those that hang directly below this org, by id, at most 300. */
  below(parentId: string): Promise<readonly Org[]>;
  /** Names one more 责任人员, or one less; two at once lose neither. */
  addLiaison(orgId: string, staffId: string): Promise<void>;
  removeLiaison(orgId: string, staffId: string): Promise<void>;
};
