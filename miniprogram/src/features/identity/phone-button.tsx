import { Button, type ButtonProps } from '@tarojs/components';
import './way.css';

export type PhoneButtonProps = {
  readonly busy: boolean;
  readonly onCode: (code: string) => void;
  readonly onFailed: (failure: PhoneFailure) => void;
};
export type PhoneFailure = 'denied' | 'noQuota' | 'privacy' | 'failed';

/** https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/getPhoneNumber.html */
const NO_QUOTA = 1_400_001;
/** Not agreed to, or not declared in the guide: https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html */
const PRIVACY = [104, 112];

type Detail = { readonly code?: string; readonly errno?: number; readonly errMsg?: string };

const failureOf = ({ errno = 0, errMsg = '' }: Detail): PhoneFailure => {
  if (errno === NO_QUOTA) return 'noQuota';
  if (PRIVACY.includes(errno) || errMsg.includes('privacy')) return 'privacy';
  return /deny|cancel/.test(errMsg) ? 'denied' : 'failed';
};

/** The phone button of WeChat; pressing it is the agreement to WeChat's privacy guide too. A browser has `phone-button.h5.tsx`. */
export const PhoneButton = ({ busy, onCode, onFailed }: PhoneButtonProps) => {
  const hear: ButtonProps['onGetPhoneNumber'] = ({ detail }) => {
    const told: Detail = detail;
    if (told.code) onCode(told.code);
    else onFailed(failureOf(told));
  };
  return (
    <Button
      id="phone-button"
      className="button button--primary native-button"
      openType="getPhoneNumber|agreePrivacyAuthorization"
      disabled={busy}
      onGetPhoneNumber={hear}
    >
      {busy ? '正在核对…' : '使用微信手机号'}
    </Button>
  );
};
