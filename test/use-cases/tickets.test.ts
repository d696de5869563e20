import type { RatingFile } from '@shared/domain/rating-file';
import { taiqian } from '@shared/policy/profiles/taiqian';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await aLocalCloud();
});
afterAll(() => cloud.close());

let raters = 0;
const badRatingAt = async (windowId: string, openid = `rater-${++raters}`) => {
  if (!windowId.startsWith('tq')) await cloud.provePhone(openid);
  const { scene } = cloud.sign(windowId);
  const bad = aRating(cloud, { scene, level: 'veryDissatisfied', tags: ['115'], comment: '等了很久' });
  const receipt = await cloud.citizen(openid, 'rating.submit', bad);
  return receipt.value as { ratingId: string; promise: { ticketNo: string; contactBy: number } };
};
const idsOf = async (openid: string): Promise<string[]> => {
  const list = await cloud.staff(openid, 'ticket.list', { filter: 'withUnit' });
  return list.value.items.map((item: { ratingId: string }) => item.ratingId);
};
const show = (openid: string, ratingId: string) => cloud.staff(openid, 'ticket.show', { ratingId });
const ticketOf = (id: string) => (cloud.cloud.database.get('ratings', id) as RatingFile).ticket;

describe('差评工单到谁手里', () => {
  it('第十一条（台前）县中心窗口：到窗口上的单位，县局也看得到，别的单位看不到', async () => {
    const { ratingId } = await badRatingAt('tq02');
    const { taiqianUnitLiaison, taiqianTownLiaison, taiqianSupervisor, chaozhouSupervisor } = cloud.personas;
    expect(await idsOf(taiqianUnitLiaison)).toContain(ratingId);
    expect(await idsOf(taiqianSupervisor)).toContain(ratingId);
    for (const outsider of [taiqianTownLiaison, chaozhouSupervisor]) {
      expect(await idsOf(outsider)).not.toContain(ratingId);
      expect(await show(outsider, ratingId)).toMatchObject({ ok: false, code: 'ticket.unknown' });
    }
  });

  it('第十条（台前）镇和村的窗口：都到镇政府', async () => {
    const town = await badRatingAt('tq10001');
    const village = await badRatingAt('tq10020101');
    expect(await idsOf(cloud.personas.taiqianTownLiaison)).toEqual(
      expect.arrayContaining([town.ratingId, village.ratingId]),
    );
  });

  it('第十一条（潮州）市、区、街道各到被评价的机构和同级的局', async () => {
    const city = await badRatingAt('cz01');
    const street = await badRatingAt('xq00701');
    expect(await idsOf(cloud.personas.chaozhouUnitLiaison)).toEqual([city.ratingId]);
    expect(await idsOf(cloud.personas.chaozhouTownLiaison)).toEqual([street.ratingId]);
    expect(await idsOf(cloud.personas.xiangqiaoSupervisor)).toContain(street.ratingId);
    expect(await idsOf(cloud.personas.chaozhouSupervisor)).toContain(city.ratingId);
  });

  it('没有责任人员的单位：到县局待派单，派单也有期限', async () => {
    const { ratingId } = await badRatingAt('tq03');
    const shown = await show(cloud.personas.taiqianSupervisor, ratingId);
    expect(shown.value).toMatchObject({ state: 'awaitingDispatch', unit: '台前县政务服务数据管理局' });
    expect(shown.value.clocks.map((clock: { step: string }) => clock.step)).toEqual(['dispatch', 'accept', 'rectify']);
  });

  it('群众和窗口人员没有工单权限', async () => {
    const { ratingId } = await badRatingAt('tq02');
    for (const openid of ['a-citizen', cloud.personas.taiqianClerk]) {
      expect(await cloud.staff(openid, 'ticket.list')).toMatchObject({ ok: false, code: 'request.forbidden' });
      expect(await show(openid, ratingId)).toMatchObject({ ok: false, code: 'request.forbidden' });
    }
  });

  it('被评价的人即使兼任责任人员，也看不到评他的工单', async () => {
    const { ratingId } = await badRatingAt('tq02');
    const clerk = cloud.cloud.database.get('staff', 'clerk-tq02') as { orgId: string };
    await cloud.cloud.database.replace('staff', { ...clerk, grants: [{ role: 'liaison', orgId: clerk.orgId }] });
    expect(await idsOf(cloud.personas.taiqianClerk)).toEqual([]);
    expect(await show(cloud.personas.taiqianClerk, ratingId)).toMatchObject({ code: 'ticket.unknown' });
    await cloud.cloud.database.replace('staff', clerk);
  });
});

