import { readCompanyCode } from '@shared/domain/company-code';
import fc from 'fast-check';
import { validate } from 'stdnum/lib/cjs/cn/uscc';
import { dice } from './made-up-numbers';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const malformed = { ok: false, code: 'companyCode.malformed' };
const wrongCheck = { ok: false, code: 'companyCode.checkDigit' };

/** Found by trial: of the 31 endings exactly one is right. */
const withCheckCharacter = (body: string): string => {
  const right = [...ALPHABET].map((character) => body + character).filter((code) => readCompanyCode(code).ok);
  expect(right).toHaveLength(1);
  return right[0] ?? '';
};
const anyCharacter = fc.constantFrom(...ALPHABET);
const anyBody = fc
  .tuple(
    fc.string({ unit: anyCharacter, minLength: 2, maxLength: 2 }),
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 6, maxLength: 6 }),
    fc.string({ unit: anyCharacter, minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.join(''));

describe('统一社会信用代码 GB 32100', () => {
  it.each(['91350100M000100Y43', '11110000000021135M'])('公开的例子 %s', (code) => {
    expect(readCompanyCode(code)).toEqual({ ok: true, value: code });
  });

  it.each([
    ['小写', '91350100m000100y43'],
    ['全角', '９１３５０１００Ｍ０００１００Ｙ４３'],
    ['空格和横线', '91350100-M000100Y4-3 '],
    ['看不见的字符', '\u200b91350100M000100Y43\ufeff'],
  ])('照样认得：%s', (_, typed) => {
    expect(readCompanyCode(typed)).toEqual({ ok: true, value: '91350100M000100Y43' });
  });

  it.each([
    ['末位不对', '91350100M000100Y44', wrongCheck],
    ['有字母 I', '91350100M000100I43', malformed],
    ['有字母 O', '9135O100M000100Y43', malformed],
    ['行政区划不是数字', '913501A0M000100Y43', malformed],
    ['17位', '91350100M000100Y4', malformed],
    ['组织机构代码', 'M000100Y4', malformed],
    ['15位工商注册号', '350100100000014', malformed],
    ['大写后变长的字母', '91350100M000100Yß', malformed],
    ['什么也没有', '', malformed],
  ])('%s', (_, typed, refusal) => {
    expect(readCompanyCode(typed)).toEqual(refusal);
  });

  it('随便写什么都不会出错', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => expect(readCompanyCode(typed)).toEqual(malformed)));
  });

  it('错一个字符、相邻两个颠倒，都发现得了', () => {
    fc.assert(
      fc.property(anyBody, fc.nat(17), anyCharacter, (body, at, other) => {
        const code = withCheckCharacter(body);
        const changed = code.slice(0, at) + other + code.slice(at + 1);
        if (changed !== code) expect(readCompanyCode(changed).ok).toBe(false);
        const [a = '', b = ''] = code.slice(at, at + 2);
        if (a !== b) expect(readCompanyCode(code.slice(0, at) + b + a + code.slice(at + 2)).ok).toBe(b === '');
      }),
    );
  });

  // It knows no check character 0 (its remainder 31 has no letter), and no registrar with a letter (A1, N2, Y1).
  it('20万个随机代码，在独立的 stdnum 对的地方判断一致', () => {
    const roll = dice(32100);
    const some = (from: string, length: number) => Array.from({ length }, () => from[roll(from.length)]).join('');
    const disagreed: string[] = [];
    let accepted = 0;
    for (let i = 0; i < 200_000; i++) {
      const body = some('0123456789', 8) + some(ALPHABET, 9);
      const code = body + (roll(3) === 0 ? some(ALPHABET, 1) : (rightEnding(body) ?? ''));
      const { ok } = readCompanyCode(code);
      if (ok) accepted++;
      if (!code.endsWith('0') && ok !== validate(code).isValid) disagreed.push(code);
    }
    expect(disagreed).toEqual([]);
    expect(accepted).toBeGreaterThan(120_000);
  });

  it('stdnum 错的地方：末位是0的、字母开头的，它不认，我们认', () => {
    for (const code of [codeEndingWith0(), withCheckCharacter('Y1440000000000000')]) {
      expect(readCompanyCode(code)).toEqual({ ok: true, value: code });
      expect(validate(code).isValid).toBe(false);
    }
  });
});

/** All 18 values, weighted by the powers of 3, add up to a multiple of 31. */
const rightEnding = (body: string): string | undefined => {
  const sum = [...body].reduceRight((total, character) => (total * 3 + ALPHABET.indexOf(character)) % 31, 0);
  return ALPHABET[(31 - sum) % 31];
};

const codeEndingWith0 = (): string => {
  const bodies = Array.from({ length: 31 }, (_, i) => `91440000MA000000${ALPHABET[i]}`);
  return `${bodies.find((body) => rightEnding(body) === '0')}0`;
};
