import type { ServiceWindow } from '@shared/domain/organization';
import type { Cursor, Page } from './page';

/** 窗口登记 as it stands now. */
export type WindowRegister = {
  find(id: string): Promise<ServiceWindow | undefined>;
  /** The windows of an org and of all below it, by id. */
  within(orgId: string, after: Cursor | null): Promise<Page<ServiceWindow>>;
  /** The windows at which these units serve, by id, at most 200. */
  ofUnits(orgIds: readonly string[]): Promise<readonly ServiceWindow[]>;
  /** Where this person stands now: by his shift at one, as imported perhaps at several. */
  servedBy(staffId: string): Promise<readonly ServiceWindow[]>;
  /** Writes who stands there now if the one who stood there when it was read still does; false when somebody was first. */
  changeDuty(window: ServiceWindow, onDuty: ServiceWindow['onDuty']): Promise<boolean>;
  /** Writes the code's new state if it is still the one that was read; false when somebody was first. */
  changeCode(window: ServiceWindow, code: ServiceWindow['code']): Promise<boolean>;
};
