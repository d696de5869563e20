import { orgInbox, raterInbox, staffInbox } from '@shared/domain/message';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { type AppealStory, anAppealStory, DAYS } from '../support/an-appeal-story';
import { PERSONAS } from '../support/small-world';

const CAST = {
  windowId: 'tq02',
  clerk: PERSONAS.taiqianClerk,
  liaison: PERSONAS.taiqianUnitLiaison,
  reviewer: PERSONAS.taiqianSupervisor,
  second: PERSONAS.taiqianSecondSupervisor,
  upper: PERSONAS.puyangSupervisor,
  upperSecond: PERSONAS.puyangSecondSupervisor,
  asksProof: false,
} as const;

let cloud: TestCloud;
let story: AppealStory;
beforeAll(async () => {
  cloud = await aLocalCloud();
  story = anAppealStory(cloud, CAST);
}, 60_000);
afterAll(() => cloud.close());

describe('台前县：第十七条 误评、恶意评价的申诉', () => {
  it('县级单位的工作人员通过所在单位向县局申诉，采纳的不计入、工单终止，报市修正、市里确认', async () => {
    const { openid, ratingId } = await story.filed();
    await story.grant(ratingId);
    expect(story.fileOf(ratingId)).toMatchObject({
      standing: 'setAside',
      ticket: { state: 'setAside' },
      appeal: { state: 'granted', clock: { step: 'report' } },
    });
    const then = story.on(DAYS.reviewed);
    await then.steps(ratingId, [CAST.reviewer, { move: 'reportUp', words: '' }]);
    const list = await then.ask(CAST.upper, 'appeal.list');
    expect(list.value.items).toMatchObject([{ ratingId, state: 'reportedUp', isYours: true }]);
    await then.steps(ratingId, [CAST.upper, { move: 'confirmCorrection', words: '' }]);
    expect(story.appealOf(ratingId)).toMatchObject({ state: 'corrected', clock: null });
    await cloud.runClock();
    expect(story.inboxOf(orgInbox('py-bureau'), ratingId).some(({ text }) => text.includes('报请修正'))).toBe(true);
    const ref = raterInbox(cloud.digests.accountRef(openid));
    expect(story.inboxOf(ref, ratingId).some(({ text }) => text.includes('不予采纳') && text.includes('异议'))).toBe(
      true,
    );
  });

  it.each([
    ['镇', 'tq10001', PERSONAS.taiqianTownClerk, 'tq100-gov'],
    ['村，由镇政府审核', 'tq10020101', PERSONAS.taiqianVillageClerk, 'tq100-gov'],
  ])('%s的工作人员也向县局申诉', async (_, windowId, clerk, unitId) => {
    const here = anAppealStory(cloud, { ...CAST, windowId, clerk, liaison: PERSONAS.taiqianTownLiaison });
    const { ratingId } = await here.filed();
    expect(here.appealOf(ratingId)).toMatchObject({ unitId, bureauId: 'tq-bureau', cityBureauId: 'py-bureau' });
    await here.grant(ratingId);
    expect(here.fileOf(ratingId).standing).toBe('setAside');
  });

  it('报市以前市里看不到；报市以后别的县看不到', async () => {
    const { ratingId } = await story.filed();
    await story.grant(ratingId);
    const then = story.on(DAYS.reviewed);
    const show = (who: string) => then.ask(who, 'appeal.show', { ratingId });
    expect(await show(CAST.upper)).toMatchObject({ code: 'appeal.unknown' });
    await then.steps(ratingId, [CAST.reviewer, { move: 'reportUp', words: '' }]);
    expect(await show(CAST.upper)).toMatchObject({ value: { appeal: { state: 'reportedUp' } } });
    expect(await show(PERSONAS.chaozhouSupervisor)).toMatchObject({ code: 'appeal.unknown' });
  });

  it('市里不予修正的，县局知道理由，可以再报', async () => {
    const { ratingId } = await story.filed();
    await story.grant(ratingId);
    const then = story.on(DAYS.reviewed);
    const report = [CAST.reviewer, { move: 'reportUp', words: '' }] as const;
    await then.steps(ratingId, report, [CAST.upper, { move: 'declineCorrection', words: '缺排班表' }], report);
    expect(story.appealOf(ratingId).state).toBe('reportedUp');
  });
});

