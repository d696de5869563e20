import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { type AppealCast, type AppealStory, anAppealStory, DAYS, DRAFT, RECORDING } from '../support/an-appeal-story';
import { PERSONAS, SMALL_TABLES } from '../support/small-world';

const CITY = {
  reviewer: PERSONAS.chaozhouSupervisor,
  second: PERSONAS.chaozhouSecondSupervisor,
  upper: PERSONAS.chaozhouThirdSupervisor,
  upperSecond: PERSONAS.chaozhouFourthSupervisor,
  asksProof: true,
} as const;
const XIANGQIAO = {
  reviewer: PERSONAS.xiangqiaoSupervisor,
  second: PERSONAS.xiangqiaoSecondSupervisor,
  upper: PERSONAS.chaozhouSupervisor,
  upperSecond: PERSONAS.chaozhouSecondSupervisor,
  asksProof: true,
} as const;
const ZONE = { ...XIANGQIAO, reviewer: PERSONAS.fengquanhuSupervisor, second: PERSONAS.fengquanhuSecondSupervisor };

/** Every kind of unit, from the city to the village. */
const CASTS: Readonly<Record<string, AppealCast & { readonly bureauId: string }>> = {
  市级单位: {
    ...{ ...CITY, windowId: 'cz01', clerk: PERSONAS.chaozhouClerk, liaison: PERSONAS.chaozhouUnitLiaison },
    bureauId: 'cz-bureau',
  },
  公共服务企业: {
    ...{ ...CITY, windowId: 'cz03', clerk: PERSONAS.waterClerk, liaison: PERSONAS.waterLiaison },
    bureauId: 'cz-bureau',
  },
  '县（区）级单位': {
    ...{ ...XIANGQIAO, windowId: 'xq01', clerk: PERSONAS.xiangqiaoClerk, liaison: PERSONAS.xiangqiaoUnitLiaison },
    bureauId: 'xq-bureau',
  },
  功能区: {
    ...{ ...ZONE, windowId: 'fq01', clerk: PERSONAS.fengquanhuClerk, liaison: PERSONAS.fengquanhuUnitLiaison },
    bureauId: 'fq-bureau',
  },
  街道: {
    ...{ ...XIANGQIAO, windowId: 'xq00701', clerk: PERSONAS.chaozhouTownClerk, liaison: PERSONAS.chaozhouTownLiaison },
    bureauId: 'xq-bureau',
  },
  社区: {
    ...{ ...XIANGQIAO, windowId: 'xq00700201', clerk: PERSONAS.chaozhouVillageClerk, liaison: PERSONAS.villageLiaison },
    bureauId: 'xq-bureau',
  },
};
const CAST = CASTS['县（区）级单位'] as AppealCast;

let cloud: TestCloud;
let story: AppealStory;
beforeAll(async () => {
  const windows = {
    ...SMALL_TABLES.windows,
    cz03: { onDuty: { staffId: 'clerk-cz03', name: '某某', workNo: '003' } },
  };
  cloud = await aLocalCloud({ tables: { ...SMALL_TABLES, windows } });
  story = anAppealStory(cloud, CAST);
}, 60_000);
afterAll(() => cloud.close());