describe('工单上有什么', () => {
  it('评价原话、期限和为什么是这个期限；没有评价人，也没有几点几分', async () => {
    const { ratingId, promise } = await badRatingAt('tq02', 'canary-openid');
    const shown = await show(cloud.personas.taiqianUnitLiaison, ratingId);
    expect(shown.value).toMatchObject({
      ticketNo: promise.ticketNo,
      tags: ['服务态度差效率低'],
      comment: '等了很久',
      routedBy: { article: '第十一条' },
      clocks: [
        {
          step: 'accept',
          dueAt: promise.contactBy,
          why: { span: { count: 1, unit: 'workingDay' }, basis: { proposal: true } },
        },
        { step: 'rectify', why: { span: { count: 5, unit: 'workingDay' } } },
      ],
    });
    expect(shown.value.clocks[1].why.counted).toHaveLength(5);
    const { raterRef, ratedAt, idempotencyKey } = cloud.cloud.database.get('ratings', ratingId) as RatingFile;
    for (const secret of ['canary-openid', raterRef, String(ratedAt), idempotencyKey]) {
      expect(JSON.stringify(shown)).not.toContain(secret);
    }
  });

  it('列表按期限先后，翻页不重不漏，数目对得上', async () => {
    for (let i = 0; i < 25; i++) await badRatingAt('cz01');
    const openid = cloud.personas.chaozhouUnitLiaison;
    const first = await cloud.staff(openid, 'ticket.list');
    const second = await cloud.staff(openid, 'ticket.list', { cursor: first.value.next });
    const all = [...first.value.items, ...second.value.items].map((item) => item.ratingId);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(first.value.counts.open);
    expect(second.value.next).toBeNull();
  });

  it('伪造的翻页位置：说明而不出错', async () => {
    expect(await cloud.staff(cloud.personas.chaozhouUnitLiaison, 'ticket.list', { cursor: '{"$gt":1}' })).toMatchObject(
      {
        code: 'request.malformed',
      },
    );
  });
});

describe('站内消息', () => {
  it('差评一到，单位和评价人各收到一条，说清期限；定时任务跑两遍也只有一条', async () => {
    const { ratingId, promise } = await badRatingAt('tq01', 'reader');
    await cloud.runClock();
    await cloud.runClock();
    const mine = await cloud.citizen('reader', 'message.mine');
    expect(mine.value.items).toEqual([
      expect.objectContaining({ ratingId, text: expect.stringContaining(promise.ticketNo) }),
    ]);
    const bureauFile = await badRatingAt('tq03');
    await cloud.runClock();
    const units = await cloud.staff(cloud.personas.taiqianSupervisor, 'message.unit');
    const own = units.value.items.filter((item: { ratingId: string }) => item.ratingId === bureauFile.ratingId);
    expect(own).toEqual([expect.objectContaining({ text: expect.stringMatching(/派单。$/) })]);
  });

  it('定时任务只有平台能叫，内容检查只有我们的函数能叫', async () => {
    expect(await cloud.call('clock', { action: 'outbox.deliver', input: {} }, 'anyone')).toMatchObject({
      code: 'request.forbidden',
    });
    expect(await cloud.call('wxopen', { action: 'text.check', input: { text: 'x' } }, 'anyone')).toMatchObject({
      code: 'request.forbidden',
    });
  });

  it('有问题的文字照样到处理的人手里，只是记下检查结果', async () => {
    const { ratingId } = await badRatingAt('tq02');
    expect(cloud.cloud.database.get('ratings', ratingId)).toMatchObject({ textCheck: 'pass' });
    expect(ticketOf(ratingId)).not.toBeNull();
  });
});

describe('等放假安排的期限', () => {
  it('那一年的安排确认后，定时任务补上期限；已定的期限一天不动', async () => {
    const { ratingId } = await badRatingAt('tq02');
    const file = cloud.cloud.database.get('ratings', ratingId) as RatingFile;
    const [accept, rectify] = file.ticket?.clocks ?? [];
    const waiting = {
      ...{ step: 'rectify', doneAt: null, deadline: null, missingYear: 2026 },
      ...{ startedAt: file.ticket?.openedAt, span: taiqian.ticket.rectifyWithin },
    };
    await cloud.cloud.database.replace('ratings', {
      ...file,
      ticket: { ...file.ticket, clocks: [accept, waiting], calendarMissing: 2026 },
    });
    const before = await show(cloud.personas.taiqianUnitLiaison, ratingId);
    expect(before.value.clocks[1]).toMatchObject({ dueAt: null, missingYear: 2026, why: null });

    await cloud.runClock();

    expect(ticketOf(ratingId)).toMatchObject({ clocks: [accept, rectify], calendarMissing: null });
  });
});

describe('小程序码', () => {
  it('主管局可以取本辖区窗口的码，扫出来就是这个窗口；别的辖区不行', async () => {
    const made = await cloud.call(
      'wxopen',
      { action: 'code.image', input: { windowId: 'tq02' } },
      cloud.personas.taiqianSystemAdmin,
    );
    expect(made.value.scene).toBe(cloud.sign('tq02').scene);
    expect(made.value.link).toBe(cloud.sign('tq02').link);
    expect(Buffer.from(made.value.png, 'base64').subarray(1, 4).toString()).toBe('PNG');
    const outside = { action: 'code.image', input: { windowId: 'cz01' } };
    expect(await cloud.call('wxopen', outside, cloud.personas.taiqianSystemAdmin)).toMatchObject({
      code: 'window.unknown',
    });
    expect(await cloud.call('wxopen', outside, 'a-citizen')).toMatchObject({ code: 'request.forbidden' });
  });
});
