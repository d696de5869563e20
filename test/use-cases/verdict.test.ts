import type { RatingFile } from '@shared/domain/rating-file';
import { type Answer, aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';
import { verifiedTicket } from '../support/a-verified-ticket';

const AN_HOUR = 3_600_000;
const BAD = { level: 'dissatisfied', tags: ['213'], comment: '来了两趟' };

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await aLocalCloud();
});
afterAll(() => cloud.close());

let raters = 0;
const rate = async (given: object, windowId = 'tq02') => {
  const openid = `judge-${++raters}`;
  const receipt = await cloud.citizen(
    openid,
    'rating.submit',
    aRating(cloud, { scene: cloud.sign(windowId).scene, ...given }),
  );
  return { openid, ratingId: receipt.value.ratingId as string };
};
const fileOf = (id: string) => cloud.cloud.database.get('ratings', id) as RatingFile;
const show = async (openid: string, ratingId: string) =>
  (await cloud.citizen(openid, 'rating.show', { ratingId })).value;
const judge = (openid: string, ratingId: string, verdict: string, words = ''): Promise<Answer> =>
  cloud.citizen(openid, 'rating.judge', { ratingId, verdict, words });
const followOn = (openid: string, ratingId: string, words: string): Promise<Answer> =>
  cloud.citizen(openid, 'rating.followOn', { ratingId, words });
const change = (openid: string, ratingId: string, said: object): Promise<Answer> =>
  cloud.citizen(openid, 'rating.change', { ratingId, ...said });
const older = (ratingId: string, milliseconds: number) => {
  const file = fileOf(ratingId);
  return cloud.cloud.database.replace('ratings', { ...file, ratedAt: file.ratedAt - milliseconds });
};
const verified = async () => {
  const rated = await rate(BAD);
  await verifiedTicket(cloud, rated.ratingId);
  return rated;
};
const unitReads = async (ratingId: string): Promise<string> => {
  await cloud.runClock();
  const answer = await cloud.staff(cloud.personas.taiqianUnitLiaison, 'message.unit', {});
  const about = answer.value.items.filter((message: { ratingId: string }) => message.ratingId === ratingId);
  return about.map(({ text }: { text: string }) => text).join('\n');
};

describe('评定整改结果', () => {
  it('审核通过以前看不到答复，也评不了', async () => {
    const { openid, ratingId } = await rate(BAD);
    expect(await judge(openid, ratingId, 'satisfied')).toMatchObject({ code: 'ticket.moveNotAllowed' });
    expect((await show(openid, ratingId)).result).toBeNull();
  });

  it('说清接下来是什么事、到什么时候', async () => {
    const { openid, ratingId } = await rate(BAD);
    const waiting = await show(openid, ratingId);
    expect(waiting.next).toEqual({ step: 'accept', dueAt: waiting.promise.contactBy });
    await verifiedTicket(cloud, ratingId);
    const answered = await show(openid, ratingId);
    expect(answered.next).toEqual({ step: 'verdict', dueAt: answered.result.judgeBy });
    expect(answered.next.dueAt).toBeGreaterThan(Date.now());
  });

  it('满意，办结；答复丢在路上再提交一次，还是这个结果', async () => {
    const { openid, ratingId } = await verified();
    const first = await judge(openid, ratingId, 'basicallySatisfied', '可以');
    expect(first).toMatchObject({ value: { ticketState: 'closed' } });
    expect(await judge(openid, ratingId, 'basicallySatisfied', '可以')).toMatchObject({ value: first.value });
    expect(await judge(openid, ratingId, 'dissatisfied')).toMatchObject({ code: 'ticket.moveNotAllowed' });
  });

  it('不满意，重新办理一次；再不满意，如实办结', async () => {
    const { openid, ratingId } = await verified();
    expect((await show(openid, ratingId)).mayReopen).toBe(true);
    const first = await judge(openid, ratingId, 'dissatisfied', '没有变化');
    expect(first).toMatchObject({ value: { ticketState: 'rectifying' } });
    expect(await judge(openid, ratingId, 'dissatisfied', '没有变化')).toMatchObject({ value: first.value });
    await verifiedTicket(cloud, ratingId);
    expect((await show(openid, ratingId)).mayReopen).toBe(false);
    expect(await judge(openid, ratingId, 'dissatisfied', '没有变化')).toMatchObject({
      value: { ticketState: 'closed' },
    });
    expect((await show(openid, ratingId)).verdict).toEqual({ level: 'dissatisfied', words: '没有变化' });
  });

  it('别人的评价既评不了也改不了，如同没有', async () => {
    const { ratingId } = await verified();
    for (const answer of [
      await judge('a-stranger', ratingId, 'satisfied'),
      await followOn('a-stranger', ratingId, '我也来说'),
      await change('a-stranger', ratingId, { level: 'satisfied' }),
    ]) {
      expect(answer).toMatchObject({ code: 'rating.unknown' });
    }
  });

  it('太长的话退回去改；控制字符不进档案', async () => {
    const { openid, ratingId } = await verified();
    expect(await judge(openid, ratingId, 'satisfied', '好'.repeat(501))).toMatchObject({
      code: 'rating.commentTooLong',
    });
    await judge(openid, ratingId, 'satisfied', ' 好\u0000\u202e<script>$where\r\n ');
    expect(fileOf(ratingId).ticket?.handling.verdict?.words).toBe('好<script>$where');
    expect(await judge(openid, ratingId, 'excellent')).toMatchObject({ code: 'rating.verdictMissing' });
  });
});

