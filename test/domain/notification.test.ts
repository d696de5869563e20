import { digestOf, MOST_NEXT_CHARACTERS, pauseAfter, wordsFor } from '@shared/domain/notification';
import { officialsHearAt, raterHearsAt } from '@shared/domain/quiet-hours';
import { TICKET_MOVES } from '@shared/domain/ticket-table';
import { instantOf } from '@shared/kernel/time';
import { NOTIFICATION } from '@shared/policy/notification';
import { taiqian } from '@shared/policy/profiles/taiqian';
import fc from 'fast-check';

const at = (moment: string) => instantOf(moment.slice(0, 10), moment.slice(11));
const officials = (moment: string) => officialsHearAt(at(moment), taiqian.workingTime);
const rater = (moment: string) => raterHearsAt(at(moment), NOTIFICATION.raterQuiet);

describe('什么时候不打扰', () => {
  it.each([
    ['办公时间里，每小时一次', '2026-11-20 10:07', '2026-11-20 10:30'],
    ['正好到点，马上', '2026-11-20 10:30', '2026-11-20 10:30'],
    ['上班前，等上班', '2026-11-20 06:00', '2026-11-20 08:30'],
    ['下班前最后一次', '2026-11-20 17:29', '2026-11-20 17:30'],
    ['周五下班后，等周一', '2026-11-20 17:31', '2026-11-23 08:30'],
    ['国庆节里，等节后', '2026-10-02 10:00', '2026-10-08 08:30'],
    ['调休上班的周六，照常', '2026-10-10 10:00', '2026-10-10 10:30'],
    ['没有公布放假安排的年份，周一到周五', '2027-03-06 10:00', '2027-03-08 08:30'],
  ])('工作人员：%s', (_, now, heard) => {
    expect(officials(now)).toBe(at(heard));
  });

  it.each([
    ['白天，马上', '2026-11-20 20:59', '2026-11-20 20:59'],
    ['晚9点，等早上', '2026-11-20 21:00', '2026-11-21 08:00'],
    ['半夜，等早上', '2026-11-20 00:10', '2026-11-20 08:00'],
    ['早8点，马上', '2026-11-20 08:00', '2026-11-20 08:00'],
  ])('评价人：%s', (_, now, heard) => {
    expect(rater(now)).toBe(at(heard));
  });

  it('等过一次就到了：等到的时候不再往后推，也从不往回', () => {
    const span = { min: at('2024-01-01 00:00'), max: at('2028-12-31 00:00') };
    fc.assert(
      fc.property(fc.integer(span), (now) => {
        for (const hears of [
          (x: number) => officialsHearAt(x, taiqian.workingTime),
          (x: number) => raterHearsAt(x, NOTIFICATION.raterQuiet),
        ]) {
          const heard = hears(now);
          expect(heard).toBeGreaterThanOrEqual(now);
          expect(hears(heard)).toBe(heard);
        }
      }),
    );
  });
});

describe('写些什么', () => {
  const ticket = { ticketNo: 'GD12345678', state: 'awaitingAcceptance', dueAt: at('2026-11-20 17:30') } as const;

  it('每一项都不空，要做的事至多20个字，状态至多5个字', () => {
    const told = ['opened', 'awaitsDispatch', ...TICKET_MOVES] as const;
    const all = told.flatMap((one) =>
      (['rater', 'officials', 'rated'] as const).map((to) => wordsFor(to, one, ticket, 0)),
    );
    const digests = [1, 9, 999].map((count) => digestOf(Array(count).fill(ticket), at('2026-11-20 08:30')));
    const words = [...all, ...digests].filter((one) => one !== undefined);
    expect(words.length).toBeGreaterThan(10);
    for (const { ticketNo, state, on, next } of words) {
      expect(ticketNo).toMatch(/^[\w+]{1,32}$/);
      expect(state).toMatch(/^\p{Script=Han}{1,5}$/u);
      expect(on).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日$/);
      expect([...next].length).toBeGreaterThan(0);
      expect([...next].length).toBeLessThanOrEqual(MOST_NEXT_CHARACTERS);
    }
  });

  it('汇总说出几件待签收、几件今天到期', () => {
    const late = { ...ticket, state: 'rectifying' } as const;
    const later = { ...ticket, state: 'rectifying', dueAt: at('2026-11-27 17:30') } as const;
    const waiting = { ...ticket, dueAt: at('2026-11-23 17:30') };
    const now = at('2026-11-20 08:30');
    expect(digestOf([waiting, waiting, waiting, late], now)?.next).toBe('3件待签收，1件今天到期');
    expect(digestOf([later, later], now)?.next).toBe('2件待办理');
    expect(digestOf([], now)).toBeUndefined();
  });

  it('评价人只被告知有了结果，一次同意只有一条', () => {
    const told = ['opened', ...TICKET_MOVES] as const;
    expect(told.filter((one) => wordsFor('rater', one, ticket, 0))).toEqual(['verify']);
  });

  it('再试的间隔越来越长', () => {
    expect([1, 2, 3, 4].map((tries) => pauseAfter(tries) / 60_000)).toEqual([1, 4, 16, 64]);
  });
});
