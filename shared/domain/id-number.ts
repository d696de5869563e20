import { ok, type Result, refuse } from '../kernel/result';
import { type Day, isDay, yearOf } from '../kernel/time';
import { typedNumber } from './typed-number';

/** 居民身份证、港澳台居民居住证、外国人永久居留身份证（2023版）: one form, one check digit. */
export type IdNumberKind = 'resident' | 'hongKongMacaoTaiwan' | 'foreigner';

/** 公民身份号码 (GB 11643-1999) and the two kinds of number that are made like it. */
export type IdNumber = {
  /** 18 characters, the last one may be a capital X. */
  readonly number: string;
  readonly kind: IdNumberKind;
  readonly bornOn: Day;
};

export type IdNumberRefusal =
  | 'idNumber.malformed'
  | 'idNumber.fifteenDigits'
  | 'idNumber.regionUnknown'
  | 'idNumber.birthInvalid'
  | 'idNumber.checkDigit';

/** GB/T 2260, the first two digits. Counties come and go and live on in the numbers, so nothing after these is looked up. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71'.split(' '),
);
/** 港澳台居民居住证申领发放办法 (国办发〔2018〕81号): 香港 810000, 澳门 820000, 台湾 830000. */
const HONG_KONG_MACAO_TAIWAN = new Set(['81', '82', '83']);
/** 国家移民管理局 新版外国人永久居留身份证机读信息规则（2023版）: 9 in front, the check digit as for residents. */
const FOREIGNER = '9';

const EARLIEST_BIRTH: Day = '1800-01-01';
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** By the weighted sum modulo 11 (ISO 7064, MOD 11-2). */
const CHECK_DIGITS = '10X98765432';

const kindOf = (number: string): IdNumberKind | undefined => {
  if (number.startsWith(FOREIGNER)) return 'foreigner';
  const province = number.slice(0, 2);
  if (HONG_KONG_MACAO_TAIWAN.has(province)) return 'hongKongMacaoTaiwan';
  return PROVINCES.has(province) ? 'resident' : undefined;
};

const birthOf = (number: string): Day => `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;

const checkDigitOf = (number: string): string | undefined =>
  CHECK_DIGITS[WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(number[i]), 0) % 11];

/** Reads what a person typed; `today` is the last day on which he can be born. */
export const readIdNumber = (typed: string, today: Day): Result<IdNumber, IdNumberRefusal> => {
  const number = typedNumber(typed).replace('x', 'X');
  if (/^\d{15}$/.test(number)) return refuse('idNumber.fifteenDigits');
  if (!/^\d{17}[\dX]$/.test(number)) return refuse('idNumber.malformed');
  const kind = kindOf(number);
  if (!kind) return refuse('idNumber.regionUnknown');
  const bornOn = birthOf(number);
  if (!isDay(bornOn) || bornOn < EARLIEST_BIRTH || bornOn > today) return refuse('idNumber.birthInvalid');
  if (checkDigitOf(number) !== number[17]) return refuse('idNumber.checkDigit');
  return ok({ number, kind, bornOn });
};

/**
 * 周岁, whole years: the birthday is the last day of a year of life, the next age begins on the day after it (民法典 第二百零一条、
 * 第二百零二条; 法释〔2006〕1号 第二条 周岁从生日的第二天起算). Who was born on 29 February is a year older on 1 March.
 */
export const ageOn = (bornOn: Day, day: Day): number => {
  const years = yearOf(day) - yearOf(bornOn);
  return Math.max(0, day.slice(5) > bornOn.slice(5) ? years : years - 1);
};
