import type { Grant, Template } from '@shared/domain/notification';
import type { Instant } from '@shared/kernel/time';

/** 额度 of subscription messages, per account and template. */
export type Grants = {
  find(ref: string): Promise<Grant | undefined>;
  /** Which of these accounts have agreed to that template and have a message left; at most 100. */
  withLeft(refs: readonly string[], template: Template): Promise<readonly string[]>;
  /** Counts one more of each template, never above `most`; the same `lastKey` once. */
  add(grant: Omit<Grant, 'left'>, templates: readonly Template[], most: number): Promise<void>;
  /** Takes one; false when none is left. */
  take(ref: string, template: Template): Promise<boolean>;
  /** Takes one back that was not sent. */
  giveBack(ref: string, template: Template): Promise<void>;
  /** None is left, whatever we counted: WeChat says so, or the person. */
  usedUp(ref: string, template: Template): Promise<void>;
  forget(ref: string): Promise<void>;
  forgetOld(now: Instant, atMost: number): Promise<number>;
  sealedUnderOther(keyVersion: string, limit: number): Promise<readonly Grant[]>;
  /** Seals anew, unless the account was sealed again meanwhile. */
  reseal(grant: Grant, seals: Pick<Grant, 'openid' | 'keyVersion'>): Promise<boolean>;
};
