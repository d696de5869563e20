import type { Verifiers } from '../../ports/verifiers';
import type { Health } from '../health';
import type { TencentAccount } from './ask-tencent';
import { askFaceId } from './face-id';
import { checkedBy, healthBy, ID_CARD_RESULTS, PHONE_RESULTS } from './results';

/** Its last digit does not fit, so that the answer is -2, which is not charged. */
const NOBODY = { IdCard: '000000000000000000', Name: '测试' };

export type TencentVerifier = Pick<Verifiers, 'twoFactor' | 'threeFactor'> & { check(): Promise<Health> };

/** 二要素 IdCardVerification and 三要素 PhoneVerification of Tencent Cloud. */
export const tencentVerifier = (account: TencentAccount): TencentVerifier => ({
  twoFactor: async ({ name, idNumber }) =>
    checkedBy(await askFaceId(account, 'IdCardVerification', { IdCard: idNumber, Name: name }), ID_CARD_RESULTS),
  threeFactor: async ({ name, idNumber }, phone) =>
    checkedBy(
      await askFaceId(account, 'PhoneVerification', { IdCard: idNumber, Name: name, Phone: phone }),
      PHONE_RESULTS,
    ),
  check: async () => healthBy(await askFaceId(account, 'IdCardVerification', NOBODY)),
});
