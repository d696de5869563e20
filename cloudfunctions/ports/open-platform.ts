import type { TextCheck } from '@shared/domain/rating-file';
import type { Notifier } from './notifier';
import type { CheckedPhone } from './verifiers';

/** WeChat's open platform. */
export type OpenPlatform = {
  /** Asks the `wxopen` door; `unchecked` when it does not answer in time. Never throws: no rating waits for it. */
  checkText(text: string): Promise<TextCheck>;
  /** security.msgSecCheck itself; throws when WeChat refuses. */
  msgSecCheck(text: string): Promise<'pass' | 'review' | 'risky'>;
  /** phonenumber.getPhoneNumber itself. Never throws. */
  phoneNumber(code: string): Promise<CheckedPhone>;
  /** subscribeMessage.send itself. Never throws. */
  readonly sendSubscription: Notifier['subscription'];
  /** wxacode.getUnlimited: PNG in base64. */
  windowCodeImage(scene: string): Promise<string>;
  /** The printed link that carries the same token. */
  windowCodeLink(scene: string): string;
};
