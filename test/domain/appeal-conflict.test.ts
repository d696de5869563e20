import { conflictOf, reviewerOf } from '@shared/domain/appeal-conflict';
import type { RatingFile } from '@shared/domain/rating-file';
import type { RoleGrant } from '@shared/domain/role';
import { worldOf } from '../../cloudfunctions/demo/world';
import { SMALL_TABLES } from '../support/small-world';
import { DAY, MONDAY } from './a-ticket';
import { anAppealIn, appealed } from './an-appeal';

const world = worldOf(SMALL_TABLES, { accountRef: (openid) => openid, index: (_, value) => value }, Date.now());

/** A file of a rating at that window, appealed against; nobody has had his hands on it. */
const fileAt = (windowId: string, difference: Partial<RatingFile> = {}): RatingFile => {
  const window = world.windows.find(({ _id }) => _id === windowId);
  if (!window) throw new Error(windowId);
  const subject = { orgId: window.orgId, orgPath: window.orgPath, staffId: 'clerk' };
  const appeal = { ...anAppealIn('awaitingReview'), unitId: window.orgId };
  return { subject, raterRef: 'somebody', history: [], appeal, ...difference } as unknown as RatingFile;
};
const reviewer = (orgId: string, grants: readonly RoleGrant[] = [], id = 'reviewer') =>
  reviewerOf({ _id: id, accountRef: `account-of-${id}`, orgId, grants }, world.orgs);
const at = (role: RoleGrant['role'], orgId: string): RoleGrant => ({ role, orgId });
const conflict = (windowId: string, who: ReturnType<typeof reviewer>, difference: Partial<RatingFile> = {}) =>
  conflictOf(who, fileAt(windowId, difference), world.orgs);

/** Window, its bureau, its unit, and a unit of the same line at another level where there is one. */
const LEVELS = [
  ['市', 'cz01', 'cz-bureau', 'cz-market', 'fq-market'],
  ['县（区）', 'xq01', 'xq-bureau', 'xq-insurance', 'tq-insurance'],
  ['功能区', 'fq01', 'fq-bureau', 'fq-market', 'cz-market'],
  ['公共服务企业', 'cz03', 'cz-bureau', 'cz-water', undefined],
  ['镇（街）', 'xq00701', 'xq-bureau', 'xq007-gov', undefined],
  ['村（社区）', 'xq00700201', 'xq-bureau', 'xq007002-gov', undefined],
] as const;

describe.each(LEVELS)('回避：%s的申诉', (_, windowId, bureau, unit, sameLine) => {
  it('本局没有牵连的监督人员可以办', () => {
    expect(conflict(windowId, reviewer(bureau, [at('supervisor', bureau)]))).toBeNull();
  });

  it('在被评价的单位兼职的，不行', () => {
    expect(conflict(windowId, reviewer(bureau, [at('supervisor', bureau), at('clerk', unit)]))).toBe('ofUnit');
    expect(conflict(windowId, reviewer(unit, [at('supervisor', bureau)]))).toBe('ofUnit');
  });

  it('同一条线的单位任职的，不论哪一级，不行', () => {
    if (sameLine === undefined) return expect(world.orgs.find(({ _id }) => _id === unit)).toBeDefined();
    expect(conflict(windowId, reviewer(bureau, [at('supervisor', bureau), at('liaison', sameLine)]))).toBe('sameLine');
  });

  it('就是被评价的人、评价的人，不行', () => {
    const grants = [at('supervisor', bureau)];
    expect(conflict(windowId, reviewer(bureau, grants, 'clerk'))).toBe('rated');
    expect(conflict(windowId, reviewer(bureau, grants), { raterRef: 'account-of-reviewer' })).toBe('rater');
  });

  it('办理过工单的、替单位写过意见的，不行', () => {
    const grants = [at('supervisor', bureau)];
    for (const what of ['accept', 'recordAttempt', 'recordFollowUp', 'submitRectification'] as const) {
      const history = [{ at: 0, what, by: { staffId: 'reviewer', post: '' } }];
      expect(conflict(windowId, reviewer(bureau, grants), { history })).toBe('handled');
    }
    const verified = [{ at: 0, what: 'verify' as const, by: { staffId: 'reviewer', post: '' } }];
    expect(conflict(windowId, reviewer(bureau, grants), { history: verified })).toBeNull();
    expect(conflict(windowId, reviewer(bureau, grants, 'liaison'))).toBe('handled');
  });
});

describe('回避：村里的评价', () => {
  it('镇里的责任人员兼监督人员的，不行', () => {
    const who = reviewer('tq-bureau', [at('supervisor', 'tq-bureau'), at('liaison', 'tq100-gov')]);
    expect(conflict('tq10020101', who)).toBe('ofUnit');
  });
});

describe('回避：评价人的异议', () => {
  const decided = anAppealIn('granted');
  const objected = { ...appealed(decided, 'object', MONDAY + 3 * DAY), unitId: 'tq-insurance' };

  it('参与原裁定的两个人都不行，别人可以；没有异议的不受影响', () => {
    const who = (id: string) => reviewer('py-bureau', [at('supervisor', 'py-bureau')], id);
    for (const id of ['reviewer', 'second']) {
      expect(conflict('tq02', who(id), { appeal: objected })).toBe('decidedBefore');
      expect(conflict('tq02', who(id), { appeal: { ...decided, unitId: 'tq-insurance' } })).toBeNull();
    }
    expect(conflict('tq02', who('third'), { appeal: objected })).toBeNull();
  });

  it('异议也有了结果，参与裁定的人可以办修正', () => {
    const who = (id: string) => reviewer('py-bureau', [at('supervisor', 'py-bureau')], id);
    const upheld = { ...objected, state: 'reportedUp' as const };
    for (const id of ['reviewer', 'second']) expect(conflict('tq02', who(id), { appeal: upheld })).toBeNull();
  });
});
