type Callbacks<T> = { success?: (result: T) => void; fail?: (failure: unknown) => void };

/** What of WeChat Taro does not know or turns into promises that these functions have not (wx.requestFacialVerify). */
type Wechat = {
  getPrivacySetting?(options: Callbacks<{ needAuthorization: boolean; privacyContractName: string }>): void;
  checkIsSupportFacialRecognition?(options: Callbacks<unknown>): void;
  requestFacialVerify?(options: { verifyId: string } & Callbacks<unknown>): void;
};

declare const wx: Wechat;

/** Undefined in a browser. */
export const wechat: Wechat | undefined = process.env.TARO_ENV === 'weapp' ? wx : undefined;
