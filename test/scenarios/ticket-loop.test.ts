import type { RatingFile } from '@shared/domain/rating-file';
import { type Answer, aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await aLocalCloud();
});
afterAll(() => cloud.close());

const BAD = { level: 'veryDissatisfied', tags: ['115'], comment: '排了一个小时' };
let raters = 0;
const complain = async (windowId: string, openid = `complainer-${++raters}`) => {
  if (!windowId.startsWith('tq')) await cloud.provePhone(openid);
  const receipt = await cloud.citizen(
    openid,
    'rating.submit',
    aRating(cloud, { ...BAD, scene: cloud.sign(windowId).scene }),
  );
  return { openid, ratingId: receipt.value.ratingId as string };
};
const fileOf = (id: string) => cloud.cloud.database.get('ratings', id) as RatingFile;
const move = (staff: string, ratingId: string, step: object, version = fileOf(ratingId).rev): Promise<Answer> =>
  cloud.staff(staff, 'ticket.move', { ratingId, version, step });
const judge = (openid: string, ratingId: string, verdict: string, words = '') =>
  cloud.citizen(openid, 'rating.judge', { ratingId, verdict, words });

const handleAs = async (staff: string, ratingId: string) => {
  for (const step of [
    { move: 'accept' },
    { move: 'recordAttempt', outcome: 'reached', note: '已说明情况' },
    { move: 'recordFollowUp', finding: 'substantiated', note: '高峰期只开一个窗口' },
    { move: 'classify', cause: 'process', isComplex: false },
    { move: 'submitRectification', measures: '高峰期加开一个窗口', reply: '已加开窗口，给您带来不便，请谅解。' },
  ]) {
    expect(await move(staff, ratingId, step)).toMatchObject({ ok: true });
  }
};

describe('差评件件有回应', () => {
  it('第十一条（台前） 签收、联系、回访、整改、审核，评价人满意，办结', async () => {
    const { taiqianUnitLiaison, taiqianSupervisor } = cloud.personas;
    const { openid, ratingId } = await complain('tq02');
    await handleAs(taiqianUnitLiaison, ratingId);
    expect(await move(taiqianSupervisor, ratingId, { move: 'verify' })).toMatchObject({
      value: { state: 'awaitingVerdict' },
    });
    const shown = await cloud.citizen(openid, 'rating.show', { ratingId });
    expect(shown.value.result.reply).toContain('已加开窗口');
    expect(await judge(openid, ratingId, 'satisfied')).toMatchObject({ value: { ticketState: 'closed' } });
  });

  it('评价人不满意，重新办理一次；仍不满意，如实办结', async () => {
    const { taiqianUnitLiaison, taiqianSupervisor } = cloud.personas;
    const { openid, ratingId } = await complain('tq02');
    await handleAs(taiqianUnitLiaison, ratingId);
    await move(taiqianSupervisor, ratingId, { move: 'verify' });
    expect(await judge(openid, ratingId, 'dissatisfied', '还是一个窗口')).toMatchObject({
      value: { ticketState: 'rectifying' },
    });
    await move(taiqianUnitLiaison, ratingId, {
      ...{ move: 'submitRectification', measures: '固定两个窗口', reply: '已固定开两个窗口。' },
    });
    await move(taiqianSupervisor, ratingId, { move: 'verify' });
    expect(await judge(openid, ratingId, 'dissatisfied')).toMatchObject({ value: { ticketState: 'closed' } });
    expect(fileOf(ratingId).ticket?.handling.verdict?.level).toBe('dissatisfied');
  });

  it('第十一条（潮州） 没有责任人员的先到局里，派单以后办理', async () => {
    const { ratingId } = await complain('xq02');
    const { xiangqiaoSupervisor } = cloud.personas;
    const units = await cloud.staff(xiangqiaoSupervisor, 'ticket.units', { ratingId });
    const unitId = units.value.items[0].unitId;
    expect(await move(xiangqiaoSupervisor, ratingId, { move: 'dispatch', unitId })).toMatchObject({ ok: true });
    expect(fileOf(ratingId).ticket).toMatchObject({ state: 'awaitingAcceptance', unitId });
  });

  it('后办的人知道别人先办了，什么都没有写坏', async () => {
    const { taiqianUnitLiaison } = cloud.personas;
    const { ratingId } = await complain('tq02');
    const both = await Promise.all([
      move(taiqianUnitLiaison, ratingId, { move: 'accept' }, 0),
      move(taiqianUnitLiaison, ratingId, { move: 'accept' }, 0),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'ticket.movedMeanwhile' });
  });

  it('逾期的先告诉单位，再往上报；定时任务多跑几次也一样', async () => {
    const { ratingId } = await complain('tq02');
    const late = fileOf(ratingId);
    if (!late.ticket) throw new Error('no ticket');
    const past = Date.now() - 60_000;
    await cloud.cloud.database.replace('ratings', { ...late, ticket: { ...late.ticket, nextAt: past } });
    await cloud.runClock();
    await cloud.runClock();
    expect(fileOf(ratingId).ticket?.handling.escalation).toBe(1);
    const again = fileOf(ratingId);
    if (!again.ticket) throw new Error('no ticket');
    await cloud.cloud.database.replace('ratings', { ...again, ticket: { ...again.ticket, nextAt: past } });
    await cloud.runClock();
    await cloud.runClock();
    expect(fileOf(ratingId).ticket).toMatchObject({ nextAt: null, handling: { escalation: 2 } });
  });
});
