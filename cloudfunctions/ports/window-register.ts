import type { ServiceWindow } from '@shared/domain/organization';
import type { Cursor, Page } from './page';

/** 窗口登记 as it stands now. */
export type WindowRegister = {
  find(id: string): Promise<ServiceWindow | undefined>;
  /** The windows of an org and of all below it, by id. */
  within(orgId: string, after: Cursor | null): Promise<Page<ServiceWindow>>;
  /** Writes the code's new state if it is still the one that was read; false when somebody was first. */
  changeCode(window: ServiceWindow, code: ServiceWindow['code']): Promise<boolean>;
};
