/** Somebody whom the stand-ins know. Nobody real: see `numberOf` and the phones. */
export type FictionalPerson = {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly about: string;
};

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** GB 11643-1999 */
const withCheckDigit = (digits: string): string => {
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (WEIGHTS[i] ?? 0), 0);
  return `${digits}${CHECK_DIGITS[sum % 11]}`;
};

export const isIdNumber = (text: string): boolean =>
  /^\d{17}[\dX]$/.test(text) && withCheckDigit(text.slice(0, 17)) === text;

/** A well-formed number that nobody has: the order number 000 is not given out. */
const numberOf = (region: string, birthday: string): string => withCheckDigit(`${region}${birthday}000`);

const thisYear = new Date().getFullYear();

/** Phones begin with 154, which no carrier has. Ages are as of this year, so that a child stays one. */
export const PEOPLE: readonly FictionalPerson[] = [
  { name: '王演示', idNumber: numberOf('410927', '19880315'), phone: '15400000001', about: '成年人，台前县' },
  { name: '陈演示', idNumber: numberOf('445102', '19791102'), phone: '15400000002', about: '成年人，潮州市湘桥区' },
  { name: '林演示', idNumber: numberOf('410927', '19580101'), phone: '15400000003', about: '老年人' },
  {
    name: '周演示',
    idNumber: numberOf('445102', `${thisYear - 17}0701`),
    phone: '15400000004',
    about: '未成年人，已满14周岁',
  },
  { name: '吴演示', idNumber: numberOf('410927', `${thisYear - 10}0601`), phone: '15400000005', about: '未满14周岁' },
];
