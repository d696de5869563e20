import { phoneCode } from '../../api/phone-code';
import { Button } from '../../components/button';
import type { PhoneButtonProps } from './phone-button';

/** Stands in for the phone button of WeChat, on this machine only. */
export const PhoneButton = ({ busy, onCode, onFailed }: PhoneButtonProps) => (
  <Button id="phone-button" disabled={busy} onPress={() => void phoneCode().then(onCode, () => onFailed('failed'))}>
    {busy ? '正在核对…' : '使用微信手机号'}
  </Button>
);