describe('潮州市：第十二条 申诉、复核', () => {
  it.each(Object.entries(CASTS))('%s：通过所在单位，由该由的局两人复核；不予采纳，不报市', async (_, cast) => {
    const here = anAppealStory(cloud, cast);
    const { ratingId } = await here.filed();
    expect(here.appealOf(ratingId)).toMatchObject({ bureauId: cast.bureauId, cityBureauId: null });
    await here.grant(ratingId);
    expect(here.fileOf(ratingId)).toMatchObject({
      standing: 'setAside',
      ticket: { state: 'setAside' },
      appeal: { state: 'granted', clock: null },
    });
    const report = await here.on(DAYS.reviewed).move(cast.reviewer, ratingId, { move: 'reportUp', words: '' });
    expect(report).toMatchObject({ code: 'appeal.moveNotAllowed' });
  });

  it.each(['市级单位', '县（区）级单位'])('%s：评价人的异议由没有参与原裁定的两个人复核', async (name) => {
    const here = anAppealStory(cloud, CASTS[name] as AppealCast);
    const complaint = await here.filed();
    await here.grant(complaint.ratingId);
    expect(await here.on(DAYS.objected).object(complaint)).toMatchObject({ ok: true });
    const again = { move: 'proposeGrant', reason: 'wrongTarget', words: '一样' };
    const own = await here.on(DAYS.reviewed).move((CASTS[name] as AppealCast).reviewer, complaint.ratingId, again);
    expect(['appeal.conflict', 'appeal.moveNotYours']).toContain(own.code);
    await here.reverse(complaint.ratingId);
    expect(here.fileOf(complaint.ratingId).standing).toBe('effective');
  });

  it('驳回的写明理由，双方都看得到；解释说明另记', async () => {
    const complaint = await story.filed();
    const { ratingId } = complaint;
    await story.deny(ratingId, { isExplanation: true, words: '诉求没有法律依据，已经解释，评价仍然有效' });
    const mine = await story.on(DAYS.reviewed).mineOf(ratingId);
    expect(mine.value.appeal).toMatchObject({ state: 'denied', decision: { grants: false, isExplanation: true } });
    const shown = await story.on(DAYS.reviewed).shownTo(complaint);
    expect(shown.value.appeal).toMatchObject({ isSetAside: false, words: expect.stringContaining('评价仍然有效') });
    expect(story.fileOf(ratingId).standing).toBe('effective');
  });

  it('单位不同意的，本人坚持照样复核；单位不表态的，到期直接复核', async () => {
    const { ratingId } = await story.filed();
    const then = story.on(DAYS.filed);
    await then.steps(ratingId, [CAST.liaison, { move: 'refuse', words: '录像里看得到是您' }]);
    expect(await then.mineOf(ratingId)).toMatchObject({ value: { appeal: { moves: ['withdraw', 'insist'] } } });
    expect(await then.answer(ratingId, { move: 'insist', words: '那天我轮休' })).toMatchObject({
      value: { state: 'awaitingReview' },
    });
    const silent = await story.filed();
    await cloud.runClock();
    expect(story.appealOf(silent.ratingId)).toMatchObject({ state: 'awaitingReview', opinion: null });
    // The rater's words are there for those who review, and where the appeal came from.
    const shown = await then.ask(CAST.reviewer, 'appeal.show', { ratingId });
    expect(shown.value).toMatchObject({
      comment: '排了一个小时',
      conflict: null,
      appeal: { opinion: { endorses: false } },
    });
  });

  it('退回补充的，补了再复核；到期不补失效，凭新证据可以再申诉一次', async () => {
    const { ratingId } = await story.endorsed();
    const then = story.on(DAYS.reviewed);
    const back = [CAST.reviewer, { move: 'returnForEvidence', words: '请附排班表' }] as const;
    await then.steps(ratingId, back);
    expect(await then.answer(ratingId, { move: 'supplement', words: '补排班表', evidence: [RECORDING] })).toMatchObject(
      {
        value: { state: 'awaitingReview' },
      },
    );
    await then.steps(ratingId, back);
    await cloud.runClock();
    expect(story.appealOf(ratingId).state).toBe('lapsed');
    const renew = { move: 'renew', ...DRAFT, words: '找到排班表' };
    // The clock made it lapse now.
    const version = story.appealOf(ratingId).version;
    const ticketNo = story.ticketNoOf(ratingId);
    const renewed = await cloud.staff(CAST.clerk, 'appeal.answer', { ticketNo, version, step: renew });
    expect(renewed).toMatchObject({ value: { state: 'awaitingUnit' } });
  });
});

