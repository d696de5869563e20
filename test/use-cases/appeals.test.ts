import { type Counts, countsOf } from '@shared/domain/indicator';
import { staffInbox } from '@shared/domain/message';
import type { Org } from '@shared/domain/organization';
import type { RoleGrant } from '@shared/domain/role';
import type { ServiceCase } from '@shared/domain/service-case';
import { type Day, instantOf } from '@shared/kernel/time';
import { PNG } from 'pngjs';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { type AppealStory, anAppealStory, DAYS, RECORDING } from '../support/an-appeal-story';
import { PERSONAS } from '../support/small-world';

const CAST = {
  windowId: 'xq01',
  clerk: PERSONAS.xiangqiaoClerk,
  liaison: PERSONAS.xiangqiaoUnitLiaison,
  reviewer: PERSONAS.xiangqiaoSupervisor,
  second: PERSONAS.xiangqiaoSecondSupervisor,
  upper: PERSONAS.chaozhouSupervisor,
  upperSecond: PERSONAS.chaozhouSecondSupervisor,
  asksProof: true,
} as const;

let cloud: TestCloud;
let story: AppealStory;
beforeAll(async () => {
  cloud = await aLocalCloud();
  story = anAppealStory(cloud, CAST);
}, 60_000);
afterAll(() => cloud.close());

/** Somebody new who supervises the bureau and holds these too. */
const supervisorWith = async (openid: string, orgId: string, ...grants: RoleGrant[]) => {
  await cloud.cloud.database.insert('staff', {
    ...{ _id: `staff-${openid}`, name: '某某', workNo: '001', orgId, invitation: null, rev: 0 },
    ...{
      accountRef: cloud.digests.accountRef(openid),
      grants: [{ role: 'supervisor', orgId: 'xq-bureau' }, ...grants],
    },
  });
  return openid;
};

describe('回避', () => {
  const PROPOSE = { move: 'proposeGrant', reason: 'wrongTarget', words: '录像不符' };

  it('在被评价的单位兼职的、同一条线的监督人员：看得到申诉和回避的原因，裁定不了', async () => {
    const ofUnit = await supervisorWith('of-unit', 'xq-bureau', { role: 'clerk', orgId: 'xq-insurance' });
    const ofLine = await supervisorWith('of-line', 'tq-insurance');
    const { ratingId } = await story.endorsed();
    const then = story.on(DAYS.reviewed);
    for (const [who, conflict] of [
      [ofUnit, 'ofUnit'],
      [ofLine, 'sameLine'],
    ] as const) {
      expect((await then.ask(who, 'appeal.show', { ratingId })).value).toMatchObject({ conflict });
      expect(await then.move(who, ratingId, PROPOSE)).toMatchObject({ code: 'appeal.conflict' });
    }
    await then.steps(ratingId, [CAST.reviewer, PROPOSE]);
    expect(await then.move(ofUnit, ratingId, { move: 'confirmGrant' })).toMatchObject({ code: 'appeal.conflict' });
    expect(story.fileOf(ratingId).standing).toBe('effective');
  });

  it('就是被评价的人、就是评价的人的监督人员：没有这件申诉', async () => {
    const { openid, ratingId } = await story.endorsed();
    const then = story.on(DAYS.reviewed);
    await supervisorWith(openid, 'xq-bureau');
    expect(await then.ask(openid, 'appeal.show', { ratingId })).toMatchObject({ code: 'appeal.unknown' });
    expect(await then.move(openid, ratingId, PROPOSE)).toMatchObject({ code: 'appeal.unknown' });
    const clerk = cloud.cloud.database.get('staff', story.fileOf(ratingId).subject.staffId ?? '') as {
      grants: RoleGrant[];
    };
    const grants = [...clerk.grants, { role: 'supervisor', orgId: 'xq-bureau' }];
    await cloud.cloud.database.replace('staff', { ...clerk, grants } as never);
    expect(await then.ask(CAST.clerk, 'appeal.show', { ratingId })).toMatchObject({ code: 'appeal.unknown' });
    expect(await then.move(CAST.clerk, ratingId, PROPOSE)).toMatchObject({ code: 'appeal.unknown' });
    await cloud.cloud.database.replace('staff', clerk as never);
  });
});

describe('单位意见', () => {
  it('被评价的人自己指定的代理人不能写；单位别的责任人员可以', async () => {
    const { ratingId } = await story.filed();
    const days = { from: instantOf(DAYS.rated, '00:00'), until: instantOf(DAYS.objected, '00:00') };
    await cloud.cloud.database.insert('staff', {
      ...{ _id: 'staff-deputy', name: '某某', workNo: '002', orgId: 'xq-insurance', invitation: null, rev: 0 },
      accountRef: cloud.digests.accountRef('deputy'),
      grants: [{ role: 'liaison', orgId: 'xq-insurance', ...days }],
    });
    const unit = cloud.cloud.database.get('orgs', 'xq-insurance') as Org;
    const deputies = { 'staff-deputy': { ...days, namedBy: story.fileOf(ratingId).subject.staffId ?? '' } };
    await cloud.cloud.database.replace('orgs', { ...unit, deputies });
    const then = story.on(DAYS.filed);
    const endorse = { move: 'endorse', words: '同意报送' };
    expect(await then.move('deputy', ratingId, endorse)).toMatchObject({ code: 'appeal.chosenByRated' });
    await cloud.cloud.database.replace('orgs', unit);
    await then.steps(ratingId, [CAST.liaison, endorse]);
  });
});

