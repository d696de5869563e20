import type { Verification } from '@shared/domain/rating-file';
import { type Arrival, recentAtMost, type Surroundings, suspicionOf } from '@shared/domain/suspicion';
import { clause, propose } from '@shared/kernel/clause';
import fc from 'fast-check';

const proposal = propose('测试');
const rules = {
  ratingsPerAccountDay: clause(10, proposal),
  walkInsPerCodeHour: clause(60, proposal),
  walkInsPerWindowDay: clause(3, proposal),
};
const window = { _id: 'w1', centerId: 'center', orgId: 'unit' };
const walkIn: Arrival = { ratingId: 'new', raterRefs: ['me'], window, verification: 'wechat' };
const startOfDay = 1_000;
const anHourAgo = 5_000;
const quiet: Surroundings = { startOfDay, anHourAgo, recent: [], boundStaff: [] };

type Given = { by?: string; at?: number; windowId?: string; verification?: Verification };
const ratings = (count: number, { by = 'me', at = 6_000, windowId = 'w1', verification = 'wechat' }: Given = {}) =>
  Array.from({ length: count }, (_, n) => ({
    _id: `${by}-${windowId}-${n}`,
    raterRef: by,
    ratedAt: at,
    verification,
    subject: { windowId },
  }));
const reasonAfter = (recent: Surroundings['recent'], arrival = walkIn) =>
  suspicionOf(arrival, { ...quiet, recent }, rules);

describe('哪些评价先核查再计入', () => {
  it('平常的评价：没有什么可疑', () => {
    expect(reasonAfter([])).toBeNull();
    expect(reasonAfter(ratings(2))).toBeNull();
  });

  it('同一人当日在同一窗口、没有办件证明的第四次', () => {
    expect(reasonAfter(ratings(3))).toMatch(/同一窗口/);
  });

  it('别的窗口、昨天的、有办件证明的不算在这三次里', () => {
    expect(reasonAfter(ratings(9, { windowId: 'w2' }))).toBeNull();
    expect(reasonAfter(ratings(3, { at: startOfDay - 1 }))).toBeNull();
    expect(reasonAfter(ratings(3, { verification: 'receiptCode' }))).toBeNull();
    expect(reasonAfter(ratings(3), { ...walkIn, verification: 'applicant' })).toBeNull();
  });

  it('只凭办件编号的也算：编号听来、看来都可以', () => {
    expect(reasonAfter(ratings(3, { verification: 'caseNumber' }))).toMatch(/同一窗口/);
    expect(reasonAfter(ratings(3), { ...walkIn, verification: 'caseNumber' })).toMatch(/同一窗口/);
  });

  it('同一个人的几个微信合起来算', () => {
    const twoPhones = { ...walkIn, raterRefs: ['me', 'my-other-phone'] };
    const recent = [...ratings(2), ...ratings(1, { by: 'my-other-phone' })];
    expect(reasonAfter(recent)).toBeNull();
    expect(reasonAfter(recent, twoPhones)).toMatch(/同一窗口/);
  });

  it('同一人当日的第十一次，在哪个窗口、有没有办件证明都算', () => {
    const recent = [...ratings(5, { windowId: 'w2' }), ...ratings(5, { windowId: 'w3', verification: 'receiptCode' })];
    expect(reasonAfter(recent)).toMatch(/当日评价超过10次/);
    expect(reasonAfter(recent, { ...walkIn, verification: 'applicant' })).toMatch(/当日评价超过10次/);
  });

  it('同一窗口码一小时内的第六十一次，不论是谁；一小时以前的不算', () => {
    const crowd = Array.from({ length: 60 }, (_, n) => ratings(1, { by: `person-${n}` })[0] ?? []).flat();
    expect(reasonAfter(crowd)).toMatch(/窗口码/);
    expect(reasonAfter(crowd, { ...walkIn, verification: 'applicant' })).toBeNull();
    expect(reasonAfter(crowd.map((one) => ({ ...one, ratedAt: anHourAgo - 1 })))).toBeNull();
  });

  it.each([
    ['本单位的', { orgId: 'unit', grants: [] }, true],
    ['本中心的', { orgId: 'center', grants: [] }, true],
    ['在本中心任职的', { orgId: 'other', grants: [{ role: 'liaison', orgId: 'center' }] }, true],
    ['别处的', { orgId: 'other', grants: [{ role: 'clerk', orgId: 'other' }] }, false],
  ] as const)('%s工作人员的微信', (_which, member, isSuspect) => {
    const reason = suspicionOf(walkIn, { ...quiet, boundStaff: [member] }, rules);
    expect(reason !== null).toBe(isSuspect);
  });

  it('自己已经写下的那一条不算两次', () => {
    expect(reasonAfter([...ratings(2), ...ratings(1).map((one) => ({ ...one, _id: 'new' }))])).toBeNull();
  });

  it('不看更多的，也不会放过超出的', () => {
    const someRatings = fc.array(
      fc.record({ by: fc.constantFrom('me', 'a', 'b'), windowId: fc.constantFrom('w1', 'w2') }),
      { minLength: recentAtMost(rules), maxLength: recentAtMost(rules) + 20 },
    );
    fc.assert(
      fc.property(someRatings, (given) => {
        // What the query finds for a walk-in: own ratings anywhere, and everybody's at this window.
        const found = given
          .filter(({ by, windowId }) => by === 'me' || windowId === 'w1')
          .map((one, n) => ({ ...ratings(1, one)[0], _id: `r${n}` }) as Surroundings['recent'][number]);
        const looked = found.slice(0, recentAtMost(rules));
        return looked.length < found.length ? reasonAfter(looked) !== null : reasonAfter(looked) === reasonAfter(found);
      }),
    );
  });
});
