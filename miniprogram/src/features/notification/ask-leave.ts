import Taro from '@tarojs/taro';

/** `off`: 订阅消息 is switched off in the person's WeChat settings. */
export type Leave = 'accepted' | 'rejected' | 'off' | 'failed';

/** https://developers.weixin.qq.com/miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html */
const MAIN_SWITCH_OFF = 20004;

/** Whether this phone can be told beside the inbox. A browser has `ask-leave.h5.ts`. */
export const CAN_ASK: boolean = true;

/** WeChat's own question. Only inside a tap, with nothing awaited before it. Never rejects. */
export const askLeave = async (templateId: string): Promise<Leave> => {
  try {
    const answer = (await Taro.requestSubscribeMessage({
      tmplIds: [templateId],
      entityIds: [],
    })) as unknown as Readonly<Record<string, string>>;
    return answer[templateId] === 'accept' ? 'accepted' : 'rejected';
  } catch (failure) {
    return (failure as { errCode?: unknown } | null)?.errCode === MAIN_SWITCH_OFF ? 'off' : 'failed';
  }
};
