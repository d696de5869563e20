import { withFlags } from '@shared/domain/move-file';
import { openTicket, type Ticket } from '@shared/domain/ticket';
import { clockOf, pinMissingClocks } from '@shared/domain/ticket-clocks';
import type { MoveRules } from '@shared/domain/ticket-moves';
import { type CalendarYear, deadlineAfter, type Span } from '@shared/domain/working-time';
import type { Clause } from '@shared/kernel/clause';
import { type Instant, instantOf } from '@shared/kernel/time';
import { chaozhou } from '@shared/policy/profiles/chaozhou';
import { taiqian } from '@shared/policy/profiles/taiqian';
import {
  afterSteps,
  aTicketIn,
  BY,
  DAY,
  dueOf,
  GIVEN,
  MINUTE,
  MONDAY,
  moved,
  toBureau,
  toUnit,
  tryMove,
} from './a-ticket';

const refused = (code: string) => ({ ok: false, code: `ticket.${code}` });

describe.each([taiqian, chaozhou])('$place 每一步要什么', ({ ticket, workingTime }) => {
  const rules: MoveRules = { ...ticket, ...workingTime };
  const LATER = MONDAY + 30 * MINUTE;
  const inState = (state: Ticket['state']) => aTicketIn(state, MONDAY, rules);
  const step = (from: Ticket, next: Parameters<typeof moved>[1], now: Instant) => moved(from, next, now, rules);
  const answer = (
    from: Ticket,
    next: Parameters<typeof tryMove>[1],
    now = LATER,
    by = undefined as (typeof BY)['handler'] | undefined,
  ) => tryMove(from, next, now, by, rules);
  const endOf = (from: Instant, span: Clause<Span>): Instant => {
    const deadline = deadlineAfter(from, span, rules);
    if (!deadline.ok) throw new Error(deadline.code);
    return deadline.value.dueAt;
  };
  const { count, days } = rules.unreachableAfter.value;
  const attempt = (outcome: 'noAnswer' | 'wrongNumber' | 'declined' | 'noNumber' | 'reached') =>
    ({ ...GIVEN.recordAttempt, outcome }) as const;

  describe('先联系，再填结论', () => {
    it('没有联系过，填不了回访结论', () => {
      expect(answer(inState('awaitingFollowUp'), 'recordFollowUp')).toEqual(refused('contactFirst'));
    });

    it('一天里打多少次都不算联系不上；够了次数又够了天数才算', () => {
      const tries = Array.from({ length: count * 2 }, () => attempt('noAnswer'));
      const sameDay = afterSteps(inState('awaitingFollowUp'), tries, LATER, rules);
      expect(answer(sameDay, 'recordFollowUp', LATER + DAY)).toEqual(refused('contactFirst'));
      const severalDays = Array.from({ length: days - 1 }, (_, n) => LATER + (n + 1) * DAY).reduce(
        (before, at) => step(before, attempt('wrongNumber'), at),
        sameDay,
      );
      expect(answer(severalDays, 'recordFollowUp', LATER + days * DAY)).toMatchObject({
        value: { state: 'rectifying', handling: { followUp: { reached: false } } },
      });
    });

    it('够了天数不够次数，也不算联系不上', () => {
      const tries = Array.from({ length: count - 1 }, (_, n) => LATER + n * DAY);
      const few = tries.reduce((before, at) => step(before, attempt('noAnswer'), at), inState('awaitingFollowUp'));
      expect(answer(few, 'recordFollowUp', LATER + count * DAY)).toEqual(refused('contactFirst'));
    });

    it.each(['declined', 'noNumber'] as const)('%s：记一次就够，但不算回访到了', (outcome) => {
      const tried = step(inState('awaitingFollowUp'), attempt(outcome), LATER);
      expect(answer(tried, 'recordFollowUp', LATER + 1)).toMatchObject({
        value: { handling: { followUp: { reached: false } } },
      });
    });

    it('整改中联系上了，也算回访到了', () => {
      const tried = step(inState('awaitingFollowUp'), attempt('declined'), LATER);
      const followed = step(tried, 'recordFollowUp', LATER + 1);
      expect(step(followed, attempt('reached'), LATER + 2).handling.followUp?.reached).toBe(true);
    });

    it('第一次联系就停签收的钟，签收本身不停', () => {
      const accepted = inState('awaitingFollowUp');
      expect(clockOf(accepted, 'accept')?.doneAt).toBeNull();
      expect(clockOf(step(accepted, attempt('noAnswer'), LATER), 'accept')?.doneAt).toBe(LATER);
    });
  });

  describe('研判和整改', () => {
    const unclassified = afterSteps(inState('awaitingFollowUp'), ['recordAttempt', 'recordFollowUp'], LATER, rules);

    it('没有研判，交不了结果', () => {
      expect(answer(unclassified, 'submitRectification', LATER + DAY)).toEqual(refused('classifyFirst'));
    });

    it('没有措施也没有照片，不算整改', () => {
      const empty = { ...GIVEN.submitRectification, measures: ' ', photos: [] };
      expect(answer(inState('rectifying'), empty)).toEqual(refused('evidenceMissing'));
    });

    it('复杂问题从开单算起，改来改去期限都不提前', () => {
      const complex = { ...GIVEN.classify, isComplex: true };
      const once = step(unclassified, complex, LATER + DAY);
      expect(dueOf(once, 'rectify')).toBe(endOf(MONDAY, rules.rectifyComplexWithin));
      expect(dueOf(step(once, 'classify', LATER + 2 * DAY), 'rectify')).toBe(dueOf(once, 'rectify'));
      expect(dueOf(step(once, complex, LATER + 3 * DAY), 'rectify')).toBe(dueOf(once, 'rectify'));
    });

    it('局里派得晚的复杂问题，从派单算起', () => {
      const late = MONDAY + 3 * DAY;
      const dispatched = step(inState('awaitingDispatch'), 'dispatch', late);
      const complex = afterSteps(dispatched, ['accept', { ...GIVEN.classify, isComplex: true }], late + MINUTE, rules);
      expect(dueOf(complex, 'rectify')).toBe(endOf(late, rules.rectifyComplexWithin));
    });

    it('退回的：还有时间的照原期限，不够的给补正的时间；退回以后再改成复杂，多要不来', () => {
      const submitted = inState('awaitingVerification');
      expect(dueOf(step(submitted, 'sendBack', LATER), 'rectify')).toBe(dueOf(submitted, 'rectify'));
      const lateOn = dueOf(submitted, 'rectify') + MINUTE;
      const back = step(submitted, 'sendBack', lateOn);
      expect(dueOf(back, 'rectify')).toBe(endOf(lateOn, rules.rectifyAgainWithin));
      const complex = step(back, { ...GIVEN.classify, isComplex: true }, lateOn + MINUTE);
      const longer = Math.max(endOf(MONDAY, rules.rectifyComplexWithin), dueOf(back, 'rectify'));
      expect(dueOf(complex, 'rectify')).toBe(longer);
    });

    it('再交一次，提示和审核重新来过', () => {
      const flagged = withFlags({ ticket: inState('awaitingVerification') }, ['tooQuick']).ticket;
      if (!flagged) throw new Error('no ticket');
      const again = step(step(flagged, 'sendBack', LATER), 'submitRectification', LATER + MINUTE);
      expect(flagged.handling.flags).toEqual(['tooQuick']);
      expect(again.handling.flags).toEqual([]);
    });

    it('不能审核自己办的', () => {
      const own = { mover: 'supervisor', staffId: BY.handler.staffId } as const;
      expect(answer(inState('awaitingVerification'), 'verify', LATER, own)).toEqual(refused('ownWork'));
    });
  });

  describe('延期', () => {
    const most = rules.extendAtMost.value.count;
    const asked = step(inState('rectifying'), { ...GIVEN.askExtension, days: most }, LATER);

    it('到期那一刻还能申请，过了就不能', () => {
      const dueAt = dueOf(inState('rectifying'), 'rectify');
      expect(answer(inState('rectifying'), 'askExtension', dueAt).ok).toBe(true);
      expect(answer(inState('rectifying'), 'askExtension', dueAt + 1)).toEqual(refused('extensionLate'));
    });

    it.each([most + 1, 0, -1, 1.5])('申请 %d 天，不行', (wanted) => {
      expect(answer(inState('rectifying'), { ...GIVEN.askExtension, days: wanted })).toEqual(
        refused('extensionTooLong'),
      );
    });

    it('同意的，从原期限那天往后数', () => {
      const granted = step(asked, 'grantExtension', LATER + DAY);
      expect(dueOf(granted, 'rectify')).toBe(endOf(dueOf(asked, 'rectify'), rules.extendAtMost));
      expect(granted.dueAt).toBe(dueOf(granted, 'rectify'));
    });

    it('只能申请一次，同意也好不同意也好；答复也只有一次', () => {
      for (const answered of ['grantExtension', 'denyExtension'] as const) {
        const decided = step(asked, answered, LATER + 1);
        expect(answer(decided, 'askExtension')).toEqual(refused('extensionTwice'));
        expect(answer(decided, 'grantExtension')).toEqual(refused('extensionNone'));
        expect(answer(decided, 'denyExtension')).toEqual(refused('extensionNone'));
      }
      expect(answer(asked, 'askExtension')).toEqual(refused('extensionTwice'));
    });

    it('自己申请的，自己不能同意', () => {
      const own = { mover: 'supervisor', staffId: BY.handler.staffId } as const;
      expect(answer(asked, 'grantExtension', LATER, own)).toEqual(refused('ownWork'));
    });

    it('没有答复就交了结果，或者转办了，这个申请就没有了', () => {
      expect(step(asked, 'submitRectification', LATER + 1).handling.extension).toBeNull();
      const early = step(inState('awaitingFollowUp'), 'askExtension', LATER);
      expect(step(early, 'redirect', LATER + 1).handling.extension).toBeNull();
    });

    it('超期以后才同意的，不再算超期，从头上报', () => {
      const late = step(asked, 'escalate', dueOf(asked, 'rectify') + 1);
      const granted = step(late, 'grantExtension', dueOf(asked, 'rectify') + MINUTE);
      expect([late.handling.escalation, granted.handling.escalation]).toEqual([1, 0]);
      expect(granted.nextAt).toBe(dueOf(granted, 'rectify'));
    });
  });

  describe('转办', () => {
    it(`只能 ${rules.redirectsAtMost.value} 次`, () => {
      const once = afterSteps(inState('awaitingAcceptance'), ['redirect', 'dispatch'], LATER, rules);
      expect(answer(once, 'redirect', LATER + DAY)).toEqual(refused('redirectedOnce'));
    });

    it('整改的钟不停，签收的钟重来，新单位自己联系、自己研判', () => {
      const begun = afterSteps(inState('awaitingFollowUp'), ['recordAttempt', 'classify'], LATER, rules);
      const back = step(begun, 'redirect', LATER + DAY);
      expect(back).toMatchObject({
        ...{ state: 'awaitingDispatch', unitId: 'bureau' },
        handling: { acceptedAt: null, attempts: [], classification: null, redirects: 1 },
      });
      const anew = step(back, { ...GIVEN.dispatch, unitId: 'other' }, LATER + 2 * DAY);
      expect(dueOf(anew, 'rectify')).toBe(dueOf(begun, 'rectify'));
      expect(dueOf(anew, 'accept')).toBe(endOf(LATER + 2 * DAY, rules.acceptWithin));
      expect(answer(step(anew, 'accept', LATER + 2 * DAY + 1), 'recordFollowUp', LATER + 3 * DAY)).toEqual(
        refused('contactFirst'),
      );
    });

    it('超期的转给别人，先告诉新接手的', () => {
      const ticket = inState('awaitingAcceptance');
      const told = step(ticket, 'escalate', (ticket.nextAt ?? 0) + 1);
      const back = step(told, 'redirect', dueOf(ticket, 'rectify') + DAY);
      expect([told.handling.escalation, back.handling.escalation]).toEqual([1, 0]);
    });
  });

  describe('评定', () => {
    const judged = (from: Ticket, at: Instant) => step(from, 'reopen', at);
    const handedInAgain = (from: Ticket, at: Instant) => afterSteps(from, ['submitRectification', 'verify'], at, rules);

    it(`不满意，重新办理 ${rules.reopeningsAtMost.value} 次，期限从那时起算；仍不满意，如实办结`, () => {
      let ticket = inState('awaitingVerdict');
      let at = LATER;
      for (let n = 1; n <= rules.reopeningsAtMost.value; n++, at += DAY) {
        const again = judged(ticket, at);
        expect(again).toMatchObject({
          state: 'rectifying',
          handling: { reopenings: n, verdict: { at }, extension: null },
        });
        expect(dueOf(again, 'rectify')).toBe(endOf(at, rules.rectifyWithin));
        ticket = handedInAgain(again, at + MINUTE);
      }
      const closed = judged(ticket, at);
      expect(closed).toMatchObject({ state: 'closed', dueAt: null, nextAt: null });
      expect(closed.handling.verdict).toMatchObject({ level: 'dissatisfied', at });
      expect(closed.handling.reopenedFor?.at).toBeLessThan(at);
    });

    it('复杂的重新办理，有复杂的时间', () => {
      const complex = step(inState('rectifying'), { ...GIVEN.classify, isComplex: true }, LATER);
      const again = step(handedInAgain(complex, LATER + 1), 'reopen', LATER + DAY);
      expect(dueOf(again, 'rectify')).toBe(endOf(LATER + DAY, rules.rectifyComplexWithin));
    });

    it('等满了时间没有评定，办结，没有评定就是没有', () => {
      const waiting = inState('awaitingVerdict');
      const closed = step(waiting, 'lapse', dueOf(waiting, 'verdict') + 1);
      expect(closed).toMatchObject({ state: 'closed', handling: { verdict: null } });
      expect(closed.clocks.every(({ doneAt }) => doneAt !== null)).toBe(true);
    });

    it('过了时间还没有办结的，评价人仍然评得了', () => {
      const waiting = inState('awaitingVerdict');
      expect(answer(waiting, 'reopen', dueOf(waiting, 'verdict') + DAY).ok).toBe(true);
    });
  });

  describe('超期上报', () => {
    it('先告诉该办的，隔几个工作日再报上一级，然后不再报', () => {
      const ticket = inState('awaitingAcceptance');
      const first = step(ticket, 'escalate', dueOf(ticket, 'accept') + MINUTE);
      expect(first.nextAt).toBe(endOf(dueOf(ticket, 'accept') + MINUTE, rules.escalateAfter));
      expect(answer(first, 'escalate', first.nextAt ?? 0)).toEqual(refused('moveNotAllowed'));
      const second = step(first, 'escalate', (first.nextAt ?? 0) + 1);
      expect(second).toMatchObject({ nextAt: null, handling: { escalation: 2 } });
      expect(answer(second, 'escalate', (first.nextAt ?? 0) + 90 * DAY)).toEqual(refused('moveNotAllowed'));
    });

    it('补上的不再算超期，下一步再超期从头报起', () => {
      const ticket = inState('awaitingFollowUp');
      const late = step(ticket, 'escalate', dueOf(ticket, 'accept') + 1);
      const caughtUp = step(late, 'recordAttempt', dueOf(ticket, 'accept') + MINUTE);
      expect(caughtUp).toMatchObject({ nextAt: dueOf(ticket, 'rectify'), handling: { escalation: 0 } });
    });

    it('重新办理以后超期，照样上报', () => {
      const again = step(inState('awaitingVerdict'), 'reopen', LATER);
      expect(answer(again, 'escalate', dueOf(again, 'rectify') + 1)).toMatchObject({
        value: { handling: { escalation: 1 } },
      });
    });
  });
});

