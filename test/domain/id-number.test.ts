import { ageOn, readIdNumber } from '@shared/domain/id-number';
import { addDays, type Day } from '@shared/kernel/time';
import fc from 'fast-check';
import { validate } from 'stdnum/lib/cjs/cn/ric';
import { dice, withCheckDigit } from './made-up-numbers';

const TODAY: Day = '2026-11-24';
const read = (typed: string) => readIdNumber(typed, TODAY);
const refused = (code: string) => ({ ok: false, code });
/** The documented examples of GB 11643-1999. */
const BEIJING = '11010519491231002X';
const SHANWEI = '440524188001010014';

const anyDay = fc.integer({ min: 0, max: 82_000 }).map((days) => addDays('1800-01-01', days));
const anyNumber = fc
  .tuple(fc.constantFrom('110105', '410927', '445121', '659004', '710000', '830000', '931840'), anyDay, fc.nat(999))
  .map(([region, born, order]) =>
    withCheckDigit(`${region}${born.replaceAll('-', '')}${String(order).padStart(3, '0')}`),
  );

describe('身份证号 GB 11643', () => {
  it('标准里的例子', () => {
    expect(read(BEIJING)).toEqual({ ok: true, value: { number: BEIJING, kind: 'resident', bornOn: '1949-12-31' } });
    expect(read(SHANWEI)).toMatchObject({ ok: true, value: { bornOn: '1880-01-01' } });
  });

  it.each([
    ['小写的 x', '11010519491231002x'],
    ['全角数字和字母', '１１０１０５１９４９１２３１００２Ｘ'],
    ['全角小写', '１１０１０５１９４９１２３１００２ｘ'],
    ['中间有空格', ' 110105 19491231 002X '],
    ['全角空格和各种横线', '110105　19491231-002－X—'],
    ['看不见的字符', '\u200b110105\u200d19491231\u00ad002X\ufeff\n'],
  ])('照样认得：%s', (_, typed) => {
    expect(read(typed)).toMatchObject({ ok: true, value: { number: BEIJING } });
  });

  it.each([
    ['末位不对', '110105194912310021', 'idNumber.checkDigit'],
    ['末位该是 X', '110105194912310020', 'idNumber.checkDigit'],
    ['15位', '110105491231002', 'idNumber.fifteenDigits'],
    ['15位全角', '１１０１０５４９１２３１００２', 'idNumber.fifteenDigits'],
    ['17位', '11010519491231002', 'idNumber.malformed'],
    ['19位', '11010519491231002X1', 'idNumber.malformed'],
    ['X 不在末位', '1101051949123100X2', 'idNumber.malformed'],
    ['两个 X', '11010519491231XXXX', 'idNumber.malformed'],
    ['旧版永居证', 'USA110080010110', 'idNumber.malformed'],
    ['什么也没有', '', 'idNumber.malformed'],
    ['只有看不见的字符', '\u200b\u3164', 'idNumber.malformed'],
    ['没有这个省', withCheckDigit('16010519491231002'), 'idNumber.regionUnknown'],
    ['没有这个省 00', withCheckDigit('00010519491231002'), 'idNumber.regionUnknown'],
    ['没有这个省 84', withCheckDigit('84000019491231002'), 'idNumber.regionUnknown'],
    ['2月30日', withCheckDigit('11010519490230002'), 'idNumber.birthInvalid'],
    ['平年2月29日', withCheckDigit('11010519000229002'), 'idNumber.birthInvalid'],
    ['13月', withCheckDigit('11010519491301002'), 'idNumber.birthInvalid'],
    ['00月', withCheckDigit('11010519490001002'), 'idNumber.birthInvalid'],
    ['00日', withCheckDigit('11010519490100002'), 'idNumber.birthInvalid'],
    ['明天才出生', withCheckDigit('11010520261125002'), 'idNumber.birthInvalid'],
    ['1799年', withCheckDigit('11010517991231002'), 'idNumber.birthInvalid'],
  ])('%s', (_, typed, code) => {
    expect(read(typed)).toEqual(refused(code));
  });

  it('今天出生的、闰年2月29日出生的，都认', () => {
    expect(read(withCheckDigit('11010520261124002'))).toMatchObject({ ok: true });
    expect(read(withCheckDigit('11010520000229002'))).toMatchObject({ ok: true, value: { bornOn: '2000-02-29' } });
  });

  it.each([
    ['香港', '810000', 'hongKongMacaoTaiwan'],
    ['澳门', '820000', 'hongKongMacaoTaiwan'],
    ['台湾', '830000', 'hongKongMacaoTaiwan'],
    ['台湾籍', '710000', 'resident'],
    ['外国人永久居留身份证', '931840', 'foreigner'],
    ['已撤销的潮安县', '445121', 'resident'],
    ['查不到的县', '119999', 'resident'],
  ])('%s %s', (_, region, kind) => {
    expect(read(withCheckDigit(`${region}19800101123`))).toMatchObject({ ok: true, value: { kind } });
  });

  it('随便写什么都不会出错', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => expect(read(typed)).toMatchObject({ ok: false })));
  });

  it('错一个数字、相邻两个颠倒，都发现得了', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat(17), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        expect(read(number)).toMatchObject({ ok: true });
        const digit = number[at] === 'X' ? 10 : Number(number[at]);
        const changed = number.slice(0, at) + ((digit + by) % 10) + number.slice(at + 1);
        if (changed !== number) expect(read(changed)).toMatchObject({ ok: false });
        const [a = '', b = ''] = number.slice(at, at + 2);
        if (a !== b && b !== '')
          expect(read(number.slice(0, at) + b + a + number.slice(at + 2))).toMatchObject({ ok: false });
      }),
      { numRuns: 1000 },
    );
  });

  // What it does not look at, and we do: the province and the century. So the numbers begin with a province.
  it('20万个随机号码，与独立的 stdnum 判断一致', () => {
    const roll = dice(11643);
    const two = (most: number) => String(roll(most + 1)).padStart(2, '0');
    const disagreed: string[] = [];
    let accepted = 0;
    for (let i = 0; i < 200_000; i++) {
      const birth = `${1850 + roll(180)}${two(13)}${two(31)}`;
      const body = `${['11', '41', '44', '83', '93'][roll(5)]}${two(99)}${two(99)}${birth}${two(99)}${roll(10)}`;
      const number = roll(3) === 0 ? body + '0123456789X'[roll(11)] : withCheckDigit(body);
      const { ok } = readIdNumber(number, CLOCK_OF_THE_LIBRARY);
      if (ok) accepted++;
      if (ok !== validate(number).isValid) disagreed.push(number);
    }
    expect(disagreed).toEqual([]);
    expect(accepted).toBeGreaterThan(80_000);
  });
});

