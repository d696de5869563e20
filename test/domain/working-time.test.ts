import {
  type CalendarYear,
  type Deadline,
  deadlineAfter,
  isWorkingDay,
  remainingUntil,
  type Span,
} from '@shared/domain/working-time';
import { clause, propose } from '@shared/kernel/clause';
import { addDays, type Day, dayOf, instantOf } from '@shared/kernel/time';
import { national } from '@shared/policy/profiles/national';
import fc from 'fast-check';

const rules = national.workingTime;
const NOT_CONFIRMED = { ok: false, code: 'calendar.yearNotConfirmed' };
const HOUR = 3_600_000;

const works = (day: Day): boolean => {
  const answer = isWorkingDay(day, rules.calendar);
  if (!answer.ok) throw new Error(`${day}: ${answer.code}`);
  return answer.value;
};
const deadline = (day: Day, count: number, unit: Span['unit'] = 'workingDay', time = '10:00') =>
  deadlineAfter(instantOf(day, time), clause({ count, unit }, propose('试验')), rules);
const dueAfter = (...given: Parameters<typeof deadline>): Deadline => {
  const answer = deadline(...given);
  if (!answer.ok) throw new Error(`${given[0]}: ${answer.code}`);
  return answer.value;
};

// Any moment from which 15 working days stay inside of the confirmed years.
const anyMoment = fc.integer({ min: instantOf('2023-12-31', '00:00'), max: instantOf('2026-12-01', '00:00') });
const anyCount = fc.integer({ min: 1, max: 15 });
const anyUnit = fc.constantFrom<Span['unit']>('workingDay', 'naturalDay');
const anyDeadline = fc.tuple(anyMoment, anyCount, anyUnit).map(([from, count, unit]) => {
  const answer = deadlineAfter(from, clause({ count, unit }, propose('试验')), rules);
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
});
const between = (after: Day, upTo: Day): Day[] => {
  const days: Day[] = [];
  for (let day = addDays(after, 1); day <= upTo; day = addDays(day, 1)) days.push(day);
  return days;
};

describe('民法典第二百零一条、第二百零三条 期限的计算', () => {
  it('到期日总是工作日，到当天下班为止', () => {
    fc.assert(
      fc.property(anyDeadline, ({ dueAt }) => {
        expect(works(dayOf(dueAt))).toBe(true);
        expect(dueAt).toBe(instantOf(dayOf(dueAt), '17:30'));
      }),
    );
  });

  it('数进去的天数就是期限的天数，最后一天就是到期日', () => {
    fc.assert(
      fc.property(anyDeadline, ({ span, counted, dueAt }) => {
        expect(counted).toHaveLength(span.count);
        expect(counted.at(-1)).toBe(dayOf(dueAt));
      }),
    );
  });

  it('开始的当日不计入，之后每一天不是数了就是说明为什么不数', () => {
    fc.assert(
      fc.property(anyDeadline, ({ startedAt, dueAt, counted, skipped }) => {
        const said = [...counted, ...skipped.map(({ day }) => day)].sort();
        expect(said).toEqual(between(dayOf(startedAt), dayOf(dueAt)));
        for (const { day, why } of skipped) expect({ day, works: works(day), why }).toMatchObject({ works: false });
        for (const { why } of skipped) expect(why).not.toBe('');
      }),
    );
  });

  it('工作日期限只数工作日', () => {
    fc.assert(
      fc.property(anyDeadline, ({ span, counted }) => {
        if (span.unit === 'workingDay') expect(counted.every(works)).toBe(true);
      }),
    );
  });

  it('自然日期限在第 n 天到期，逢休息日顺延到休息日结束的次日', () => {
    fc.assert(
      fc.property(anyMoment, anyCount, (from, count) => {
        const answer = deadlineAfter(from, clause({ count, unit: 'naturalDay' }, propose('试验')), rules);
        let due = addDays(dayOf(from), count);
        while (!works(due)) due = addDays(due, 1);
        expect(answer).toMatchObject({ ok: true, value: { dueAt: instantOf(due, '17:30') } });
      }),
    );
  });

  it('同一天的哪一刻开始都一样', () => {
    fc.assert(
      fc.property(anyMoment, anyCount, anyUnit, (from, count, unit) => {
        const atMidnight = dueAfter(dayOf(from), count, unit, '00:00');
        const atNight = dueAfter(dayOf(from), count, unit, '23:59');
        expect(atMidnight.dueAt).toBe(atNight.dueAt);
      }),
    );
  });

  it('期限越长越晚，工作日期限不早于同样天数的自然日期限', () => {
    fc.assert(
      fc.property(anyMoment, anyCount, (from, count) => {
        const day = dayOf(from);
        expect(dueAfter(day, count + 1).dueAt).toBeGreaterThan(dueAfter(day, count).dueAt);
        expect(dueAfter(day, count).dueAt).toBeGreaterThanOrEqual(dueAfter(day, count, 'naturalDay').dueAt);
      }),
    );
  });

  it('写明所依据的日历修订和条款，跨年的写两个', () => {
    expect(dueAfter('2025-12-29', 5).calendarRevisions).toEqual([
      '2025·国办发明电〔2024〕12号',
      '2026·国办发明电〔2025〕7号',
    ]);
    expect(dueAfter('2026-06-01', 1)).toMatchObject({
      calendarRevisions: ['2026·国办发明电〔2025〕7号'],
      span: { count: 1, unit: 'workingDay' },
      basis: { proposal: true },
    });
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%d 天不是期限，是方案写错了', (count) => {
    expect(() => deadline('2026-06-01', count)).toThrow(RangeError);
  });
});

