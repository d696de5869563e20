import type { Org, ServiceItem, ServiceWindow } from '@shared/domain/organization';
import type { StaffMember } from '@shared/domain/role';

/** 组织、窗口、事项. In a warm instance answers may be up to half a minute old, windows up to five seconds; staff and their roles never are. */
export type Directory = {
  window(id: string): Promise<ServiceWindow | undefined>;
  windows(ids: readonly string[]): Promise<readonly ServiceWindow[]>;
  orgs(ids: readonly string[]): Promise<readonly Org[]>;
  items(codes: readonly string[]): Promise<readonly ServiceItem[]>;
  /** The member of staff whose WeChat account this is. */
  staffOf(accountRef: string): Promise<StaffMember | null>;
  /** By id; who is not there any more is left out. At most 1,000. */
  staffNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
};