/** It asks the machine what day it is. */
const CLOCK_OF_THE_LIBRARY = new Date().toLocaleDateString('sv');

describe('周岁', () => {
  it.each([
    ['出生当天', '2012-11-24', '2012-11-24', 0],
    ['生日当天还是13岁', '2012-11-24', '2026-11-24', 13],
    ['生日第二天满14岁', '2012-11-24', '2026-11-25', 14],
    ['生日前一天', '2012-11-24', '2026-11-23', 13],
    ['除夕出生，元旦满1岁', '2020-12-31', '2022-01-01', 1],
    ['2月29日出生，平年2月28日', '2012-02-29', '2026-02-28', 13],
    ['2月29日出生，平年3月1日', '2012-02-29', '2026-03-01', 14],
    ['2月29日出生，闰年2月29日', '2012-02-29', '2028-02-29', 15],
    ['2月29日出生，闰年3月1日', '2012-02-29', '2028-03-01', 16],
  ])('%s', (_, bornOn, day, age) => {
    expect(ageOn(bornOn, day)).toBe(age);
  });

  it('每过一年正好长一岁', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [bornOn = a, day = b] = [a, b].sort();
        const nextYear = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
        if (!day.endsWith('02-29') && bornOn !== day && day.slice(5) !== bornOn.slice(5)) {
          expect(ageOn(bornOn, nextYear)).toBe(ageOn(bornOn, day) + (nextYear > day ? 1 : 0));
        }
      }),
    );
  });
});