describe('台前县：评价人的异议', () => {
  it('由市里另外两个人复核；成立的恢复一切，市里、单位、双方都知道', async () => {
    const complaint = await story.filed();
    const { openid, ratingId } = complaint;
    const before = story.fileOf(ratingId);
    await story.grant(ratingId);
    const then = story.on(DAYS.objected);
    expect((await then.shownTo(complaint)).value.appeal).toMatchObject({ isSetAside: true, mayObject: true });
    expect(await then.object(complaint)).toMatchObject({ ok: true });
    // The same words again are a retry; others are a second objection.
    expect(await then.object(complaint)).toMatchObject({ ok: true });
    expect(await then.object(complaint, '还有')).toMatchObject({ code: 'appeal.moveNotAllowed' });
    await story.reverse(ratingId);
    const { standing, ticket, appeal } = story.fileOf(ratingId);
    expect({ standing, state: ticket?.state, unitId: ticket?.unitId }).toEqual({
      ...{ standing: before.standing, state: before.ticket?.state, unitId: before.ticket?.unitId },
    });
    expect(appeal).toMatchObject({ state: 'denied', stoodAs: null });
    await cloud.runClock();
    const told = (to: string) => story.inboxOf(to, ratingId).some(({ text }) => text.includes('恢复有效'));
    expect([told(raterInbox(cloud.digests.accountRef(openid))), told(orgInbox('tq-insurance'))]).toEqual([true, true]);
    expect((await then.shownTo(complaint)).value).toMatchObject({
      ticketState: before.ticket?.state,
      appeal: { isSetAside: false, mayObject: false, objection: { isDecided: true } },
    });
  });

  it('维持的不再异议；原来两个人都回避', async () => {
    const complaint = await story.filed();
    await story.grant(complaint.ratingId);
    expect(await story.on(DAYS.objected).object(complaint)).toMatchObject({ ok: true });
    await story.uphold(complaint.ratingId);
    expect(story.fileOf(complaint.ratingId)).toMatchObject({ standing: 'setAside', appeal: { state: 'granted' } });
    expect(await story.on(DAYS.objected).object(complaint, '再来')).toMatchObject({ code: 'appeal.objectedOnce' });
  });

  it('报市以后提出异议、维持的：市里就是裁定的那两个人，修正照样办得下去', async () => {
    const complaint = await story.filed();
    const { ratingId } = complaint;
    await story.grant(ratingId);
    await story.on(DAYS.reviewed).steps(ratingId, [CAST.reviewer, { move: 'reportUp', words: '' }]);
    expect(await story.on(DAYS.objected).object(complaint)).toMatchObject({ ok: true });
    await story.uphold(ratingId);
    await story.on(DAYS.reviewed).steps(ratingId, [CAST.upper, { move: 'confirmCorrection', words: '' }]);
    expect(story.appealOf(ratingId).state).toBe('corrected');
  });
});

describe('台前县：工作人员看得到进度', () => {
  it('站内消息到本人，不带评价的编号', async () => {
    const { ratingId } = await story.filed();
    await story.grant(ratingId);
    await cloud.runClock();
    const { staffId } = story.fileOf(ratingId).subject;
    const own = cloud.cloud.database.find('inbox', { to: staffInbox(staffId ?? '') }) as object[];
    expect(JSON.stringify(own)).not.toContain(ratingId);
    const messages = await story.ask(CAST.clerk, 'message.unit');
    const mine = messages.value.items.filter(
      ({ ticketNo }: { ticketNo: string }) => ticketNo === story.ticketNoOf(ratingId),
    );
    expect(mine.map(({ text }: { text: string }) => text).join()).toContain('采纳');
  });
});
