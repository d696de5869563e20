import type { Grant, Notification } from '@shared/domain/notification';
import type { RatingFile } from '@shared/domain/rating-file';
import { addDays, dayOf, type Instant, instantOf } from '@shared/kernel/time';
import { type Answer, aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';
import { PERSONAS } from '../support/small-world';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await aLocalCloud();
});
afterAll(() => cloud.close());

/** A Friday with office hours from 8:30 to 17:30, a weekend behind it, whenever this runs. */
const FRIDAY = '2026-11-20';
const at = (time: string, day = FRIDAY): Instant => instantOf(day, time);
const MORNING = at('10:00');
const MINUTE_MS = 60_000;
/** What is done in these stories is done before anything is told of it. */
const EARLY = at('08:00');
const early = (openid: string) => ({ openid, millisecondsAgo: Date.now() - EARLY });
const PROGRESS = 'local-template-progress';
const WORK = 'local-template-work';
const BAD = { level: 'veryDissatisfied', tags: ['115'], comment: '排了一个小时' };
let people = 0;
const somebody = () => `told-${++people}`;
const refOf = (openid: string) => cloud.digests.accountRef(openid);
const fileOf = (id: string) => cloud.cloud.database.get('ratings', id) as RatingFile;
const grantOf = (openid: string) => cloud.cloud.database.get('grants', refOf(openid)) as Grant | undefined;
const planned = (openid: string) =>
  cloud.cloud.database.find('notifications', { to: refOf(openid) }) as unknown as readonly Notification[];
const sent = (openid: string) =>
  cloud.cloud
    .openapiOutbox()
    .filter(
      ({ apiName, input }) => apiName === 'subscribeMessage.send' && (input as { touser: string }).touser === openid,
    )
    .map(({ input }) => input as { templateId: string; page: string; data: Record<string, { value: string }> });
const texted = (openid: string) =>
  cloud.cloud.verifiers.sentSms().filter(({ to }) => to === cloud.cloud.verifiers.phoneOf(openid));

const accept = async (openid: string, template: 'progress' | 'work' = 'progress', key = `tap-${Math.random()}`) => {
  cloud.cloud.verifiers.subscriptions.accept(openid, [template === 'progress' ? PROGRESS : WORK]);
  return cloud.citizen(openid, 'notice.grant', { accepted: [template], idempotencyKey: key });
};
const complain = async (openid: string): Promise<string> =>
  (
    (await cloud.cloud.call(
      'citizen',
      { action: 'rating.submit', input: aRating(cloud, { ...BAD, scene: cloud.sign('tq02').scene }) },
      early(openid),
    )) as Answer
  ).value.ratingId;
const move = (staff: string, ratingId: string, step: object): Promise<Answer> =>
  cloud.cloud.call(
    'staff',
    { action: 'ticket.move', input: { ratingId, version: fileOf(ratingId).rev, step } },
    early(staff),
  ) as Promise<Answer>;
const putRight = async (ratingId: string) => {
  const { taiqianUnitLiaison, taiqianSupervisor } = cloud.personas;
  for (const step of [
    { move: 'accept' },
    { move: 'recordAttempt', outcome: 'reached', note: '已说明情况' },
    { move: 'recordFollowUp', finding: 'substantiated', note: '高峰期只开一个窗口' },
    { move: 'classify', cause: 'process', isComplex: false },
    { move: 'submitRectification', measures: '高峰期加开一个窗口', reply: '已加开窗口。' },
  ]) {
    expect(await move(taiqianUnitLiaison, ratingId, step)).toMatchObject({ ok: true });
  }
  expect(await move(taiqianSupervisor, ratingId, { move: 'verify' })).toMatchObject({ ok: true });
};
/** The message of a result that was found in order, as `verify` leaves it behind. */
const resultIsReady = async (ratingId: string) => {
  const file = fileOf(ratingId);
  const message = { id: `${ratingId}/result`, to: `rater:${file.raterRef}`, exceptStaffId: null, at: EARLY };
  const outbox = [{ ...message, told: 'verify', text: '有了整改结果' }];
  await cloud.cloud.database.replace('ratings', { ...file, outbox, outboxAt: EARLY });
};
/** So many runs, a minute apart. */
const runs = async (count: number) => {
  for (let i = 0; i < count; i++) await cloud.runClock(MORNING + i * MINUTE_MS);
};

