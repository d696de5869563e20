import type { Notification, NotificationState } from '@shared/domain/notification';
import type { Instant } from '@shared/kernel/time';

/** 消息提醒 that wait, and those that were sent. */
export type Notifications = {
  /** Planning the same again changes nothing; false when it stood there already. */
  plan(notification: Notification): Promise<boolean>;
  find(id: string): Promise<Notification | undefined>;
  /** Those of that state whose time has come, longest due first. */
  due(
    state: Extract<NotificationState, 'held' | 'waiting'>,
    now: Instant,
    limit: number,
  ): Promise<readonly Notification[]>;
  /** Writes if it still is as it was read; false when somebody was first. */
  change(notification: Notification, changes: Partial<Notification>): Promise<boolean>;
  /** Takes these away. */
  remove(ids: readonly string[]): Promise<void>;
  /** Everything for this account. */
  forget(to: string): Promise<void>;
  /** Removes at most so many whose time is over; answers how many. */
  forgetOld(now: Instant, atMost: number): Promise<number>;
};
