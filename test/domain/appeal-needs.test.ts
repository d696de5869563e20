import { APPEAL_REASONS, EVIDENCE_KINDS, fileAppeal } from '@shared/domain/appeal';
import { pinAppealClock } from '@shared/domain/appeal-clock';
import { moveAppeal } from '@shared/domain/appeal-moves';
import type { AppealState } from '@shared/domain/appeal-table';
import { instantOf } from '@shared/kernel/time';
import { IN_FORCE } from '@shared/policy/in-force';
import { chaozhou } from '@shared/policy/profiles/chaozhou';
import { DAY, MONDAY } from './a-ticket';
import {
  APPEAL_BY,
  APPEAL_GIVEN,
  APPEAL_RULES,
  anAppeal,
  anAppealIn,
  appealed,
  RECORDING,
  ROUTE,
  tryAppeal,
} from './an-appeal';

const TUESDAY = MONDAY + DAY;
const YEAR_2027 = { year: 2027, revision: 'r', status: 'confirmed', source: ROUTE.basis, holidays: {}, makeUpDays: {} };
const WITH_2027 = { ...APPEAL_RULES, calendar: [...APPEAL_RULES.calendar, YEAR_2027 as never] };
const SECOND = { ...APPEAL_BY.reviewer, staffId: 'second' };

describe('提出申诉', () => {
  const file = (now: number, difference: object = {}, told: object | null = { at: MONDAY, appealBy: null }) =>
    fileAppeal(
      'SS1',
      { reason: 'wrongTarget', words: '评的是别的窗口', evidence: [RECORDING], ...difference },
      { toldRated: told as never },
      ROUTE,
      APPEAL_BY.rated,
      now,
      APPEAL_RULES,
    );

  it('还没有告知本人的，不能申诉', () => {
    expect(file(TUESDAY, {}, null)).toEqual({ ok: false, code: 'appeal.notTold' });
  });

  it('最后一天下班以前还可以，过了就不行', () => {
    const dueAt = MONDAY + 7 * DAY + 8.5 * 3_600_000;
    expect(file(dueAt)).toMatchObject({ ok: true });
    expect(file(dueAt + 1)).toEqual({ ok: false, code: 'appeal.tooLate' });
  });

  it('放假安排没有公布、期限算不出来的，可以申诉', () => {
    const at = Date.parse('2026-12-30T09:00:00+08:00');
    expect(file(at + 60 * DAY, {}, { at, appealBy: null })).toMatchObject({ ok: true });
  });

  it('每种理由都要有对得上的证据，一份就够', () => {
    for (const reason of APPEAL_REASONS) {
      for (const kind of EVIDENCE_KINDS) {
        const takes = APPEAL_RULES.reasons[reason].value.evidence.includes(kind);
        const evidence = [{ kind, words: '第3号录像', photos: kind === 'photo' ? ['p'] : [] }];
        expect({ reason, kind, ok: file(TUESDAY, { reason, evidence }).ok }).toEqual({ reason, kind, ok: takes });
      }
      expect(file(TUESDAY, { reason, evidence: [] })).toEqual({ ok: false, code: 'appeal.evidenceMissing' });
    }
  });

  it('评价人不接受回访、诉求没有法律依据，不在理由里', () => {
    for (const { profile } of IN_FORCE) expect(Object.keys(profile.appeal.reasons)).toEqual([...APPEAL_REASONS]);
    expect(APPEAL_REASONS.filter((reason) => /declin|demand|law|contact/i.test(reason))).toEqual([]);
  });

  it('单位没有人能表态的，直接送复核', () => {
    expect(anAppeal({ ...ROUTE, unitId: null })).toMatchObject({ state: 'awaitingReview', clock: { step: 'review' } });
    expect(anAppeal()).toMatchObject({ state: 'awaitingUnit', clock: { step: 'unit' } });
  });
});

describe('补充材料', () => {
  it('没有人要的，补到次数为止；退回的照样补得了', () => {
    let appeal = anAppealIn('awaitingReview');
    for (let n = 0; n < APPEAL_RULES.supplementsAtMost.value; n++) appeal = appealed(appeal, 'supplement', TUESDAY);
    expect(tryAppeal(appeal, 'supplement', TUESDAY)).toEqual({ ok: false, code: 'appeal.supplementedOften' });
    const returned = appealed(appeal, 'returnForEvidence', TUESDAY);
    expect(appealed(returned, 'supplement', TUESDAY)).toMatchObject({ state: 'awaitingReview' });
  });
});