describe('追加评价', () => {
  it('办结以后一次，说过的不再变', async () => {
    const { openid, ratingId } = await verified();
    expect(await followOn(openid, ratingId, '后来好了')).toMatchObject({ code: 'rating.followOnTooEarly' });
    await judge(openid, ratingId, 'satisfied');
    expect(await followOn(openid, ratingId, ' \u200b ')).toMatchObject({ code: 'rating.followOnMissing' });
    const first = await followOn(openid, ratingId, '后来好了');
    expect(first).toMatchObject({ ok: true });
    expect(await followOn(openid, ratingId, '后来好了')).toMatchObject({ ok: true, value: first.value });
    expect(await followOn(openid, ratingId, '又不好了')).toMatchObject({ code: 'rating.followedOn' });
    expect(fileOf(ratingId)).toMatchObject({ followOn: { words: '后来好了' }, comment: '来了两趟' });
    expect(fileOf(ratingId).history.filter(({ what }) => what === 'followedOn')).toHaveLength(1);
  });
});

describe('二十四小时内改一次', () => {
  it('好评改差评：原评价留着，工单、消息和评价一起写下', async () => {
    const { openid, ratingId } = await rate({ level: 'verySatisfied', comment: '点错了' });
    expect((await show(openid, ratingId)).changeUntil).toBe(fileOf(ratingId).ratedAt + 24 * AN_HOUR);
    expect(await change(openid, ratingId, BAD)).toMatchObject({ value: { ticketState: 'awaitingAcceptance' } });
    expect(fileOf(ratingId)).toMatchObject({
      level: 'dissatisfied',
      original: { level: 'verySatisfied', comment: '点错了', tags: [] },
      history: [{ what: 'rated' }, { what: 'ratingChanged' }, { what: 'ticketDispatched' }],
    });
    expect(await unitReads(ratingId)).toContain('新差评工单');
    const seen = await show(openid, ratingId);
    expect(seen).toMatchObject({ changeUntil: null, original: { level: 'verySatisfied', comment: '点错了' } });
    expect(seen.promise.contactBy).toBeGreaterThan(Date.now());
  });

  it('两部手机同时改成差评，工单只有一张', async () => {
    const { openid, ratingId } = await rate({});
    const both = await Promise.all([
      change(openid, ratingId, { level: 'veryDissatisfied', comment: '太慢' }),
      change(openid, ratingId, BAD),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'rating.changedAlready' });
    expect(fileOf(ratingId).history.filter(({ what }) => what === 'ticketDispatched')).toHaveLength(1);
    expect((await unitReads(ratingId)).match(/新差评工单/g)).toHaveLength(1);
  });

  it('差评改好评：工单照办，办的人知道；差评算发生过', async () => {
    const { openid, ratingId } = await rate(BAD);
    expect(await change(openid, ratingId, { level: 'satisfied' })).toMatchObject({
      value: { ticketState: 'awaitingAcceptance' },
    });
    expect(await unitReads(ratingId)).toContain('评价人已改为满意，工单照常办理');
    const { taiqianUnitLiaison } = cloud.personas;
    expect((await cloud.staff(taiqianUnitLiaison, 'ticket.show', { ratingId })).value).toMatchObject({
      level: 'satisfied',
      original: { level: 'dissatisfied', comment: '来了两趟' },
    });
    await verifiedTicket(cloud, ratingId);
    expect(fileOf(ratingId)).toMatchObject({ ticket: { state: 'awaitingVerdict' }, original: BAD });
  });

  it('只改一次；同样的内容再提交一次，不算第二次', async () => {
    const { openid, ratingId } = await rate({});
    expect(await change(openid, ratingId, { level: 'satisfied' })).toMatchObject({ code: 'rating.unchanged' });
    const first = await change(openid, ratingId, BAD);
    expect(await change(openid, ratingId, BAD)).toMatchObject({ value: first.value });
    expect(await change(openid, ratingId, { level: 'satisfied' })).toMatchObject({ code: 'rating.changedAlready' });
    expect(fileOf(ratingId).history.filter(({ what }) => what === 'ratingChanged')).toHaveLength(1);
  });

  it('过了二十四小时就不改了；差一分钟还可以', async () => {
    const [late, inTime] = [await rate({}), await rate({})];
    await older(late.ratingId, 24 * AN_HOUR + 1000);
    await older(inTime.ratingId, 24 * AN_HOUR - 60_000);
    expect((await show(late.openid, late.ratingId)).changeUntil).toBeNull();
    expect(await change(late.openid, late.ratingId, BAD)).toMatchObject({ code: 'rating.changeTooLate' });
    expect(await change(inTime.openid, inTime.ratingId, BAD)).toMatchObject({ ok: true });
  });

  it('和新评价一样查：差评要有理由，标签要对得上等级，话不能太长', async () => {
    const { openid, ratingId } = await rate({});
    const refusals = [
      [{ level: 'dissatisfied', comment: ' \u3000 ' }, 'rating.reasonMissing'],
      [{ level: 'satisfied', tags: ['213'] }, 'rating.tagOfOtherLevel'],
      [{ level: 'dissatisfied', tags: ['999'] }, 'rating.tagUnknown'],
      [{ level: 'dissatisfied', comment: '差'.repeat(501) }, 'rating.commentTooLong'],
      [{ level: 'awful' }, 'rating.levelInvalid'],
    ] as const;
    for (const [said, code] of refusals) expect(await change(openid, ratingId, said)).toMatchObject({ code });
    expect(fileOf(ratingId)).toMatchObject({ original: null, ticket: null });
  });

  it('没有责任人员的单位，改成差评后到主管单位待派单', async () => {
    const { openid, ratingId } = await rate({}, 'tq03');
    expect(await change(openid, ratingId, BAD)).toMatchObject({ value: { ticketState: 'awaitingDispatch' } });
  });

  it('删除自己的信息以后，原评价、评定和追评里都没有话', async () => {
    const { openid, ratingId } = await rate(BAD);
    await change(openid, ratingId, { level: 'dissatisfied', comment: '改过的话' });
    await verifiedTicket(cloud, ratingId);
    await judge(openid, ratingId, 'satisfied', '评定的话');
    await followOn(openid, ratingId, '追加的话');
    const exported = (await cloud.citizen(openid, 'data.export', {})).value.json;
    for (const words of ['来了两趟', '改过的话', '评定的话', '追加的话']) expect(exported).toContain(words);
    expect(await cloud.citizen(openid, 'data.erase', {})).toMatchObject({ ok: true });
    expect(fileOf(ratingId)).toMatchObject({
      ...{ comment: '', original: { level: 'dissatisfied', comment: '' }, followOn: { words: '' } },
      ticket: { handling: { verdict: { words: '' } } },
    });
  });
});