describe('等放假安排的钟', () => {
  const rules: MoveRules = { ...taiqian.ticket, ...taiqian.workingTime };
  // An invented year, for the test alone.
  const year2027: CalendarYear = {
    ...{ year: 2027, revision: '2027·试验', status: 'confirmed', source: { document: '试验', article: '试验' } },
    ...{ holidays: { '2027-01-01': '元旦' }, makeUpDays: {} },
  };
  const later: MoveRules = { ...rules, calendar: [...rules.calendar, year2027] };
  const at = (day: string) => instantOf(day, '10:00');
  const TO_VERDICT = [
    'accept',
    'recordAttempt',
    'recordFollowUp',
    'classify',
    'submitRectification',
    'verify',
  ] as const;

  it('年底重新办理、等着明年安排的，改成复杂也不会变回今年已过的日子', () => {
    const early = afterSteps(openTicket('T1', toUnit, at('2026-12-01'), rules), TO_VERDICT, at('2026-12-02'), rules);
    const waiting = moved(early, 'reopen', at('2026-12-28'));
    const complex = moved(waiting, { ...GIVEN.classify, isComplex: true }, at('2026-12-29'));
    expect(complex).toMatchObject({ state: 'rectifying', dueAt: null, calendarMissing: 2027 });
    expect(dueOf(pinMissingClocks(complex, later), 'rectify')).toBeGreaterThan(
      dueOf(pinMissingClocks(waiting, later), 'rectify'),
    );
  });

  it('同意了的延期不会丢：原期限在等的，等更长的；延到明年的，等明年的安排', () => {
    for (const day of ['2026-12-21', '2026-12-28']) {
      const ticket = openTicket('T1', toUnit, at(day), rules);
      const extended = afterSteps(
        ticket,
        ['accept', { ...GIVEN.askExtension, days: 8 }, 'grantExtension'],
        at(day) + MINUTE,
      );
      const informed = afterSteps(
        openTicket('T1', toUnit, at(day), later),
        ['accept', { ...GIVEN.askExtension, days: 8 }, 'grantExtension'],
        at(day) + MINUTE,
        later,
      );
      expect(extended.calendarMissing).toBe(2027);
      expect(dueOf(pinMissingClocks(extended, later), 'rectify')).toBe(dueOf(informed, 'rectify'));
    }
  });

  it('到期日都等着的，定时任务不打扰；补上以后按补上的日子看', () => {
    const ticket = openTicket('T1', toBureau, at('2026-12-31'), rules);
    expect(ticket.nextAt).toBeNull();
    const pinned = pinMissingClocks(ticket, later);
    expect(pinned.nextAt).toBe(dueOf(pinned, 'dispatch'));
  });

  it('年底超期的，报上一级的日子不等安排', () => {
    const ticket = openTicket('T1', toUnit, at('2026-12-30'), rules);
    const told = moved(ticket, 'escalate', instantOf('2026-12-31', '17:31'));
    expect(told.nextAt).toBe(instantOf('2027-01-04', '17:30'));
  });

  it('已经报到上一级的，补上期限以后不再报一遍', () => {
    const ticket = openTicket('T1', toUnit, at('2026-12-29'), rules);
    const first = moved(ticket, 'escalate', (ticket.nextAt ?? 0) + 1);
    const second = moved(first, 'escalate', (first.nextAt ?? 0) + 1);
    expect(second).toMatchObject({ calendarMissing: 2027, nextAt: null });
    expect(pinMissingClocks(second, later).nextAt).toBeNull();
  });
});
