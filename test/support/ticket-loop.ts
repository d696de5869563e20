import { orgInbox } from '@shared/domain/message';
import type { RatingFile } from '@shared/domain/rating-file';
import type { Answer, TestCloud } from './a-local-cloud';
import { type Cast, GOOD_REPLY, HANDLING, SUBMIT, type TicketStory } from './a-ticket-story';

type Stage = { readonly cloud: TestCloud; readonly story: TicketStory };
type Given = Cast & { readonly unitId: string; readonly bureauId: string };

/** However often, at once or late the clock runs: told once, and once more above after some days, and never again. */
export const climbsTwice = async ({ cloud, story }: Stage, ratingId: string): Promise<void> => {
  const climbed = () => [
    story.ticketOf(ratingId).handling.escalation,
    story.fileOf(ratingId).history.filter(({ what }) => what === 'escalate').length,
  ];
  const run = async () => {
    await Promise.all([cloud.runClock(), cloud.runClock()]);
    await cloud.runClock();
  };
  await run();
  // However late the clock runs, whoever was told first has his days before it is told above.
  expect(climbed()).toEqual([1, 1]);
  const { ticket, ...file } = story.fileOf(ratingId);
  await cloud.cloud.database.replace('ratings', { ...file, ticket: { ...ticket, nextAt: Date.now() - 60_000 } });
  await run();
  expect(climbed()).toEqual([2, 2]);
};

