import type { Deputyship, Org } from '@shared/domain/organization';
import type { Instant } from '@shared/kernel/time';

/** 机构登记 as it stands now. */
export type OrgRegister = {
  /** Those that hang directly below this org, by id, at most 300. */
  below(parentId: string): Promise<readonly Org[]>;
  /** As they stand now. */
  find(ids: readonly string[]): Promise<readonly Org[]>;
  /** Until when this person is away from it; a moment that is over says that he is there. */
  setAway(orgId: string, staffId: string, until: Instant): Promise<void>;
  /** Names a deputy, or gives the same one another time. */
  setDeputy(orgId: string, staffId: string, deputyship: Deputyship): Promise<void>;
  /** Names one more 责任人员, or one less; two at once lose neither. */
  addLiaison(orgId: string, staffId: string): Promise<void>;
  removeLiaison(orgId: string, staffId: string): Promise<void>;
  /** The same unless it has no other; false then. */
  removeOneOfLiaisons(orgId: string, staffId: string): Promise<boolean>;
};
