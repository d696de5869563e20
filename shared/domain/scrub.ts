/** Digits of every script and width. */
const DIGIT = '[\\p{Nd}\\p{No}]';
/** With the numerals that people write numbers with in Chinese, 两 and 幺 too. */
const NUMERAL = '[\\p{N}零一二两三四五六七八九幺壹贰叁肆伍陆柒捌玖]';
/** What stands between the groups of a number: blanks, joiners, dashes, dots, commas, slashes, brackets. */
const BETWEEN = '[\\s\\p{M}\\p{Default_Ignorable_Code_Point}\\p{Pd}\\p{Pc}\\p{Ps}\\p{Pe}.,，。．、·•・/／|*#+~～]{0,3}';

/** Digits in a row that are left: landlines have seven, cases, phones and ID numbers more. */
const LONGEST_KEPT = 6;

const longRunOf = (digit: string) => `${digit}(?:${BETWEEN}${digit}){${LONGEST_KEPT},}`;
/** Digits first, so that the 三 of 三天 stays behind a number. An ID number may end in X. */
const NUMBER = new RegExp(`(?:${longRunOf(DIGIT)}|${longRunOf(NUMERAL)})(?:${BETWEEN}[XxＸｘ](?!\\p{L}))?`, 'gu');

export const MASK = '（号码已隐去）';

/** 隐去号码: what somebody wrote, without phone, ID, case and other long numbers. The original stays in the file. */
export const scrub = (text: string): string => text.replace(NUMBER, MASK);
