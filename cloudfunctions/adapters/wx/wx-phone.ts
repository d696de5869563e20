import type { CheckedPhone } from '../../ports/verifiers';
import { VERIFIER_LIMIT_MS } from '../ask-json';
import { cloud } from './wx-cloud';

const DOWN: CheckedPhone = { verdict: 'undetermined', why: 'down' };
const USED_UP: CheckedPhone = { verdict: 'refused', why: 'code' };
const MAINLAND = '86';
const MOBILE = /^1\d{10}$/;

/** https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-info/phone-number/getPhoneNumber.html */
const BY_ERROR: Readonly<Record<number, CheckedPhone>> = {
  40029: USED_UP,
  45011: { verdict: 'undetermined', why: 'limited' },
};

type PhoneInfo = { readonly purePhoneNumber?: unknown; readonly countryCode?: unknown };

/** Asks WeChat itself; only the `wxopen` door may. */
export const wxPhoneNumber = async (code: string): Promise<CheckedPhone> => {
  try {
    const answer = (await cloud.openapi.phonenumber.getPhoneNumber({ code })) as { phoneInfo?: PhoneInfo };
    const { purePhoneNumber, countryCode } = answer.phoneInfo ?? {};
    if (purePhoneNumber === undefined) return DOWN;
    const phone = String(purePhoneNumber);
    const isMainland = String(countryCode) === MAINLAND && MOBILE.test(phone);
    return isMainland ? { verdict: 'match', phone } : { verdict: 'refused', why: 'phone' };
  } catch (error) {
    return BY_ERROR[Number((error as { errCode?: unknown })?.errCode)] ?? DOWN;
  }
};

const tooLate = () =>
  new Promise<CheckedPhone>((resolve) => setTimeout(() => resolve(DOWN), VERIFIER_LIMIT_MS).unref());

const askWxopen = async (code: string): Promise<CheckedPhone> => {
  const { result } = (await cloud.callFunction({
    name: 'wxopen',
    data: { action: 'phone.read', input: { code } },
  })) as unknown as { result?: { value?: CheckedPhone; code?: string } };
  // A text that cannot be a code is no reason to let him off with the weaker level.
  return result?.value ?? (result?.code === 'request.malformed' ? USED_UP : DOWN);
};

/** Asks the `wxopen` door. */
export const wxPhone = (code: string): Promise<CheckedPhone> =>
  Promise.race([askWxopen(code), tooLate()]).catch(() => DOWN);
