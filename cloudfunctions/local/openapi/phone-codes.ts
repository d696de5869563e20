import { createHash, randomBytes } from 'node:crypto';
import { LOCAL_APP_ID } from '../functions/environment';
import type { PlainObject } from '../protocol/plain';
import { steadyNow } from '../protocol/steady-clock';

export type PhoneCodes = {
  /** A fresh code, as the phone button hands it to the page. */
  issue(openid: string): string;
  /** `phonenumber.getPhoneNumber` */
  redeem(code: unknown): PlainObject;
  phoneOf(openid: string): string;
};

const CODE_MS = 300_000;

/** A number of nobody's for every account: no carrier has 154. */
const inventedPhone = (openid: string): string =>
  `1541${String(createHash('sha256').update(openid).digest().readUInt32BE(0) % 10_000_000).padStart(7, '0')}`;

export const phoneAnswer = (phone: string, countryCode: string): PlainObject => ({
  errcode: 0,
  errmsg: 'ok',
  phone_info: {
    phoneNumber: countryCode === '86' ? phone : `+${countryCode} ${phone}`,
    purePhoneNumber: phone,
    countryCode,
    watermark: { timestamp: Math.floor(Date.now() / 1000), appid: LOCAL_APP_ID },
  },
});

/** Codes of one use that hold for five minutes. `phones`: whose number is whose, by openid. */
export const phoneCodes = (phones: Readonly<Record<string, string>>): PhoneCodes => {
  const codes = new Map<string, { readonly phone: string; readonly until: number }>();
  const phoneOf = (openid: string) => (Object.hasOwn(phones, openid) && phones[openid]) || inventedPhone(openid);
  return {
    phoneOf,
    issue: (openid) => {
      const code = randomBytes(32).toString('hex');
      codes.set(code, { phone: phoneOf(openid), until: steadyNow() + CODE_MS });
      return code;
    },
    redeem: (code) => {
      const held = codes.get(String(code));
      codes.delete(String(code));
      if (!held || held.until < steadyNow()) return { errcode: 40029, errmsg: 'invalid code' };
      return phoneAnswer(held.phone, '86');
    },
  };
};