describe('节假日和调休', () => {
  it.each([
    ['平常的一周', '2026-11-16', 1, '2026-11-17'],
    ['周五的一个工作日到周一', '2026-11-20', 1, '2026-11-23'],
    ['周六提交的也是', '2026-11-21', 1, '2026-11-23'],
    ['春节前的调休周六 2026-02-14 要上班', '2026-02-13', 1, '2026-02-14'],
    ['跨春节 9 天假', '2026-02-14', 1, '2026-02-24'],
    ['春节里提交', '2026-02-17', 1, '2026-02-24'],
    ['春节后的调休周六 2026-02-28 要上班', '2026-02-24', 4, '2026-02-28'],
    ['调休周六之后的周日照常休息', '2026-02-24', 5, '2026-03-02'],
    ['元旦后的调休周日 2026-01-04 要上班', '2025-12-31', 1, '2026-01-04'],
    ['国庆前的调休周日 2026-09-20 要上班', '2026-09-18', 1, '2026-09-20'],
    ['跨中秋', '2026-09-24', 1, '2026-09-28'],
    ['跨国庆，国庆后的调休周六 2026-10-10 要上班', '2026-09-30', 3, '2026-10-10'],
    ['除夕 2024-02-09 照通知要上班', '2024-02-08', 1, '2024-02-09'],
    ['闰日 2024-02-29 是一天', '2024-02-28', 1, '2024-02-29'],
  ])('%s：%s 起 %i 个工作日到 %s', (_, from, count, due) => {
    expect(dayOf(dueAfter(from, count).dueAt)).toBe(due);
  });

  it.each([
    ['第 7 天是平日', '2026-11-16', 7, '2026-11-23'],
    ['第 7 天是周六，顺延到周一', '2026-11-14', 7, '2026-11-23'],
    ['第 7 天在国庆里，顺延到节后', '2026-09-25', 7, '2026-10-08'],
    ['第 7 天是调休上班的周六，就到那天', '2026-10-03', 7, '2026-10-10'],
    ['期间里的休息日照数', '2026-02-13', 14, '2026-02-27'],
  ])('自然日：%s', (_, from, count, due) => {
    expect(dayOf(dueAfter(from, count, 'naturalDay').dueAt)).toBe(due);
  });

  it('说得出每一天为什么不数', () => {
    const { counted, skipped } = dueAfter('2026-09-30', 3);
    expect(counted).toEqual(['2026-10-08', '2026-10-09', '2026-10-10']);
    expect(skipped).toEqual(between('2026-09-30', '2026-10-07').map((day) => ({ day, why: '国庆节' })));
    expect(dueAfter('2026-11-20', 1).skipped).toEqual([
      { day: '2026-11-21', why: '周末' },
      { day: '2026-11-22', why: '周末' },
    ]);
  });
});

