import { ORG_LEVELS } from '@shared/domain/organization';
import { RATING_LEVELS } from '@shared/domain/rating';
import { chaozhou } from '@shared/policy/profiles/chaozhou';

const { rating, ticket } = chaozhou;

describe('潮州市实施细则', () => {
  it('第二条、第十一条 市、县、镇、村四级的差评工单都由被评价的机构办', () => {
    for (const level of ORG_LEVELS) {
      expect(ticket.handledBy[level]).toMatchObject({ value: 'unit', basis: { article: '第二条、第十一条' } });
    }
  });

  it('第六条 未作出评价的，7个自然日后默认为“基本满意”', () => {
    expect(chaozhou.defaultRating).toMatchObject({
      value: { level: 'basicallySatisfied', after: { count: 7, unit: 'naturalDay' } },
      basis: { article: '第六条' },
    });
  });

  it('第七条 每接受一次服务即可做出一次评价', () => {
    expect(chaozhou.oneServiceOneRating).toMatchObject({ value: true, basis: { article: '第七条' } });
  });

  it('第九条 实行实名制评价', () => {
    const { demand } = chaozhou.identity;
    for (const level of RATING_LEVELS) {
      expect(demand.windowCode[level]).toMatchObject({ value: 'required', basis: { article: '第九条' } });
      expect(demand.ownService[level]).toMatchObject({ value: 'required', basis: { article: '第九条' } });
    }
  });

  it('第十一条 差评是“不满意”和“非常不满意”，及时转办没有给出天数', () => {
    expect(rating.badLevels).toMatchObject({
      value: ['dissatisfied', 'veryDissatisfied'],
      basis: { article: '第十一条' },
    });
    for (const within of [ticket.dispatchWithin, ticket.acceptWithin, ticket.rectifyWithin]) {
      expect(within.basis).toMatchObject({ proposal: true, article: expect.stringContaining('第十一条') });
    }
  });

  it('细则没有分值，取2020年工作细则的，并说明未见原文', () => {
    expect(RATING_LEVELS.map((level) => rating.scores.value[level])).toEqual([10, 8, 6, 3, 0]);
    expect(rating.scores.basis.document).toContain('未见原文');
  });

  it('细则没有要求差评填原因，要求是标明了的建议', () => {
    expect(rating.badRatingNeedsReason).toMatchObject({ value: true, basis: { proposal: true } });
  });

  it('第十七条 自发布之日起实施，试行期限与省《办法》同，细则本身没有日期', () => {
    expect(chaozhou.inForceFrom).toMatchObject({ value: '2019-10-14', basis: { article: '第十七条' } });
    expect(chaozhou.trialUntil).toMatchObject({ value: null, basis: { article: '第十七条' } });
  });
});