describe('两个人决定', () => {
  const proposed = anAppealIn('awaitingSecond');

  it('提出的人不能确认，也不能代第二人不同意', () => {
    const own = APPEAL_BY.reviewer;
    expect(tryAppeal(proposed, 'confirmGrant', TUESDAY, own)).toEqual({ ok: false, code: 'appeal.sameSecond' });
    expect(tryAppeal(proposed, 'disagree', TUESDAY, own)).toEqual({ ok: false, code: 'appeal.sameSecond' });
    expect(tryAppeal(proposed, 'confirmGrant', TUESDAY, SECOND)).toMatchObject({ value: { state: 'granted' } });
  });

  it('拟采纳的不能确认成驳回，拟驳回的不能确认成采纳', () => {
    expect(tryAppeal(proposed, 'confirmDenial', TUESDAY)).toEqual({ ok: false, code: 'appeal.moveNotAllowed' });
    const denial = appealed(anAppealIn('awaitingReview'), 'proposeDenial', TUESDAY);
    expect(tryAppeal(denial, 'confirmGrant', TUESDAY)).toEqual({ ok: false, code: 'appeal.moveNotAllowed' });
  });

  it('采纳的理由也要有对得上的证据', () => {
    const review = anAppealIn('awaitingReview');
    const duplicate = { move: 'proposeGrant', reason: 'duplicate', words: '评过了' } as const;
    expect(tryAppeal(review, duplicate, TUESDAY)).toEqual({ ok: false, code: 'appeal.evidenceMissing' });
  });

  it('第二人不同意，重新复核，原来提的不作数', () => {
    expect(appealed(proposed, 'disagree', TUESDAY)).toMatchObject({ state: 'awaitingReview', ruling: null });
  });
});

describe('单位', () => {
  it('不表态，到期直接送复核；早一刻也不行', () => {
    const appeal = anAppeal();
    const dueAt = appeal.nextAt ?? 0;
    expect(tryAppeal(appeal, 'escalate', dueAt)).toEqual({ ok: false, code: 'appeal.moveNotAllowed' });
    expect(appealed(appeal, 'escalate', dueAt + 1)).toMatchObject({ state: 'awaitingReview', opinion: null });
  });

  it('不同意的，本人坚持照样送复核；到期不坚持，失效', () => {
    const refused = anAppealIn('refusedByUnit');
    expect(appealed(refused, 'insist', TUESDAY)).toMatchObject({ state: 'awaitingReview' });
    expect(appealed(refused, 'lapse', (refused.nextAt ?? 0) + 1)).toMatchObject({ state: 'lapsed', clock: null });
  });
});

describe('第十七条 报市修正', () => {
  it('台前：采纳以后限时报市，市里确认；市里不修正的再报', () => {
    const granted = anAppealIn('granted');
    expect(granted.clock).toMatchObject({ step: 'report', deadline: { span: { count: 2 } } });
    const reported = appealed(granted, 'reportUp', TUESDAY);
    expect(reported).toMatchObject({ state: 'reportedUp', reportedTo: 'city', clock: { step: 'correct' } });
    expect(reported.orgIds).toContain('city');
    const declined = appealed(reported, 'declineCorrection', TUESDAY);
    expect(declined).toMatchObject({ state: 'granted', clock: { step: 'report' } });
    expect(appealed(reported, 'confirmCorrection', TUESDAY)).toMatchObject({ state: 'corrected', clock: null });
  });

  it('第十二条 潮州：不予采纳就是结果，没有报市', () => {
    const granted = { ...anAppealIn('granted'), cityBureauId: null };
    expect(tryAppeal(granted, 'reportUp', TUESDAY)).toEqual({ ok: false, code: 'appeal.moveNotAllowed' });
    expect(chaozhou.appeal.reportWithin.value).toBeNull();
  });
});

describe('评价人的异议', () => {
  const granted = anAppealIn('granted');

  it('一次；到上级局；维持的回到原来的状态', () => {
    const objected = appealed(granted, 'object', TUESDAY);
    expect(objected).toMatchObject({ state: 'awaitingReview', bureauId: 'city', firstBureauId: 'bureau' });
    const other = { ...APPEAL_BY.reviewer, staffId: 'third' };
    const upheld = appealed(appealed(objected, 'proposeGrant', TUESDAY, other), 'confirmGrant', TUESDAY);
    expect(upheld).toMatchObject({ state: 'granted', bureauId: 'bureau', clock: { step: 'report' }, answerBy: null });
    expect(tryAppeal(upheld, 'object', TUESDAY)).toEqual({ ok: false, code: 'appeal.objectedOnce' });
  });

  it.each(['reportedUp', 'corrected'] as const)('维持以后，%s 还是 %s', (state: AppealState) => {
    const objected = appealed(anAppealIn(state), 'object', TUESDAY);
    const other = { ...APPEAL_BY.reviewer, staffId: 'third' };
    expect(appealed(appealed(objected, 'proposeGrant', TUESDAY, other), 'confirmGrant', TUESDAY).state).toBe(state);
  });

  it('异议成立，驳回，工作人员不能再申诉；复核期间不能撤回，也不退回补充', () => {
    const objected = appealed(granted, 'object', TUESDAY);
    expect(tryAppeal(objected, 'withdraw', TUESDAY)).toEqual({ ok: false, code: 'appeal.moveNotAllowed' });
    expect(tryAppeal(objected, 'returnForEvidence', TUESDAY)).toEqual({ ok: false, code: 'appeal.moveNotAllowed' });
    const denied = appealed(appealed(objected, 'proposeDenial', TUESDAY), 'confirmDenial', TUESDAY);
    expect(denied).toMatchObject({ state: 'denied', answerBy: null });
    expect(tryAppeal(denied, 'renew', TUESDAY)).toEqual({ ok: false, code: 'appeal.renewedOnce' });
  });

  it('过了期限不行', () => {
    const dueAt = granted.answerBy?.dueAt ?? 0;
    expect(tryAppeal(granted, 'object', dueAt)).toMatchObject({ ok: true });
    expect(tryAppeal(granted, 'object', dueAt + 1)).toEqual({ ok: false, code: 'appeal.objectedLate' });
  });

  it('他的话只在异议里，经过里没有', () => {
    const objected = appealed(granted, 'object', TUESDAY);
    expect(objected.objection?.words).toBe('我说的就是3号窗口');
    expect(JSON.stringify(objected.history)).not.toContain('我说的就是3号窗口');
  });
});