describe('情况说明', () => {
  it('单位请他说明，他说了，单位和复核的人看得到；说第二遍换掉第一遍，经过里都在', async () => {
    const { ratingId } = await story.told();
    const then = story.on(DAYS.filed);
    const ask = { move: 'askStatement' };
    await then.moves(CAST.liaison, ratingId, [ask]);
    expect(await then.moveAs(CAST.liaison, ratingId, ask)).toMatchObject({ code: 'ticket.statementAsked' });
    expect((await then.mineOf(ratingId)).value).toMatchObject({
      statement: { isAsked: true, words: '' },
      mayState: true,
    });
    const ticketNo = story.ticketNoOf(ratingId);
    const give = (words: string) => then.ask(CAST.clerk, 'statement.give', { ticketNo, words });
    expect(await give('\u200b ')).toMatchObject({ code: 'appeal.wordsMissing' });
    for (const words of ['当时系统在升级', '当时系统在升级，已当面解释'])
      expect(await give(words)).toMatchObject({ ok: true });
    const shown = await then.ask(CAST.liaison, 'ticket.show', { ratingId });
    expect(shown.value.handling.statement).toMatchObject({ isAsked: true, words: '当时系统在升级，已当面解释' });
    const said = story.fileOf(ratingId).history.filter(({ what }) => what === 'giveStatement');
    expect(said.map(({ words }) => words)).toEqual(['当时系统在升级', '当时系统在升级，已当面解释']);
    for (const words of ['三', '四', '五']) expect(await give(words)).toMatchObject({ ok: true });
    expect(await give('六')).toMatchObject({ code: 'ticket.statedOften' });
    expect(await give('五')).toMatchObject({ ok: true });
  });

  it('没有记下是谁服务的，没有人可请', async () => {
    const { ratingId } = await story.told();
    const file = story.fileOf(ratingId);
    await cloud.cloud.database.replace('ratings', { ...file, subject: { ...file.subject, staffId: null } });
    const asked = await story.on(DAYS.filed).moveAs(CAST.liaison, ratingId, { move: 'askStatement' });
    expect(asked).toMatchObject({ code: 'ticket.nobodyRated' });
  });
});

describe('被评价的人看到的', () => {
  it('人少的日子只有月份；那天办件够五件，才写日子，没有办件的评价凑不成', async () => {
    const { ratingId } = await story.told();
    expect((await story.on(DAYS.filed).mineOf(ratingId)).value).toMatchObject({ month: '2026-06', on: null });
    for (let n = 0; n < 5; n++)
      await story.on(DAYS.rated).complain('xq01', { level: 'satisfied', tags: [], comment: '' });
    await cloud.runClock();
    expect((await story.on(DAYS.filed).mineOf(ratingId)).value).toMatchObject({ on: null });
    const at = instantOf(DAYS.rated, '11:00');
    const known = cloud.cloud.database.get('cases', 'CZ2') as ServiceCase;
    const services = [1, 2, 3, 4, 5].map((serviceNo) => ({
      ...{ key: `CZ9#${serviceNo}`, serviceNo, name: '受理', windowId: 'xq01', at, staffName: '某某' },
      staffId: story.fileOf(ratingId).subject.staffId ?? '',
    }));
    await cloud.cloud.database.insert('cases', { ...known, _id: 'CZ9', services, figuresAt: at });
    await cloud.runClock();
    expect((await story.on(DAYS.filed).mineOf(ratingId)).value).toMatchObject({ on: DAYS.rated });
  });

  it('原话里的号码隐去，照片没有，评价的编号没有', async () => {
    const { ratingId } = await story.told('xq01', { comment: '打13800138000没有人接' });
    const mine = await story.on(DAYS.filed).mine();
    const { ticketNo } = story.ticketOf(ratingId);
    const one = mine.value.items.find((item: { ticketNo: string }) => item.ticketNo === ticketNo);
    expect(one.comment).toBe('打（号码已隐去）没有人接');
    expect(JSON.stringify(mine.value)).not.toContain(ratingId);
    expect(JSON.stringify(one)).not.toMatch(/photo/i);
  });

  it('单位的证据：有哪几份他知道，里面的号码和照片他看不到，复核的人看得到', async () => {
    const { ratingId } = await story.filed();
    const then = story.on(DAYS.filed);
    const data = PNG.sync.write(new PNG({ width: 8, height: 8 })).toString('base64');
    const { photo } = (await then.call('citizen', CAST.liaison, 'photo.add', { data })).value;
    const words = '申请人13800138000的办件记录';
    const evidence = [
      { kind: 'caseLog', words },
      { kind: 'photo', words: '', photos: [photo] },
    ];
    await then.steps(ratingId, [CAST.liaison, { move: 'endorse', words: '同意', evidence }]);
    expect((await then.mineOf(ratingId)).value.appeal.evidence).toEqual([
      { ...RECORDING, photoUrls: [] },
      { kind: 'caseLog', words: '申请人（号码已隐去）的办件记录', photoUrls: [] },
      { kind: 'photo', words: '', photoUrls: [] },
    ]);
    expect((await then.ask(CAST.reviewer, 'appeal.show', { ratingId })).value.appeal.evidence).toMatchObject([
      RECORDING,
      { words },
      { photoUrls: [expect.any(String)] },
    ]);
  });

  it('发给他的消息里，别人写的话也隐去号码', async () => {
    const { ratingId } = await story.filed();
    const phone = '13800138000';
    const then = story.on(DAYS.filed);
    await then.steps(ratingId, [CAST.liaison, { move: 'refuse', words: `评价人${phone}说就是他` }]);
    await then.answer(ratingId, { move: 'insist', words: '请复核' });
    await then.steps(ratingId, [CAST.reviewer, { move: 'returnForEvidence', words: `请与${phone}核对` }]);
    await then.answer(ratingId, { move: 'supplement', words: '补充排班表' });
    const denial = { move: 'proposeDenial', isExplanation: false, words: `已向${phone}核实` };
    await then.steps(ratingId, [CAST.reviewer, denial], [CAST.second, { move: 'confirmDenial' }]);
    await cloud.runClock(instantOf(DAYS.filed, '18:00'));
    const to = staffInbox(story.fileOf(ratingId).subject.staffId ?? '');
    const own = JSON.stringify(cloud.cloud.database.find('inbox', { to }));
    for (const text of ['评价人（号码已隐去）说就是他', '请与（号码已隐去）核对', '已向（号码已隐去）核实'])
      expect(own).toContain(text);
    expect(own).not.toContain(phone);
  });
});

