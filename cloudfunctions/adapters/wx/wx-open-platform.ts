import { WINDOW_CODE_PAGE } from '@shared/domain/window-code';
import type { OpenPlatform } from '../../ports/open-platform';
import type { SubscriptionTemplates } from '../notification-configuration';
import { cloud } from './wx-cloud';
import { wxPhoneNumber } from './wx-phone';
import { sendSubscription } from './wx-subscription';

/** The citizen waits for the receipt: after this the rating is kept with its text `unchecked`. */
const TEXT_CHECK_LIMIT_MS = 1_500;

type Suggest = 'pass' | 'review' | 'risky';

const after = (ms: number) => new Promise<'unchecked'>((resolve) => setTimeout(() => resolve('unchecked'), ms).unref());

const askWxopen = async (text: string): Promise<Suggest | 'unchecked'> => {
  const { result } = (await cloud.callFunction({
    name: 'wxopen',
    data: { action: 'text.check', input: { text } },
  })) as unknown as { result: { value?: { suggest: Suggest } } };
  return result.value?.suggest ?? 'unchecked';
};

export const wxOpenPlatform = (publicUrl: string, templates: SubscriptionTemplates): OpenPlatform => ({
  checkText: (text) => Promise.race([askWxopen(text), after(TEXT_CHECK_LIMIT_MS)]).catch(() => 'unchecked' as const),
  // https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html, scene 2 = 评论
  msgSecCheck: async (text) => {
    const { OPENID } = cloud.getWXContext();
    const checked = (await cloud.openapi.security.msgSecCheck({
      version: 2,
      scene: 2,
      openid: OPENID,
      content: text,
    })) as {
      result: { suggest: Suggest };
    };
    return checked.result.suggest;
  },
  phoneNumber: wxPhoneNumber,
  sendSubscription: sendSubscription(templates),
  // https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/qrcode-link/qr-code/getUnlimitedQRCode.html
  windowCodeImage: async (scene) => {
    const { buffer } = (await cloud.openapi.wxacode.getUnlimited({
      scene,
      page: WINDOW_CODE_PAGE,
      checkPath: false,
      width: 430,
    })) as { buffer: Buffer };
    return buffer.toString('base64');
  },
  windowCodeLink: (scene) => `${publicUrl}/w/${scene}`,
});
