import type { AppealRouteRules } from '@shared/domain/appeal-route';
import { appealRoute } from '@shared/domain/appeal-route';
import type { Org } from '@shared/domain/organization';
import { chaozhou } from '@shared/policy/profiles/chaozhou';
import { taiqian } from '@shared/policy/profiles/taiqian';
import { worldOf } from '../../cloudfunctions/demo/world';
import { SMALL_TABLES } from '../support/small-world';

const world = worldOf(SMALL_TABLES, { accountRef: (openid) => openid, index: (_, value) => value }, Date.now());
const routeFrom = (windowId: string, rules: AppealRouteRules, dispatched = true) => {
  const window = world.windows.find(({ _id }) => _id === windowId);
  if (!window) throw new Error(windowId);
  const route = appealRoute(window, world.orgs, { unitId: window.orgId, dispatched }, rules);
  return route.ok ? route.value : route.code;
};

describe('第十二条 潮州市：由同级局复核，镇村由县级局复核', () => {
  it.each([
    ['市级单位', 'cz01', 'cz-bureau', 'cz-bureau'],
    ['列为党群序列的单位', 'cz02', 'cz-bureau', 'cz-bureau'],
    ['公共服务企业', 'cz03', 'cz-bureau', 'cz-bureau'],
    ['县（区）级单位', 'xq01', 'xq-bureau', 'cz-bureau'],
    ['功能区', 'fq01', 'fq-bureau', 'cz-bureau'],
    ['街道', 'xq00701', 'xq-bureau', 'cz-bureau'],
    ['社区', 'xq00700201', 'xq-bureau', 'cz-bureau'],
  ])('%s', (_, windowId, bureauId, upperBureauId) => {
    expect(routeFrom(windowId, chaozhou.appeal)).toMatchObject({
      ...{ bureauId, upperBureauId, cityBureauId: null },
      basis: { article: '第十二条' },
    });
  });
});

describe('第十七条 台前县：一律由县局复核，报市修正', () => {
  it.each([
    ['县级单位', 'tq02'],
    ['镇', 'tq10001'],
    ['村', 'tq10020101'],
  ])('%s', (_, windowId) => {
    expect(routeFrom(windowId, taiqian.appeal)).toMatchObject({
      ...{ bureauId: 'tq-bureau', upperBureauId: 'py-bureau', cityBureauId: 'py-bureau' },
      basis: { article: '第十七条' },
    });
  });
});

describe('被评价的就是复核的局', () => {
  const ratedBureau = (bureauId: string, rules: AppealRouteRules) => {
    const bureau = world.orgs.find(({ _id }) => _id === bureauId);
    if (!bureau) throw new Error(bureauId);
    const route = appealRoute(
      { orgId: bureauId, orgPath: bureau.orgPath },
      world.orgs,
      { unitId: bureauId, dispatched: true },
      rules,
    );
    return route.ok ? route.value : route.code;
  };

  it('由上一级局复核', () => {
    expect(ratedBureau('xq-bureau', chaozhou.appeal)).toMatchObject({ bureauId: 'cz-bureau' });
    expect(ratedBureau('tq-bureau', taiqian.appeal)).toMatchObject({ bureauId: 'py-bureau' });
  });

  it('上面没有局的，说清楚走书面', () => {
    expect(ratedBureau('cz-bureau', chaozhou.appeal)).toBe('appeal.noReviewer');
  });
});

it('单位没有人能表态的，不经单位', () => {
  expect(routeFrom('tq02', taiqian.appeal, false)).toMatchObject({ unitId: null, bureauId: 'tq-bureau' });
});

it('机构登记里已经没有的单位，请主管单位核对', () => {
  const none: readonly Org[] = [];
  const route = appealRoute({ orgId: 'x', orgPath: ['x'] }, none, { unitId: 'x', dispatched: true }, taiqian.appeal);
  expect(route).toEqual({ ok: false, code: 'appeal.unitGone' });
});
