import type { NotificationWords, Template } from '@shared/domain/notification';

/**
 * What came of a try: `usedUp` the person has agreed to no more messages; `refused` nothing will change by trying again;
 * `later` it may. `code` is the service's own and says nothing of the person.
 */
export type Sending =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'usedUp' | 'refused' | 'later'; readonly code: string };

/** Ways to a phone beside the inbox. Never throws. */
export type Notifier = {
  /** 模板 ids by template; one that is not configured is off. */
  readonly templates: Readonly<Partial<Record<Template, string>>>;
  readonly sendsSms: boolean;
  /** Asks the `wxopen` door to send one subscription message. */
  subscription(openid: string, template: Template, words: NotificationWords): Promise<Sending>;
  sms(phone: string, words: NotificationWords): Promise<Sending>;
};