describe('再次申诉', () => {
  const denied = anAppealIn('denied');

  it('有新证据的一次，第二次不行', () => {
    const renewed = appealed(denied, 'renew', TUESDAY);
    expect(renewed).toMatchObject({ state: 'awaitingUnit', renewals: 1, opinion: null });
    const again = appealed(
      appealed(appealed(renewed, 'endorse', TUESDAY), 'proposeDenial', TUESDAY),
      'confirmDenial',
      TUESDAY,
    );
    expect(tryAppeal(again, 'renew', TUESDAY)).toEqual({ ok: false, code: 'appeal.renewedOnce' });
  });

  it('没有新证据不行，过了期限不行；没有单位的直接复核', () => {
    const renew = { move: 'renew', reason: 'wrongTarget', words: '还是不服', evidence: [] } as const;
    expect(tryAppeal(denied, renew, TUESDAY)).toEqual({ ok: false, code: 'appeal.evidenceMissing' });
    const dueAt = denied.answerBy?.dueAt ?? 0;
    expect(tryAppeal(denied, 'renew', dueAt + 1)).toEqual({ ok: false, code: 'appeal.renewedLate' });
    expect(appealed({ ...denied, unitId: null }, 'renew', TUESDAY)).toMatchObject({ state: 'awaitingReview' });
  });
});

describe('等放假安排', () => {
  const waiting = anAppeal(ROUTE, Date.parse('2026-12-31T09:00:00+08:00') - 20 * DAY);
  const late = appealed(waiting, 'endorse', Date.parse('2026-12-25T09:00:00+08:00'));

  it('期限跨到没有公布的年份，写明在等哪一年；公布了就补上，补上的不再动', () => {
    const missing = { deadline: null, missingYear: 2027 };
    expect(late).toMatchObject({ dueAt: null, clock: missing });
    const lookAt = late.nextAt ?? 0;
    // It is looked at again every day; nobody is late meanwhile.
    expect(tryAppeal(late, 'escalate', lookAt + 1)).toEqual({ ok: false, code: 'appeal.moveNotAllowed' });
    expect(pinAppealClock(late, lookAt + 1, APPEAL_RULES)).toMatchObject({ clock: missing, nextAt: lookAt + 1 + DAY });
    const pinned = pinAppealClock(late, lookAt + 1, WITH_2027);
    expect(pinned.clock?.step).toBe('review');
    expect(pinned.nextAt).toBe(pinned.dueAt);
    expect(pinAppealClock(pinned, lookAt, { ...WITH_2027, calendar: [] })).toEqual(pinned);
  });

  it('再次申诉、异议的期限也一样：没有公布以前不算晚，公布了就从裁定那天算', () => {
    const endOfYear = instantOf('2026-12-30', '10:00');
    const denied = appealed(
      appealed(anAppealIn('awaitingReview'), 'proposeDenial', endOfYear),
      'confirmDenial',
      endOfYear,
    );
    const granted = appealed(anAppealIn('awaitingSecond'), 'confirmGrant', endOfYear);
    const lapsed = appealed({ ...anAppealIn('returned'), nextAt: endOfYear - 1 }, 'lapse', endOfYear);
    expect([denied.answerBy, granted.answerBy, lapsed.answerBy]).toEqual([null, null, null]);
    for (const [appeal, move, code] of [
      [denied, 'renew', 'appeal.renewedLate'],
      [lapsed, 'renew', 'appeal.renewedLate'],
      [granted, 'object', 'appeal.objectedLate'],
    ] as const) {
      expect(tryAppeal(appeal, move, endOfYear + 60 * DAY)).toMatchObject({ ok: true });
      const by = APPEAL_BY[move === 'object' ? 'rater' : 'rated'];
      const tryWith2027 = (now: number) => moveAppeal(appeal, APPEAL_GIVEN[move], by, now, WITH_2027);
      expect(tryWith2027(endOfYear + DAY)).toMatchObject({ ok: true });
      expect(tryWith2027(endOfYear + 60 * DAY)).toEqual({ ok: false, code });
    }
  });
});