/** What happens with a bad rating, the same in every place; `article` is where the place says so. */
export const itIsPutRight = (article: string, cast: Given, stage: () => Stage): void => {
  it(`${article} 签收、联系、回访、研判、整改、审核，评价人满意，办结`, async () => {
    const { story } = stage();
    const complaint = await story.complain();
    const { ratingId } = complaint;
    await story.handle(ratingId);
    // Not before somebody above has found it in order.
    expect((await story.shownTo(complaint)).value.result).toBeNull();
    await story.verify(ratingId);
    expect((await story.shownTo(complaint)).value.result.reply).toBe(GOOD_REPLY);
    expect(await story.judge(complaint, 'satisfied')).toMatchObject({ value: { ticketState: 'closed' } });
    const told = story.fileOf(ratingId).history.map(({ what }) => what);
    expect(told).toEqual(expect.arrayContaining(['accept', 'recordFollowUp', 'submitRectification', 'verify']));
  });

  it(`${article} 评价人不满意，重新办理；这次满意，办结`, async () => {
    const { story } = stage();
    const complaint = await story.complain();
    const { ratingId } = complaint;
    await story.handle(ratingId);
    await story.verify(ratingId);
    expect(await story.judge(complaint, 'dissatisfied', '还是一个窗口')).toMatchObject({
      value: { ticketState: 'rectifying' },
    });
    await story.moves(cast.liaison, ratingId, [{ ...SUBMIT, reply: '已固定开两个窗口。' }]);
    await story.verify(ratingId);
    expect(await story.judge(complaint, 'basicallySatisfied')).toMatchObject({ value: { ticketState: 'closed' } });
    expect(story.ticketOf(ratingId).handling).toMatchObject({
      reopenings: 1,
      verdict: { level: 'basicallySatisfied' },
    });
  });

  it('重新办理后仍不满意：如实办结，不再来回；评价人还可以追加一次评价', async () => {
    const { story } = stage();
    const complaint = await story.complain();
    const { openid, ratingId } = complaint;
    const followOn = (words: string) => story.call('citizen', openid, 'rating.followOn', { ratingId, words });
    expect(await followOn('太早')).toMatchObject({ code: 'rating.followOnTooEarly' });
    await story.handle(ratingId);
    await story.verify(ratingId);
    await story.judge(complaint, 'dissatisfied');
    await story.moves(cast.liaison, ratingId, [SUBMIT]);
    await story.verify(ratingId);
    expect(await story.judge(complaint, 'dissatisfied', '没有变化')).toMatchObject({
      value: { ticketState: 'closed' },
    });
    expect(story.ticketOf(ratingId).handling.verdict).toMatchObject({ level: 'dissatisfied', words: '没有变化' });
    expect(await story.judge(complaint, 'satisfied')).toMatchObject({ code: 'ticket.moveNotAllowed' });
    expect(await followOn('窗口还是一个，请上级看看')).toMatchObject({ ok: true });
    expect((await story.ask(cast.supervisor, 'ticket.show', { ratingId })).value.followOn).toContain('请上级看看');
  });

  it('审核不通过，退回补充后再审；办理的人不审自己的事', async () => {
    const { story } = stage();
    const { ratingId } = await story.complain();
    await story.handle(ratingId);
    await story.moves(cast.supervisor, ratingId, [{ move: 'sendBack', reason: '没有说明什么时候加开' }]);
    expect(story.ticketOf(ratingId)).toMatchObject({ state: 'rectifying', handling: { sentBack: 1 } });
    await story.moves(cast.liaison, ratingId, [SUBMIT]);
    expect(await story.moveAs(cast.liaison, ratingId, { move: 'verify' })).toMatchObject({
      code: 'ticket.moveNotYours',
    });
    await story.verify(ratingId);
  });

  it('逾期：先告诉单位，再告诉局里；定时任务多跑、并着跑、晚跑，都只报这两次', async () => {
    const { story } = stage();
    const { ratingId } = await story.on('2026-06-08').complain();
    await climbsTwice(stage(), ratingId);
    expect(story.ticketOf(ratingId).nextAt).toBeNull();
    expect(story.inboxOf(orgInbox(cast.unitId), ratingId).some(({ text }) => text.includes('超期'))).toBe(true);
    expect(story.inboxOf(orgInbox(cast.bureauId), ratingId).some(({ text }) => text.includes('超期'))).toBe(true);
    // Late is not lost: it is still to be done.
    expect(await story.moveAs(cast.liaison, ratingId, { move: 'accept' })).toMatchObject({ ok: true });
  });

  it('评价人不评定：到期办结，不算他满意', async () => {
    const { cloud, story } = stage();
    const then = story.on('2026-06-08');
    const complaint = await then.complain();
    await then.handle(complaint.ratingId);
    await then.verify(complaint.ratingId);
    await cloud.runClock();
    expect(story.ticketOf(complaint.ratingId)).toMatchObject({ state: 'closed', handling: { verdict: null } });
    expect(await story.judge(complaint, 'satisfied')).toMatchObject({ code: 'ticket.moveNotAllowed' });
  });

  it('联系不上：不同的两天至少三次，才能这样写', async () => {
    const { story } = stage();
    const monday = story.on('2026-06-08', '09:00');
    const { ratingId } = await monday.complain();
    const noAnswer = { move: 'recordAttempt', outcome: 'noAnswer', note: '' };
    const followUp = { move: 'recordFollowUp', finding: 'substantiated', note: '调了录像，确实只开一个窗口' };
    await monday.moves(cast.liaison, ratingId, [{ move: 'accept' }, noAnswer, noAnswer, noAnswer]);
    // Three times, on one day.
    expect(await monday.moveAs(cast.liaison, ratingId, followUp)).toMatchObject({ code: 'ticket.contactFirst' });
    await story.on('2026-06-09', '09:00').moves(cast.liaison, ratingId, [noAnswer, followUp]);
    expect(story.ticketOf(ratingId)).toMatchObject({ state: 'rectifying', handling: { followUp: { reached: false } } });
    // Who verifies is told that nobody talked with the rater.
    await story.moves(cast.liaison, ratingId, [HANDLING[3] ?? {}, SUBMIT]);
    const shown = await story.ask(cast.supervisor, 'ticket.show', { ratingId });
    expect(shown.value.handling.flags).toContain('noCallBack');
    expect((await story.ask(cast.liaison, 'ticket.show', { ratingId })).value.handling.flags).toEqual([]);
  });

  it('转办一次可以，第二次不行', async () => {
    const { story } = stage();
    const { ratingId } = await story.complain();
    const redirect = { move: 'redirect', reason: '这项业务上月已划出' };
    await story.moves(cast.liaison, ratingId, [redirect]);
    expect(story.ticketOf(ratingId)).toMatchObject({ state: 'awaitingDispatch', unitId: cast.bureauId });
    const { value } = await story.ask(cast.supervisor, 'ticket.units', { ratingId });
    expect(value.items.map(({ unitId }: { unitId: string }) => unitId)).toContain(cast.unitId);
    const dispatch = (unitId: string) => story.moveAs(cast.supervisor, ratingId, { move: 'dispatch', unitId });
    expect(await dispatch('nowhere')).toMatchObject({ code: 'ticket.unitInvalid' });
    expect(await dispatch(cast.unitId)).toMatchObject({ ok: true });
    expect(await story.moveAs(cast.liaison, ratingId, redirect)).toMatchObject({ code: 'ticket.redirectedOnce' });
  });

  it('延期：到期前申请一次，监督人员同意；第二次、到期以后、太长的都不行', async () => {
    const { story } = stage();
    const early = story.on('2026-06-09');
    const { ratingId } = await story.on('2026-06-08').complain();
    const ask = (days: number) => ({ move: 'askExtension', reason: '等设备到货', days });
    await early.moves(cast.liaison, ratingId, [{ move: 'accept' }]);
    expect(await early.moveAs(cast.liaison, ratingId, ask(11))).toMatchObject({ code: 'ticket.extensionTooLong' });
    const before = story.ticketOf(ratingId).clocks.find(({ step }) => step === 'rectify')?.deadline?.dueAt ?? 0;
    await early.moves(cast.liaison, ratingId, [ask(3)]);
    expect(await early.moveAs(cast.liaison, ratingId, { move: 'grantExtension' })).toMatchObject({
      code: 'ticket.moveNotYours',
    });
    await early.moves(cast.supervisor, ratingId, [{ move: 'grantExtension' }]);
    const after = story.ticketOf(ratingId).clocks.find(({ step }) => step === 'rectify')?.deadline?.dueAt ?? 0;
    expect(after).toBeGreaterThan(before);
    expect(await early.moveAs(cast.liaison, ratingId, ask(1))).toMatchObject({ code: 'ticket.extensionTwice' });

    const other = await story.on('2026-06-08').complain();
    await early.moves(cast.liaison, other.ratingId, [{ move: 'accept' }]);
    const late = await story.on('2026-06-30').moveAs(cast.liaison, other.ratingId, ask(1));
    expect(late).toMatchObject({ code: 'ticket.extensionLate' });
  });
};

