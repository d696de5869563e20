import type { NotificationWords } from '@shared/domain/notification';
import type { Sending } from '../../ports/notifier';
import { askTencent, type TencentAccount } from './ask-tencent';

export type SmsAccount = TencentAccount & {
  /** SmsSdkAppId */
  readonly appId: string;
  /** 签名 */
  readonly sign: string;
  /** 正文模板 with two places: 工单号 and what to do. */
  readonly template: string;
};

type Response = {
  readonly Error?: { readonly Code?: unknown };
  readonly SendStatusSet?: readonly { readonly Code?: unknown }[];
};

/** Worth another try: the service itself was in trouble and says that nothing went out. */
const PASSING = /^(InternalError|RequestLimitExceeded)/;

/** SendSms 2021-01-11, https://cloud.tencent.com/document/product/382/55981: 200 with an error, or a status per number. */
const readAnswer = (response: unknown): Sending => {
  const { Error: fault, SendStatusSet } = (response ?? {}) as Response;
  const code = fault?.Code ?? SendStatusSet?.[0]?.Code;
  // It may have gone out: nobody is texted twice.
  if (typeof code !== 'string') return { outcome: 'refused', code: 'noAnswer' };
  if (code === 'Ok') return { outcome: 'sent' };
  return { outcome: PASSING.test(code) ? 'later' : 'refused', code };
};

/** 短信 to one mainland number. */
export const sendSms =
  (account: SmsAccount) =>
  async (phone: string, { ticketNo, next }: NotificationWords): Promise<Sending> =>
    readAnswer(
      await askTencent(
        account,
        { service: 'sms', version: '2021-01-11', action: 'SendSms' },
        {
          PhoneNumberSet: [`+86${phone}`],
          SmsSdkAppId: account.appId,
          SignName: account.sign,
          TemplateId: account.template,
          TemplateParamSet: [ticketNo, next],
        },
      ),
    );
