import type { ServiceWindow } from '@shared/domain/organization';
import type { RatingFile } from '@shared/domain/rating-file';
import type { Shift } from '@shared/domain/shift';
import { dayOf } from '@shared/kernel/time';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';
import { PERSONAS, SMALL_TABLES } from '../support/small-world';

type Official = { readonly openid: string; readonly staffId: string };
const A: Official = { openid: PERSONAS.taiqianClerk, staffId: 'clerk-tq02' };
const B: Official = { openid: PERSONAS.taiqianUnitLiaison, staffId: 'liaison-tq-insurance' };
const DAY_MS = 24 * 3_600_000;
/** 县人社局 has one window in the small world; here the next one is its own too. */
const TABLES = {
  ...SMALL_TABLES,
  windows: { ...SMALL_TABLES.windows, tq01: { orgId: 'tq-insurance' } },
};

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await aLocalCloud({ tables: TABLES });
});
afterEach(() => cloud.close());

const windowOf = (id: string) => cloud.cloud.database.get('windows', id) as ServiceWindow;
const shiftsOf = (staffId: string) => cloud.cloud.database.find('shifts', { staffId }) as Shift[];
const start = ({ openid }: Official, windowId: string) => cloud.staff(openid, 'shift.start', { windowId });
const end = ({ openid }: Official) => cloud.staff(openid, 'shift.end');
const show = async ({ openid }: Official) => (await cloud.staff(openid, 'shift.show')).value;
const open = async (openid: string) =>
  (await cloud.citizen(openid, 'window.open', { scene: cloud.sign('tq02').scene })).value;
const submit = async (openid: string, difference: object = {}): Promise<RatingFile> => {
  const answer = await cloud.citizen(openid, 'rating.submit', aRating(cloud, difference));
  if (!answer.ok) throw new Error(answer.code);
  return cloud.cloud.database.get('ratings', answer.value.ratingId) as RatingFile;
};