describe('整改结果通知我', () => {
  it('有了结果发一条，只写工单号、状态、日子和要做的事；用掉一次，不再发短信', async () => {
    const openid = await cloud.provePhone(somebody());
    expect(await accept(openid)).toMatchObject({
      ok: true,
      value: { progress: { template: PROGRESS, left: 1 }, sms: true },
    });
    const ratingId = await complain(openid);
    await cloud.runClock(MORNING);
    expect(sent(openid)).toEqual([]);
    await putRight(ratingId);
    await cloud.runClock(MORNING);
    await cloud.runClock(MORNING);
    expect(sent(openid)).toEqual([
      expect.objectContaining({
        templateId: PROGRESS,
        page: 'pages/mine/index',
        data: {
          character_string1: { value: fileOf(ratingId).ticket?.ticketNo },
          phrase2: { value: '待评定' },
          date3: { value: '2026年11月20日' },
          thing4: { value: '整改已有结果，请查看并评定' },
        },
      }),
    ]);
    expect(grantOf(openid)?.left.progress).toBe(0);
    expect(texted(openid)).toEqual([]);
  });

  it('同一次点按重发只算一次，再点一次算两次；微信号只封存着', async () => {
    const openid = somebody();
    await accept(openid, 'progress', 'one-tap');
    expect(await accept(openid, 'progress', 'one-tap')).toMatchObject({ value: { progress: { left: 1 } } });
    expect(await accept(openid, 'progress', 'second-tap')).toMatchObject({ value: { progress: { left: 2 } } });
    const kept = grantOf(openid);
    expect(JSON.stringify(kept)).not.toContain(`"${openid}"`);
    const place = { collection: 'grants', id: refOf(openid), field: 'openid' };
    expect(cloud.vault.open(kept?.openid ?? '', place)).toEqual({ ok: true, value: openid });
  });

  it('晚上9点到早上8点不发，早上再发', async () => {
    const openid = somebody();
    await accept(openid);
    await resultIsReady(await complain(openid));
    await cloud.runClock(at('21:30'));
    await cloud.runClock(at('07:59', addDays(FRIDAY, 1)));
    expect(sent(openid)).toEqual([]);
    await cloud.runClock(at('08:00', addDays(FRIDAY, 1)));
    expect(sent(openid)).toHaveLength(1);
  });

  it('定时任务晚到了夜里，也等到早上', async () => {
    const openid = somebody();
    await accept(openid);
    await resultIsReady(await complain(openid));
    await cloud.runClock(at('08:00'));
    const [row] = planned(openid);
    await cloud.cloud.database.replace('notifications', { ...row, state: 'waiting', tries: 0, nextAt: at('20:59') });
    await cloud.runClock(at('23:00'));
    expect(planned(openid)[0]).toMatchObject({ state: 'waiting', nextAt: at('08:00', addDays(FRIDAY, 1)) });
  });

  it('几个定时任务同时跑，也只发一条', async () => {
    const openid = somebody();
    await accept(openid);
    await accept(openid);
    await resultIsReady(await complain(openid));
    await Promise.all([1, 2, 3].map(() => cloud.runClock(MORNING)));
    await cloud.runClock(MORNING);
    expect(sent(openid)).toHaveLength(1);
    expect(grantOf(openid)?.left.progress).toBe(1);
  });

  it('停止以后不发，微信号也删掉', async () => {
    const openid = somebody();
    await accept(openid);
    expect(await cloud.citizen(openid, 'notice.stop', { template: 'progress' })).toMatchObject({
      value: { progress: { left: 0 } },
    });
    expect(grantOf(openid)).toBeUndefined();
    await resultIsReady(await complain(openid));
    await cloud.runClock(MORNING);
    expect(sent(openid)).toEqual([]);
  });
});

