import { ok, type Result, refuse } from '../kernel/result';
import { typedNumber } from './typed-number';

/** GB 32100-2015: digits and letters without I, O, S, V, Z; the place is the value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Registrar and kind of organization, region of registration in six digits, organization code, check character. */
const FORM = /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/;
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

const checkCharacterOf = (code: string): string | undefined => {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(code[i] ?? ''), 0);
  return ALPHABET[(31 - (sum % 31)) % 31];
};

/** 统一社会信用代码: reads what a person typed, answers 18 characters in capitals. */
export const readCompanyCode = (typed: string): Result<string, 'companyCode.malformed' | 'companyCode.checkDigit'> => {
  const code = typedNumber(typed).toUpperCase();
  if (!FORM.test(code)) return refuse('companyCode.malformed');
  return checkCharacterOf(code) === code[17] ? ok(code) : refuse('companyCode.checkDigit');
};