describe('上岗和下岗', () => {
  it('看得到自己在哪里、能去哪里、那里现在是谁', async () => {
    expect(await show(A)).toEqual({
      current: { windowId: 'tq02', window: '2号窗口', center: '台前县行政服务中心', since: null },
      windows: [
        expect.objectContaining({ windowId: 'tq01', onDuty: expect.objectContaining({ isMe: false }) }),
        expect.objectContaining({ windowId: 'tq02', onDuty: expect.objectContaining({ isMe: true, workNo: 'TQ02' }) }),
      ],
    });
  });

  it('到另一个窗口上岗：原来的窗口没有人了，接替的人的班次到此为止', async () => {
    await start(B, 'tq01');
    await start(A, 'tq01');
    expect(windowOf('tq02').onDuty).toBeNull();
    expect(windowOf('tq01').onDuty).toMatchObject({ staffId: A.staffId });
    expect(shiftsOf(B.staffId)).toEqual([expect.objectContaining({ windowId: 'tq01', until: expect.any(Number) })]);
    expect(shiftsOf(A.staffId)).toEqual([expect.objectContaining({ windowId: 'tq01', until: null })]);
    expect((await show(B)).current).toBeNull();
    expect((await show(A)).current).toMatchObject({ windowId: 'tq01', since: expect.any(Number) });
  });

  it('再点一次上岗、下岗，什么也不变', async () => {
    const first = await start(A, 'tq02');
    expect(await start(A, 'tq02')).toMatchObject({ ok: true, value: first.value });
    expect(shiftsOf(A.staffId)).toHaveLength(1);
    expect([await end(A), await end(A)]).toMatchObject([{ ok: true }, { ok: true }]);
    expect(windowOf('tq02').onDuty).toBeNull();
  });

  it('别的单位的窗口不能上岗，原来的岗位不动', async () => {
    for (const windowId of ['tq03', 'nowhere']) {
      expect(await start(A, windowId)).toMatchObject({ code: 'shift.windowNotYours' });
    }
    expect(windowOf('tq02').onDuty).toMatchObject({ staffId: A.staffId });
  });

  it('两个人同时到一个窗口：窗口上是一个人，只有他的班次还在', async () => {
    const answers = await Promise.all([start(A, 'tq01'), start(B, 'tq01')]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    const running = [...shiftsOf(A.staffId), ...shiftsOf(B.staffId)].filter(({ until }) => until === null);
    expect(running.map(({ staffId }) => staffId)).toEqual([windowOf('tq01').onDuty?.staffId]);
  });

  it('一个人同时在两个窗口上岗：至多一个班次，只站在那一个窗口', async () => {
    for (let round = 0; round < 5; round++) {
      await Promise.all([start(A, 'tq01'), start(A, 'tq02')]);
      const running = shiftsOf(A.staffId).filter(({ until }) => until === null);
      expect(running).toHaveLength(1);
      const standing = ['tq01', 'tq02'].filter((id) => windowOf(id).onDuty?.staffId === A.staffId);
      expect(standing).toEqual(running.map(({ windowId }) => windowId));
    }
  });

  it('写进审计日志', async () => {
    await start(A, 'tq02');
    const { items } = (await cloud.staff(PERSONAS.taiqianAuditAdmin, 'audit.list', { about: 'tq02' })).value;
    expect(items).toMatchObject([{ action: 'shift.start', outcome: 'ok' }]);
  });

  it('忘了下岗的，当天为止；导入时就在那里的照旧', async () => {
    await start(A, 'tq01');
    const [shift] = shiftsOf(A.staffId);
    expect((await cloud.runClock()).value['shift.end']).toEqual({ done: 0, left: 0 });
    const begun = Date.now() - DAY_MS;
    await cloud.cloud.database.replace('shifts', { ...shift, from: begun });
    expect((await cloud.runClock()).value['shift.end']).toEqual({ done: 1, left: 0 });
    expect(windowOf('tq01').onDuty).toBeNull();
    expect(dayOf((shiftsOf(A.staffId)[0]?.until ?? 0) - 1)).toBe(dayOf(begun));
    expect(windowOf('tq03').onDuty).toMatchObject({ staffId: 'clerk-tq03' });
  });

  it('前一天忘了下岗，第二天在同一窗口上岗：是新的班次', async () => {
    await start(A, 'tq02');
    const [shift] = shiftsOf(A.staffId);
    await cloud.cloud.database.replace('shifts', { ...shift, from: Date.now() - DAY_MS });
    await start(A, 'tq02');
    expect(shiftsOf(A.staffId).filter(({ until }) => until === null)).toHaveLength(1);
    expect(shiftsOf(A.staffId)).toHaveLength(2);
    expect(windowOf('tq02').onDuty?.shiftId).not.toBe(shift?._id);
  });
});

describe('评给打开表单时的当班人员', () => {
  it('打开时是甲，提交时已换乙：评给甲；后来的人评给乙', async () => {
    const before = Date.now();
    const { served } = await open('rater-of-a');
    const nameOfA = windowOf('tq02').onDuty?.name;
    await start(B, 'tq02');
    const ofA = await submit('rater-of-a', { served });
    expect(ofA.subject).toMatchObject({ staffId: A.staffId, names: { staff: nameOfA } });
    expect(ofA.traces.openedAt).toBeGreaterThanOrEqual(before);
    expect((await submit('rater-of-b')).subject.staffId).toBe(B.staffId);
    // A window is remembered for five seconds.
    await new Promise((resolve) => setTimeout(resolve, 5_200));
    const opened = await open('later-rater-of-b');
    expect((await submit('later-rater-of-b', { served: opened.served })).subject.staffId).toBe(B.staffId);
  });

  it('打开时没有人在岗，后来有人来了：不算在他头上', async () => {
    await end(A);
    const { served, staff } = await open('early-rater');
    expect(staff).toBeNull();
    await start(B, 'tq02');
    expect((await submit('early-rater', { served })).subject.staffId).toBeNull();
  });

  it('隔天补交的，服务的日子是打开表单的那天', async () => {
    const who = { openid: 'late-rater', millisecondsAgo: 20 * 3_600_000 };
    const event = { action: 'window.open', input: { scene: cloud.sign('tq02').scene } };
    const { value } = (await cloud.cloud.call('citizen', event, who)) as { value: { served: string } };
    const file = await submit('late-rater', { served: value.served });
    expect(file.subject.servedOn).toBe(dayOf(Date.now() - who.millisecondsAgo));
    expect(file.subject.staffId).toBe(A.staffId);
  });

  it('过了24小时、伪造的、别人的、别的窗口的：评给现在的当班人员，绝不拒收', async () => {
    const who = { openid: 'rater', millisecondsAgo: 25 * 3_600_000 };
    const openAt = async (windowId: string, caller: { openid: string; millisecondsAgo?: number }) => {
      const event = { action: 'window.open', input: { scene: cloud.sign(windowId).scene } };
      return ((await cloud.cloud.call('citizen', event, caller)) as { value: { served: string } }).value.served;
    };
    const stale = await openAt('tq02', who);
    const others = await openAt('tq02', { openid: 'somebody-else' });
    const elsewhere = await openAt('tq03', { openid: 'rater' });
    const own = await openAt('tq02', { openid: 'rater' });
    await start(B, 'tq02');
    const forged = own.replace(A.staffId, 'clerk-tq03');
    expect(forged).not.toBe(own);
    for (const served of [stale, others, elsewhere, forged, '', 'x'.repeat(5000)]) {
      const { subject, traces } = await submit('rater', { served });
      expect(subject.staffId).toBe(B.staffId);
      expect(traces.openedAt).toBeNull();
    }
  });

  it('办件有自己的经办人，谁当班都一样', async () => {
    const { citizen } = PERSONAS;
    const { served, services } = await open(citizen);
    const service = services.find(({ caseNo }: { caseNo: string }) => caseNo === 'TQ2');
    await start(B, 'tq02');
    const { scene: _, ...rating } = aRating(cloud, { serviceKey: service.key, served });
    const answer = await cloud.citizen(citizen, 'rating.submit', rating);
    const file = cloud.cloud.database.get('ratings', answer.value.ratingId) as RatingFile;
    expect(file.subject.staffId).toBe(A.staffId);
  });

  it('凭证里除工号外没有别的，也不长', async () => {
    const { served } = await open('rater');
    expect(served.length).toBeLessThanOrEqual(120);
    expect(served).not.toContain(cloud.digests.accountRef('rater'));
    expect(served).not.toContain('杨晓舟');
  });
});