describe('短信', () => {
  it('微信发不了的，发到实名过的手机号；读号码这件事记进审计', async () => {
    const openid = await cloud.provePhone(somebody());
    const ratingId = await complain(openid);
    await resultIsReady(ratingId);
    await runs(3);
    expect(texted(openid)).toEqual([
      { to: expect.any(String), words: [fileOf(ratingId).ticket?.ticketNo, '整改已有结果，请查看并评定'] },
    ]);
    const lines = cloud.cloud.database.find('audit', { about: ratingId, purpose: 'notify' });
    expect(lines).toMatchObject([{ actor: 'clock', action: 'notice.send' }]);
  });

  it('没有实名手机号的、撤回同意的，不发，站内消息还在', async () => {
    const [without, withdrawn] = [somebody(), await cloud.provePhone(somebody())];
    await cloud.citizen(withdrawn, 'consent.withdraw', { notice: 'phone' });
    for (const openid of [without, withdrawn]) {
      await resultIsReady(await complain(openid));
      await runs(2);
      expect(texted(openid)).toEqual([]);
      expect(planned(openid)).toMatchObject([{ state: 'givenUp', outcome: 'noPhone' }]);
      const { value } = await cloud.citizen(openid, 'message.mine');
      expect(value.items[0].text).toContain('有了整改结果');
    }
  });

  it('没有回音的不再发第二次：也许已经到了', async () => {
    const openid = await cloud.provePhone(somebody());
    await resultIsReady(await complain(openid));
    cloud.cloud.verifiers.next('sms', { line: 'closed' });
    await runs(3);
    expect(planned(openid)).toMatchObject([{ channel: 'sms', state: 'givenUp', outcome: 'noAnswer' }]);
  });
});

describe('发不出去', () => {
  const failing = async (errcode: number) => {
    const openid = somebody();
    await accept(openid);
    await resultIsReady(await complain(openid));
    cloud.cloud.verifiers.subscriptions.failNext(errcode);
    return { openid, run: await cloud.runClock(MORNING) };
  };

  it('43101 没有额度了：记成零', async () => {
    const openid = somebody();
    await accept(openid);
    await cloud.citizen(openid, 'notice.grant', { accepted: ['progress'], idempotencyKey: 'not-known-to-wechat' });
    await resultIsReady(await complain(openid));
    cloud.cloud.verifiers.subscriptions.failNext(43101);
    await cloud.runClock(MORNING);
    expect(grantOf(openid)?.left.progress).toBe(0);
  });

  it.each([47003, 40037, 40003])('%d 再试也没有用：不重试，作业报告里有', async (errcode) => {
    const { openid, run } = await failing(errcode);
    expect(run.value['notice.send'].outcomes).toMatchObject({ [`wechat.${errcode}`]: 1 });
    await cloud.runClock(MORNING);
    await cloud.runClock(at('20:00'));
    expect(sent(openid)).toHaveLength(1);
    expect(grantOf(openid)?.left.progress).toBe(1);
  });

  it('微信一时不行：隔得越来越久再试，至多五次，放弃了看得见', async () => {
    const { openid } = await failing(-1);
    const [first] = planned(openid);
    expect(first).toMatchObject({ state: 'waiting', tries: 1, outcome: '-1', nextAt: expect.any(Number) });
    const pauses: number[] = [];
    let now = MORNING;
    for (let tries = 1; tries < 5; tries++) {
      const nextAt = planned(openid)[0]?.nextAt ?? 0;
      pauses.push(nextAt - now);
      now = nextAt + 1000;
      cloud.cloud.verifiers.subscriptions.failNext(-1);
      await cloud.runClock(now);
    }
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(sent(openid)).toHaveLength(5);
    // No phone either.
    const last = await cloud.runClock(now + MINUTE_MS);
    expect(last.value['notice.send'].outcomes).toMatchObject({ givenUp: 1 });
    expect(planned(openid)).toMatchObject([{ state: 'givenUp' }]);
  });
});

