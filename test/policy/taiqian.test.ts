import { checkDraft, RATING_LEVELS } from '@shared/domain/rating';
import { taiqian } from '@shared/policy/profiles/taiqian';
import { aDraft } from '../domain/builders';

const { rating, ticket, tags } = taiqian;
const check = (given: Parameters<typeof aDraft>[0]) => checkDraft(aDraft(given), rating, tags);

describe('台前县考核细则', () => {
  it('第七条 五个等级的分值分别为10分、8分、6分、3分、0分', () => {
    expect(RATING_LEVELS.map((level) => rating.scores.value[level])).toEqual([10, 8, 6, 3, 0]);
    expect(rating.scores.basis.article).toBe('第七条');
  });

  it.each(['verySatisfied', 'satisfied', 'basicallySatisfied'] as const)(
    '第七条 %s 可不选择评价标签直接提交',
    (level) => {
      expect(check({ level })).toMatchObject({ ok: true });
    },
  );

  it.each([
    ['dissatisfied', '214'],
    ['veryDissatisfied', '115'],
  ] as const)('第七条 %s 须选标签或填写原因', (level, tag) => {
    expect(check({ level })).toEqual({ ok: false, code: 'rating.reasonMissing' });
    expect(check({ level, tags: [tag] })).toMatchObject({ ok: true });
    expect(check({ level, comment: '等了三个小时没人理' })).toMatchObject({ ok: true });
    expect(rating.badRatingNeedsReason.basis.article).toBe('第七条');
  });

  it('第八条 每接受一次服务即可做出一次评价', () => {
    expect(taiqian.oneServiceOneRating).toMatchObject({ value: true, basis: { article: '第八条' } });
  });

  it('第七条、第八条 不评价就没有评价，不设默认', () => {
    expect(taiqian.defaultRating.value).toBeNull();
  });

  it('第十条、第十一条 鼓励实名评价，不强制', () => {
    const { demand } = taiqian.identity;
    for (const level of RATING_LEVELS) {
      expect(demand.windowCode[level]).toMatchObject({ value: 'encouraged', basis: { article: '第十条、第十一条' } });
    }
  });

  it('第十条 涉及本镇的差评工单由镇政府回访、整改和反馈，村站的也是', () => {
    for (const level of ['town', 'village'] as const) {
      expect(ticket.handledBy[level]).toMatchObject({ value: 'townGovernment', basis: { article: '第十条' } });
    }
  });

  it('第十一条 县中心和县级单位的差评工单由本中心或本单位办', () => {
    expect(ticket.handledBy.county).toMatchObject({ value: 'unit', basis: { article: '第十一条' } });
  });

  it('第十一条 只说及时，期限是标明了的建议值', () => {
    for (const within of [ticket.acceptWithin, ticket.rectifyWithin]) {
      expect(within.basis.proposal).toBe(true);
      expect(within.basis.article).toContain('第十一条');
    }
    expect(ticket.dispatchWithin).toMatchObject({ value: { count: 1, unit: 'workingDay' }, basis: { proposal: true } });
    expect(ticket.acceptWithin.value).toEqual({ count: 1, unit: 'workingDay' });
    expect(ticket.rectifyWithin.value).toEqual({ count: 5, unit: 'workingDay' });
  });

  it('第十七条 差评是“不满意”和“非常不满意”', () => {
    expect(rating.badLevels).toMatchObject({
      value: ['dissatisfied', 'veryDissatisfied'],
      basis: { article: '第十七条' },
    });
  });

  it('第二十一条 自2020年7月13日起实施，试行一年', () => {
    expect(taiqian.inForceFrom).toMatchObject({ value: '2020-07-13', basis: { article: '第二十一条' } });
    expect(taiqian.trialUntil).toMatchObject({ value: '2021-07-12', basis: { article: '第二十一条' } });
  });
});