describe('可疑迹象', () => {
  it('复核的人看得到几个数，不带网络、时刻和人；单位和工作人员看不到', async () => {
    const praise = { comment: '服务很好，谢谢', tags: ['115'] };
    const { openid, ratingId } = await story.told('xq01', praise);
    const then = story.on(DAYS.filed);
    await then.file(ratingId, { reason: 'mistap' });
    const asked = (who: string) => then.ask(who, 'appeal.show', { ratingId });
    const { value } = await asked(CAST.reviewer);
    expect(value.signals.join()).toContain('文字里却有表扬的话');
    const { traces, ratedAt } = story.fileOf(ratingId);
    for (const secret of [traces.networkRef ?? '-', String(ratedAt), openid]) {
      expect(JSON.stringify(value.signals)).not.toContain(secret);
    }
    expect((await asked(CAST.liaison)).value.signals).toEqual([]);
    expect((await then.mineOf(ratingId)).value).not.toHaveProperty('signals');
  });
});

describe('统计', () => {
  /** As they are counted that evening; later the clock would pass the silent unit over. */
  const countedOn = async (day: Day): Promise<Counts> => {
    await cloud.runClock(instantOf(day, '18:00'));
    const found = cloud.cloud.database.find('rollups', { subject: 'window:xq01', day: DAYS.rated }) as {
      counts: Counts;
    }[];
    return countsOf(found[0]?.counts ?? {});
  };

  it('复核中的照样计入，标明复核中；采纳的当天的数字少一条，撤销以后和从前一样', async () => {
    const complaint = await story.told();
    const before = await countedOn(DAYS.filed);
    await story.on(DAYS.filed).file(complaint.ratingId);
    const open = await countedOn(DAYS.filed);
    expect(open.bad).toBe(before.bad);
    expect(open.underReview).toBe(before.underReview + 1);
    await story.grant(complaint.ratingId);
    const granted = await countedOn(DAYS.reviewed);
    expect({ bad: granted.bad, setAside: granted.setAside }).toEqual({
      ...{ bad: before.bad - 1, setAside: before.setAside + 1 },
    });
    await story.on(DAYS.objected).object(complaint);
    await story.reverse(complaint.ratingId);
    const after = await countedOn(DAYS.objected);
    const heard = { appeals: before.appeals + 1, appealsDenied: before.appealsDenied + 1 };
    expect(after).toEqual({ ...before, ...heard });
  });
});

describe('离开的人', () => {
  it('申诉以后离岗：申诉照常走完，他自己什么也办不了', async () => {
    const { ratingId } = await story.filed();
    const { staffId } = story.fileOf(ratingId).subject;
    const left = await cloud.staff(PERSONAS.xiangqiaoSystemAdmin, 'staff.leave', { staffId });
    expect(left).toMatchObject({ ok: true });
    const then = story.on(DAYS.filed);
    expect(await then.file(ratingId)).toMatchObject({ code: 'request.forbidden' });
    expect(await then.answer(ratingId, { move: 'withdraw' })).toMatchObject({ code: 'request.forbidden' });
    await story.grant(ratingId);
    expect(story.fileOf(ratingId).standing).toBe('setAside');
  });
});
