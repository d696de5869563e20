import type { Instant } from '@shared/kernel/time';
import type { Cursor, Page } from './page';

/** 站内消息 as delivered; `_id` is the outbox entry. */
export type InboxMessage = {
  readonly _id: string;
  readonly to: string;
  readonly exceptStaffId: string | null;
  readonly text: string;
  readonly at: Instant;
  readonly ratingId: string | null;
  /** What a member of staff is told of his own rating he finds by its ticket. */
  readonly ticketNo?: string;
  /** It tells of an appeal: who reads it for his unit finds the appeal, not the ticket. */
  readonly isAppeal?: true;
};

export type Inbox = {
  /** Delivering the same message again changes nothing. */
  deliver(message: InboxMessage): Promise<void>;
  /** Everything that was delivered to this recipient. */
  forget(recipient: string): Promise<void>;
  /** Newest first, without those that are kept from this member of staff. */
  of(recipients: readonly string[], staffId: string | null, after: Cursor | null): Promise<Page<InboxMessage>>;
};