/** Days that are hard to count, by the calendars that the State Council announced. */
export const itCountsDays = (stage: () => Stage): void => {
  it.each([
    // 1 to 7 October are off; Saturday the 10th is worked.
    ['国庆', '2026-09-30', '10月8日 17:30', '10月13日 17:30'],
    // 15 to 23 February are off; Saturdays the 14th and the 28th are worked.
    ['春节前的星期五', '2026-02-13', '2月14日 17:30', '2月27日 17:30'],
    ['春节前调休上班的星期六', '2026-02-14', '2月24日 17:30', '2月28日 17:30'],
    ['春节里', '2026-02-18', '2月24日 17:30', '2月28日 17:30'],
  ])('期限跨%s：放假不算，调休上班的算', async (_, day, accept, rectify) => {
    const { story } = stage();
    const { ratingId } = await story.on(day, '16:00').complain();
    expect([story.dueOf(ratingId, 'accept'), story.dueOf(ratingId, 'rectify')]).toEqual([accept, rectify]);
  });
};

const HOSTILE = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what somebody may type.
  '{"$set":{"ticket.state":"closed"}} ${process.env} {{7*7}}',
  "'; DROP TABLE ratings; -- ",
  '看起来\u202e倒着\u200b的字\u0000',
];

/** What must not go wrong, whoever tries it. */
export const itStandsUpTo = (cast: Given, stage: () => Stage): void => {
  it('后办的人知道别人先办了，什么都没有写坏', async () => {
    const { story } = stage();
    const { ratingId } = await story.complain();
    const accept = () => story.moveAs(cast.liaison, ratingId, { move: 'accept' }, 0);
    const both: readonly Answer[] = await Promise.all([accept(), accept()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'ticket.movedMeanwhile' });
    expect(story.fileOf(ratingId).history.filter(({ what }) => what === 'accept')).toHaveLength(1);
  });

  it('角色不对、单位不对、次序不对：都不行，工单一字未动', async () => {
    const { story } = stage();
    const { openid, ratingId } = await story.complain();
    const before = JSON.stringify(story.fileOf(ratingId));
    const accept = { move: 'accept' };
    for (const [who, step, code] of [
      [cast.clerk, accept, 'request.forbidden'],
      [openid, accept, 'request.forbidden'],
      [cast.liaisonElsewhere, accept, 'ticket.unknown'],
      [cast.supervisorElsewhere, { move: 'remind' }, 'ticket.unknown'],
      [cast.supervisor, accept, 'ticket.moveNotYours'],
      [cast.liaison, { move: 'remind' }, 'ticket.moveNotYours'],
      [cast.liaison, SUBMIT, 'ticket.moveNotAllowed'],
      [cast.supervisor, { move: 'verify' }, 'ticket.moveNotAllowed'],
      [cast.liaison, { move: 'escalate' }, 'request.malformed'],
      [cast.liaison, { move: 'acceptResult', level: 'satisfied', words: '' }, 'request.malformed'],
    ] as const) {
      expect([step, await story.moveAs(who, ratingId, step)]).toMatchObject([step, { ok: false, code }]);
    }
    expect(await story.judge({ openid, ratingId }, 'satisfied')).toMatchObject({ code: 'ticket.moveNotAllowed' });
    expect(await story.judge({ openid: 'somebody-else', ratingId }, 'satisfied')).toMatchObject({
      code: 'rating.unknown',
    });
    expect(JSON.stringify(story.fileOf(ratingId))).toBe(before);
  });

  it('答复里写什么都只是字：照样存、照样给评价人看，看不见的字符去掉；全是空白的不收', async () => {
    const { story } = stage();
    const complaint = await story.complain();
    const { ratingId } = complaint;
    await story.moves(cast.liaison, ratingId, HANDLING.slice(0, -1));
    const submit = (reply: string) => story.moveAs(cast.liaison, ratingId, { ...SUBMIT, reply });
    expect(await submit('\u200b \u3000 \u202e')).toMatchObject({ code: 'ticket.wordsMissing' });
    expect(await submit('长'.repeat(10_001))).toMatchObject({ code: 'words.tooLong' });
    for (const [index, hostile] of HOSTILE.entries()) {
      expect(await submit(hostile)).toMatchObject({ value: { state: 'awaitingVerification' } });
      const { reply } = story.ticketOf(ratingId).handling.rectification ?? { reply: '' };
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
      expect(reply).not.toMatch(/[\u0000\u202e]/);
      if (index < 3) expect(reply).toBe(hostile.trim());
      await story.moves(cast.supervisor, ratingId, [
        index < HOSTILE.length - 1 ? { move: 'sendBack', reason: hostile } : { move: 'verify' },
      ]);
    }
    expect((await story.shownTo(complaint)).value.result.reply).toContain('看起来');
  });

  it('一个单位一千张没办完的工单：列表一页一页给，数得清，照样办得动', async () => {
    const { cloud, story } = stage();
    const { ratingId } = await story.complain();
    const one = story.fileOf(ratingId);
    const many = Array.from(
      { length: 1000 },
      (_, n): RatingFile => ({ ...one, _id: `many-${n}`, idempotencyKey: `many-${n}` }),
    );
    await cloud.cloud.database.insertMany('ratings', many);
    const list = await story.ask(cast.liaison, 'ticket.list', {});
    expect(list.value.items.length).toBeLessThanOrEqual(20);
    expect(list.value.counts.open).toBeGreaterThan(1000);
    const next = await story.ask(cast.liaison, 'ticket.list', { cursor: list.value.next });
    const ids = [...list.value.items, ...next.value.items].map((item: { ratingId: string }) => item.ratingId);
    expect(new Set(ids).size).toBe(ids.length);
    await story.moves(cast.liaison, 'many-500', [{ move: 'accept' }]);
  });
};
