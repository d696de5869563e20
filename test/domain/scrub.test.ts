import { MASK, scrub } from '@shared/domain/scrub';
import fc from 'fast-check';

const anyDigits = (least: number, most: number) =>
  fc.array(fc.constantFrom(...'0123456789'), { minLength: least, maxLength: most });
const wide = (digit: string) => String.fromCodePoint(0xff10 + Number(digit));
const chinese = (digit: string) => '〇一二三四五六七八九'[Number(digit)] ?? digit;
const anyWriting = fc.constantFrom((digit: string) => digit, wide, chinese);
const anyBetween = fc.constantFrom('', '', '', ' ', '-', '—', ' - ', '.', '\u200b', '（', '、');
const anyWords = fc.string({ unit: fc.constantFrom(...'办事大厅排队很久请打电话，。\nabc'), maxLength: 20 });

const digitsIn = (text: string) => [...text].filter((character) => /[\p{N}〇一二三四五六七八九]/u.test(character));

describe('隐去号码', () => {
  it('七位以上的号码一位不留，不管用什么数字写、中间隔着什么', () => {
    const anyNumber = fc
      .tuple(anyDigits(7, 20), anyWriting, fc.array(anyBetween, { minLength: 20, maxLength: 20 }))
      .map(([digits, write, between]) =>
        digits.map((digit, at) => (at > 0 ? between[at] : '') + write(digit)).join(''),
      );
    fc.assert(
      fc.property(anyWords, anyNumber, anyWords, (before, number, after) => {
        const scrubbed = scrub(before + number + after);
        expect(digitsIn(scrubbed)).toEqual([]);
        expect(scrubbed).toContain(MASK);
      }),
    );
  });

  it('没有长号码的话一字不改；隐去一次和两次一样', () => {
    fc.assert(fc.property(anyWords, (words) => expect(scrub(words)).toBe(words)));
    fc.assert(fc.property(fc.string(), (text) => expect(scrub(scrub(text))).toBe(scrub(text))));
  });

  it.each([
    ['我的电话138 0013 8000，请回电', `我的电话${MASK}，请回电`],
    ['打 +86-138-0013-8000', `打 +${MASK}`],
    ['座机０３９３－１２３４５６７没人接', `座机${MASK}没人接`],
    ['身份证 11010119000101009X 登错了', `身份证 ${MASK} 登错了`],
    ['身份证11010119000101009ｘ', `身份证${MASK}`],
    ['幺三八零零幺三八零零零', MASK],
    ['办件TQ20260004三天没有动静', `办件TQ${MASK}三天没有动静`],
    ['排了3个小时，窗口3、5、7都没有人，11月23日9点去的', '排了3个小时，窗口3、5、7都没有人，11月23日9点去的'],
    ['收了120元，应当是80元', '收了120元，应当是80元'],
  ])('%s', (text, expected) => {
    expect(scrub(text)).toBe(expected);
  });

  it('很长的话也很快', () => {
    const long = '1 2 '.repeat(20_000) + '。'.repeat(20_000) + '12345 '.repeat(3);
    const started = performance.now();
    scrub(long);
    scrub('123456。'.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