describe('工作提醒', () => {
  const { taiqianUnitLiaison: liaison, taiqianSupervisor: supervisor } = PERSONAS;
  const fresh = async () => {
    await cloud.runClock(at('19:00', addDays(FRIDAY, -1)));
    for (const openid of [liaison, supervisor]) {
      for (const { _id } of planned(openid)) await cloud.cloud.database.remove('notifications', _id);
    }
  };

  it('下班后的留到下一个办公日早上，合成一条；双休日不发', async () => {
    await fresh();
    await accept(liaison, 'work');
    const before = sent(liaison).length;
    for (let i = 0; i < 3; i++) await complain(somebody());
    await cloud.runClock(at('17:31'));
    await cloud.runClock(at('10:00', addDays(FRIDAY, 1)));
    await cloud.runClock(at('08:29', addDays(FRIDAY, 3)));
    expect(sent(liaison)).toHaveLength(before);
    const monday = at('08:30', addDays(FRIDAY, 3));
    await Promise.all([cloud.runClock(monday), cloud.runClock(monday)]);
    await cloud.runClock(monday);
    expect(sent(liaison)).toHaveLength(before + 1);
    expect(sent(liaison).at(-1)).toMatchObject({
      ...{ templateId: WORK, page: 'staff/tickets/index' },
      data: { thing4: { value: expect.stringMatching(/^3件待签收/) } },
    });
    expect(grantOf(liaison)?.left.work).toBe(0);
  });

  it('办公时间里每小时发一次：发的那一分钟不说出评价的那一分钟；已经办了的不发', async () => {
    await fresh();
    await accept(liaison, 'work');
    const before = sent(liaison).length;
    const handled = await complain(somebody());
    await cloud.runClock(at('10:07'));
    expect(planned(liaison)).toMatchObject([{ state: 'held', nextAt: at('10:30') }]);
    await cloud.cloud.database.replace('ratings', {
      ...fileOf(handled),
      ticket: { ...fileOf(handled).ticket, state: 'closed' },
    });
    await cloud.runClock(at('10:30'));
    expect(sent(liaison)).toHaveLength(before);
    expect(grantOf(liaison)?.left.work).toBe(1);
  });

  it('督办不等办公时间', async () => {
    await fresh();
    await accept(liaison, 'work');
    const before = sent(liaison).length;
    const ratingId = await complain(somebody());
    await cloud.runClock(at('22:00'));
    expect(await move(supervisor, ratingId, { move: 'supervise', reason: '请当面说明' })).toMatchObject({ ok: true });
    await cloud.runClock(at('22:01'));
    expect(sent(liaison).slice(before)).toMatchObject([{ data: { phrase2: { value: '督办' } } }]);
    expect(JSON.stringify(sent(liaison))).not.toContain('请当面说明');
  });

  it('没有点过允许的工作人员，不排队', async () => {
    await fresh();
    await complain(somebody());
    await cloud.runClock(MORNING);
    expect(planned(supervisor)).toEqual([]);
  });
});

describe('保存多久', () => {
  it('删除本人信息：微信号和还没发的都没了', async () => {
    const openid = somebody();
    await accept(openid);
    const good = aRating(cloud, { level: 'satisfied', tags: [] });
    await cloud.citizen(openid, 'rating.submit', good);
    expect((await cloud.citizen(openid, 'data.export')).value.json).toContain('"还可发送": 1');
    expect(await cloud.citizen(openid, 'data.erase')).toMatchObject({ ok: true });
    expect(grantOf(openid)).toBeUndefined();
    expect(planned(openid)).toEqual([]);
  });

  it('到期的删掉，旧密钥封的换新密钥封', async () => {
    const [old, other] = [somebody(), somebody()];
    await accept(old);
    await accept(other);
    await cloud.cloud.database.replace('grants', { ...grantOf(old), keepUntil: MORNING - 1 });
    await cloud.cloud.database.replace('grants', { ...grantOf(other), keyVersion: '0' });
    await cloud.runClock(MORNING);
    expect(grantOf(old)).toBeUndefined();
    expect(grantOf(other)?.keyVersion).toBe('1');
    expect(dayOf(grantOf(other)?.keepUntil ?? 0) > dayOf(Date.now())).toBe(true);
  });
});

describe('没有开通', () => {
  it('没有模板也没有短信：告诉手机没有，什么都不排队', async () => {
    const off = await aLocalCloud({
      env: Object.fromEntries(
        ['TEMPLATES', 'SMS_SECRET_ID', 'SMS_SECRET_KEY', 'SMS_APP_ID', 'SMS_SIGN', 'SMS_TEMPLATE'].map((name) => [
          `HAOCHAPING_${name}`,
          '',
        ]),
      ),
    });
    expect(await off.citizen('somebody', 'notice.mine')).toMatchObject({
      value: { progress: { template: null }, work: { template: null }, sms: false },
    });
    expect(
      await off.citizen('somebody', 'notice.grant', { accepted: ['progress'], idempotencyKey: 'tap' }),
    ).toMatchObject({ value: { progress: { left: 0 } } });
    await off.citizen('somebody', 'rating.submit', aRating(off, BAD));
    await off.runClock();
    expect(off.cloud.database.find('notifications', {})).toEqual([]);
    expect(off.cloud.database.find('grants', {})).toEqual([]);
    await off.close();
  });
});
