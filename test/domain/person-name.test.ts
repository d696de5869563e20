import { readPersonName } from '@shared/domain/person-name';
import fc from 'fast-check';

const INVALID = { ok: false, code: 'identity.nameInvalid' };

describe('姓名', () => {
  it.each([
    ['张三', '张三'],
    [' 张三 ', '张三'],
    ['张　三', '张三'],
    ['欧阳明月', '欧阳明月'],
    ['𠮷䶮㛃', '𠮷䶮㛃'],
    ['王〇', '王〇'],
    ['阿卜杜·热合曼', '阿卜杜·热合曼'],
    ['阿卜杜•热合曼', '阿卜杜·热合曼'],
    ['阿卜杜・热合曼', '阿卜杜·热合曼'],
    ['阿卜杜 ‧ 热合曼', '阿卜杜·热合曼'],
    ['Anne-Marie  O’Neill', "Anne-Marie O'Neill"],
    ['ＪＯＨＮ　ＳＭＩＴＨ', 'JOHN SMITH'],
    ['José Müller', 'José Müller'],
  ])('%j 读作 %j', (typed, name) => {
    expect(readPersonName(typed)).toEqual({ ok: true, value: name });
  });

  it.each([
    ['一个字', '张'],
    ['五十一个字', '张'.repeat(51)],
    ['数字', '张3'],
    ['全角数字', '张３'],
    ['电话', '13800000000'],
    ['点在头上', '·张三'],
    ['点在末尾', '张三·'],
    ['两个点', '阿卜杜··热合曼'],
    ['看不见的字符', '张\u200b三'],
    ['方向控制符', '张\u202e三'],
    ['换行', '张\n三'],
    ['换行的外文名', 'Anne\nMarie'],
    ['半个字', '张\ud842'],
    ['表情', '张😀'],
    ['标点', '张三。'],
    ['尖括号', '<b>张三</b>'],
    ['中文夹外文', '张San'],
    ['别的文字', 'Иван'],
    ['什么也没有', '  '],
  ])('%s 不收', (_, typed) => {
    expect(readPersonName(typed)).toEqual(INVALID);
  });

  it('罕见字也算一个字：五十个收，五十一个不收', () => {
    expect(readPersonName('𠮷'.repeat(50))).toMatchObject({ ok: true });
    expect(readPersonName('𠮷'.repeat(51))).toEqual(INVALID);
  });

  it('收下的名字再读一遍还是它，随便写什么都不会出错', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..." ·•张三𠮷aZ'-’3\u200b"), maxLength: 8 }), (typed) => {
        const read = readPersonName(typed);
        if (read.ok) expect(readPersonName(read.value)).toEqual(read);
        if (read.ok) expect(read.value).not.toMatch(/[\d\u200b•’]/);
      }),
      { numRuns: 2000 },
    );
  });

  it('很长的输入也马上答', () => {
    const started = performance.now();
    expect(readPersonName(`${'a '.repeat(50_000)}!`)).toEqual(INVALID);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