describe('没有公布放假安排的年份', () => {
  it('不到年底的还算得出', () => {
    expect(dayOf(dueAfter('2026-12-30', 1).dueAt)).toBe('2026-12-31');
  });

  it.each([
    ['2026-12-30', 2],
    ['2026-12-31', 1],
    ['2026-12-25', 5],
    ['2027-03-01', 1],
  ])('%s 起 %i 个工作日要用到 2027 年：不猜', (from, count) => {
    expect(deadline(from, count)).toEqual(NOT_CONFIRMED);
    expect(deadline(from, count + 5, 'naturalDay')).toEqual(NOT_CONFIRMED);
  });

  it('暂定的安排不能拿来算期限', () => {
    const provisional = rules.calendar.map((year): CalendarYear => ({ ...year, status: 'provisional' }));
    expect(isWorkingDay('2026-11-23', provisional)).toEqual(NOT_CONFIRMED);
  });
});

describe('还剩多少时间', () => {
  const due = instantOf('2026-11-25', '17:30');
  const remaining = (day: Day, time: string, dueAt = due) => remainingUntil(dueAt, instantOf(day, time), rules);

  it.each([
    ['两天前的下午', '2026-11-23', '14:30', { late: false, workingDays: 2, hours: 3 }],
    ['前一天的周末不算', '2026-11-21', '10:00', { late: false, workingDays: 3, hours: 0 }],
    ['周五下班以后', '2026-11-20', '18:00', { late: false, workingDays: 3, hours: 0 }],
    ['当天上班前', '2026-11-25', '07:00', { late: false, workingDays: 0, hours: 9 }],
    ['当天下午', '2026-11-25', '14:00', { late: false, workingDays: 0, hours: 3 }],
    ['最后一小时', '2026-11-25', '16:31', { late: false, workingDays: 0, hours: 0 }],
    ['到点的那一刻还不算超期', '2026-11-25', '17:30', { late: false, workingDays: 0, hours: 0 }],
    ['刚过', '2026-11-25', '17:31', { late: true, workingDays: 0, hours: 0 }],
    ['超了两个工作日', '2026-11-27', '09:00', { late: true, workingDays: 2, hours: 0 }],
    ['超期里的周末不算', '2026-11-29', '09:00', { late: true, workingDays: 2, hours: 0 }],
  ])('%s', (_, day, time, left) => {
    expect(remaining(day, time)).toEqual(left);
  });

  it('跨春节只数上班的日子', () => {
    expect(remaining('2026-02-13', '17:30', instantOf('2026-02-25', '17:30'))).toEqual({
      late: false,
      workingDays: 3,
      hours: 0,
    });
  });

  it('要用到没有公布的年份：几个工作日说不知道，超没超期照样知道', () => {
    const unknown = { workingDays: null, hours: 0 };
    expect(remaining('2027-01-05', '09:00', instantOf('2026-12-31', '17:30'))).toEqual({ late: true, ...unknown });
    expect(remaining('2027-01-05', '09:00', instantOf('2027-01-06', '17:30'))).toEqual({ late: false, ...unknown });
  });

  it('刚起算的工作日期限，剩下的正好是期限的天数', () => {
    fc.assert(
      fc.property(anyDeadline, ({ dueAt, startedAt, span }) => {
        const left = remainingUntil(dueAt, startedAt, rules);
        if (span.unit === 'workingDay' && dayOf(startedAt) >= '2024-01-01') {
          expect(left).toMatchObject({ late: false, workingDays: span.count });
        }
      }),
    );
  });

  it('never grows as time passes, and is late exactly after the deadline', () => {
    const anyStep = fc.integer({ min: 0, max: 20 * 24 }).map((hours) => hours * HOUR);
    fc.assert(
      fc.property(anyDeadline, anyStep, anyStep, ({ dueAt }, before, step) => {
        const first = remainingUntil(dueAt, dueAt - before - step, rules);
        const second = remainingUntil(dueAt, dueAt - before, rules);
        expect([first.late, second.late]).toEqual([false, false]);
        expect(remainingUntil(dueAt, dueAt + 1, rules).late).toBe(true);
        if (first.workingDays === null || second.workingDays === null) return;
        expect(first.workingDays).toBeGreaterThanOrEqual(second.workingDays);
      }),
    );
  });
});
