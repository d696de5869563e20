import { maskIdNumber, maskName, maskPhone } from '@shared/domain/masks';
import fc from 'fast-check';

describe('打码', () => {
  it('身份证号前3后4，手机号前3后4', () => {
    expect(maskIdNumber('410927198001011234')).toBe('410***********1234');
    expect(maskIdNumber('41092719800101123X')).toBe('410***********123X');
    expect(maskPhone('13812345678')).toBe('138****5678');
  });

  it.each([
    ['张三', '张*'],
    ['王小明', '王*明'],
    ['欧阳明', '欧阳*'],
    ['欧阳明月', '欧阳**'],
    ['东方', '东*'],
    ['𠮷野家', '𠮷*家'],
    ['阿卜杜·热合曼', '阿*****曼'],
    ['王', '*'],
    ['', ''],
  ])('%j 显示为 %j', (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });

  it('太短的全部遮住，长短不变，总有遮住的', () => {
    expect(maskPhone('1381234')).toBe('*******');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (text) => {
        for (const mask of [maskIdNumber, maskPhone, maskName]) {
          expect([...mask(text)]).toHaveLength([...text].length);
          expect(mask(text)).toContain('*');
        }
      }),
    );
  });
});
