import { RATING_LEVELS } from '@shared/domain/rating';
import { RETIRED_TAG_CODES } from '@shared/policy/tags/national-1';
import { national2 } from '@shared/policy/tags/national-2';

const FIRST_DIGIT = { verySatisfied: 5, satisfied: 4, basicallySatisfied: 3, dissatisfied: 2, veryDissatisfied: 1 };

describe('全国统一评价标签（第二版）', () => {
  it.each(RATING_LEVELS)('%s 有 8 个标签，编码首位就是等级，前 3 个为基础标签', (level) => {
    const tags = national2.tags.filter((tag) => tag.level === level);

    expect(tags).toHaveLength(8);
    expect(tags.map((tag) => tag.base)).toEqual([true, true, true, false, false, false, false, false]);
    for (const { code } of tags) expect(code).toMatch(new RegExp(`^${FIRST_DIGIT[level]}\\d\\d$`));
    expect(tags.map((tag) => tag.code)).toEqual(tags.map((tag) => tag.code).sort());
  });

  it('没有重复的编码，也没有重复的文字', () => {
    expect(new Set(national2.tags.map((tag) => tag.code)).size).toBe(40);
    expect(new Set(national2.tags.map((tag) => tag.text)).size).toBe(40);
  });

  it('第六条 只有六个标签说的是服务人员，其余说的是服务事项', () => {
    const aboutStaff = national2.tags.filter((tag) => tag.about === 'staff').map((tag) => tag.code);
    expect(aboutStaff).toEqual(['517', '413', '314', '213', '214', '115']);
  });

  it('停用的第一版编码留作历史，不与现行编码重复', () => {
    expect(RETIRED_TAG_CODES).toHaveLength(32);
    expect(RETIRED_TAG_CODES).toEqual(expect.arrayContaining(['501', '509', '401', '405', '301', '206', '107']));
    expect(RETIRED_TAG_CODES).not.toContain('403');
    for (const { code } of national2.tags) expect(RETIRED_TAG_CODES).not.toContain(code);
  });
});
