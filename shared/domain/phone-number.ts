import { ok, type Result, refuse } from '../kernel/result';
import { typedNumber } from './typed-number';

const MOBILE = /^(?:(?:\+|00)?86)?(1[3-9]\d{9})$/;

/** 手机号 of the mainland: reads what a person typed, with or without +86, answers 11 digits. */
export const readPhoneNumber = (typed: string): Result<string, 'phone.malformed'> => {
  const [, phone] = MOBILE.exec(typedNumber(typed)) ?? [];
  return phone ? ok(phone) : refuse('phone.malformed');
};
