import { readPhoneNumber } from '@shared/domain/phone-number';
import fc from 'fast-check';

describe('手机号', () => {
  it.each([
    '13800000000',
    '１３８００００００００',
    ' 138 0000 0000 ',
    '138-0000-0000',
    '+8613800000000',
    '＋86 138 0000 0000',
    '86-13800000000',
    '008613800000000',
    '\u200b13800000000\u202c',
  ])('认得 %j', (typed) => {
    expect(readPhoneNumber(typed)).toEqual({ ok: true, value: '13800000000' });
  });

  it.each([
    ['少一位', '1380000000'],
    ['多一位', '138000000000'],
    ['12 开头', '12800000000'],
    ['座机', '0393-2222222'],
    ['热线', '12345'],
    ['别的国家', '+85291234567'],
    ['两个国家码', '868613800000000'],
    ['有字母', '1380000000o'],
    ['别的文字的数字', '١٣٨٠٠٠٠٠٠٠٠'],
    ['什么也没有', ''],
  ])('%s', (_, typed) => {
    expect(readPhoneNumber(typed)).toEqual({ ok: false, code: 'phone.malformed' });
  });

  it('读过的再读一遍，还是它', () => {
    fc.assert(
      fc.property(fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }), (number) => {
        const read = readPhoneNumber(`+86 ${number}`);
        expect(read).toEqual({ ok: true, value: String(number) });
      }),
    );
  });
});