describe('潮州市：经得起', () => {
  it('好评、别人的评价、没有告知的、今天才告知的、过期的、第二次：都有话说，什么也没有写坏', async () => {
    const good = await story.on(DAYS.rated).complain('xq01', { level: 'satisfied', tags: [] });
    expect(story.fileOf(good.ratingId).ticket).toBeNull();
    const { ratingId } = await story.told();
    const then = story.on(DAYS.filed);
    expect(await then.file(ratingId, {}, PERSONAS.chaozhouClerk)).toMatchObject({ code: 'appeal.unknown' });
    expect(await then.file(ratingId, {}, PERSONAS.citizen)).toMatchObject({ code: 'request.forbidden' });
    expect(await story.on(DAYS.rated).file(ratingId)).toMatchObject({ code: 'appeal.unknown' });
    expect(await story.on('2026-07-01').file(ratingId)).toMatchObject({ code: 'appeal.tooLate' });
    const untold = await story.on(DAYS.rated).complain();
    expect(await then.file(untold.ratingId)).toMatchObject({ code: 'appeal.unknown' });
    expect(story.fileOf(ratingId).appeal).toBeNull();
    expect(await then.file(ratingId)).toMatchObject({ ok: true });
    expect(await then.file(ratingId)).toMatchObject({ ok: true });
    expect(await then.file(ratingId, { words: '换一个说法' })).toMatchObject({ code: 'appeal.filedAlready' });
    expect(story.appealOf(ratingId).history).toHaveLength(1);
  });

  it('证据不对的、理由不在表里的、空话、太长的：不收，说得出怎样改', async () => {
    const { ratingId } = await story.told();
    const { file } = story.on(DAYS.filed);
    for (const [difference, code] of [
      [{ evidence: [] }, 'appeal.evidenceMissing'],
      [{ reason: 'duplicate' }, 'appeal.evidenceMissing'],
      [{ evidence: [{ kind: 'photo', photos: [] }] }, 'appeal.evidenceInvalid'],
      [{ evidence: [{ kind: 'photo', photos: ['cloud://somebody-elses~seal'] }] }, 'photo.notYours'],
      [{ evidence: [{ kind: 'recording', words: '\u200b \u3000' }] }, 'appeal.evidenceInvalid'],
      [{ reason: 'declinedContact' }, 'appeal.reasonInvalid'],
      [{ reason: 'unreasonableDemand' }, 'appeal.reasonInvalid'],
      [{ words: ' \u200b ' }, 'appeal.wordsMissing'],
      [{ words: '长'.repeat(1001) }, 'words.tooLong'],
      [{ words: '长'.repeat(10_001) }, 'words.tooLong'],
    ] as const) {
      expect([difference, await file(ratingId, difference)]).toMatchObject([difference, { ok: false, code }]);
    }
    expect(story.fileOf(ratingId).appeal).toBeNull();
  });

  it('第二人就是提出的人、别的局、单位越权、次序不对：都不行', async () => {
    const { ratingId } = await story.endorsed();
    const { move, steps } = story.on(DAYS.reviewed);
    const propose = { move: 'proposeGrant', reason: 'wrongTarget', words: '录像不符' };
    const before = JSON.stringify(story.fileOf(ratingId));
    for (const [who, step, code] of [
      [CAST.liaison, propose, 'appeal.moveNotYours'],
      [PERSONAS.chaozhouSupervisor, propose, 'appeal.unknown'],
      [PERSONAS.taiqianSupervisor, propose, 'appeal.unknown'],
      [CAST.clerk, propose, 'request.forbidden'],
      [CAST.reviewer, { move: 'confirmGrant' }, 'appeal.moveNotAllowed'],
      [CAST.reviewer, { move: 'endorse', words: '同意', evidence: [] }, 'appeal.moveNotAllowed'],
      [CAST.reviewer, { move: 'escalate' }, 'request.malformed'],
    ] as const) {
      expect([step, await move(who, ratingId, step)]).toMatchObject([step, { ok: false, code }]);
    }
    expect(JSON.stringify(story.fileOf(ratingId))).toBe(before);
    await steps(ratingId, [CAST.reviewer, propose]);
    expect(await move(CAST.reviewer, ratingId, { move: 'confirmGrant' })).toMatchObject({ code: 'appeal.sameSecond' });
    expect(story.fileOf(ratingId).standing).toBe('effective');
  });

  it('裁定和办工单同一时刻：裁定落下，工单停在那里；晚一步的办不了', async () => {
    const { ratingId } = await story.endorsed();
    const { steps, move, moveAs } = story.on(DAYS.reviewed);
    await steps(ratingId, [CAST.reviewer, { move: 'proposeGrant', reason: 'wrongTarget', words: '录像不符' }]);
    const version = story.appealOf(ratingId).version;
    const call = { move: 'recordAttempt', outcome: 'reached', note: '已说明' };
    const [ruled] = await Promise.all([
      move(CAST.second, ratingId, { move: 'confirmGrant' }, version),
      moveAs(CAST.liaison, ratingId, call),
    ]);
    expect(ruled).toMatchObject({ value: { state: 'granted' } });
    const { standing, ticket } = story.fileOf(ratingId);
    expect({ standing, state: ticket?.state, stopped: ticket?.handling.stopped?.in }).toEqual({
      ...{ standing: 'setAside', state: 'setAside', stopped: 'awaitingFollowUp' },
    });
    expect(await moveAs(CAST.liaison, ratingId, call)).toMatchObject({ code: 'ticket.moveNotAllowed' });
    expect(await move(CAST.second, ratingId, { move: 'confirmGrant' }, version)).toMatchObject({
      code: 'appeal.movedMeanwhile',
    });
  });

  it('两个人同时确认，只有一个成；复核期间工单照常办', async () => {
    const { ratingId } = await story.endorsed();
    const then = story.on(DAYS.reviewed);
    await then.moves(CAST.liaison, ratingId, [{ move: 'recordAttempt', outcome: 'reached', note: '' }]);
    await then.steps(ratingId, [CAST.reviewer, { move: 'proposeDenial', isExplanation: false, words: '录像相符' }]);
    const version = story.appealOf(ratingId).version;
    const confirm = (move: string) => then.move(CAST.second, ratingId, { move, words: '再看看' }, version);
    const both = await Promise.all([
      then.move(CAST.second, ratingId, { move: 'confirmDenial' }, version),
      confirm('disagree'),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'appeal.movedMeanwhile' });
  });
});
