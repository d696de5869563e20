import { deadlineAfter, type Span } from '@shared/domain/working-time';
import { cite, clause } from '@shared/kernel/clause';
import { type Day, type Instant, instantOf } from '@shared/kernel/time';
import { year2024 } from '@shared/policy/calendar/2024';
import { year2025 } from '@shared/policy/calendar/2025';
import { year2026 } from '@shared/policy/calendar/2026';
import { national } from '@shared/policy/profiles/national';

const rules = national.workingTime;
const spans = (['workingDay', 'naturalDay'] as const).map((unit) =>
  Array.from({ length: 31 }, (_, count) => clause({ count, unit }, cite('试验', '试验'))),
);
const spanOf = (count: number, unit: Span['unit']) => {
  const span = spans[unit === 'workingDay' ? 0 : 1]?.[count];
  if (!span) throw new RangeError(`not a span of this test: ${count}`);
  return span;
};

// The oracle: days are numbers from Monday 1 January 2024 on, and a row of marks says which of them are worked. It shares
// nothing with the code under test but the notices' own dates.
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const FIRST = Date.UTC(2024, 0, 1);
const DAYS = 366 + 365 + 365;
const numberOf = (day: Day): number => (Date.parse(`${day}T00:00:00Z`) - FIRST) / DAY;

/** 17:30 in China, which stands eight hours before Greenwich. */
const endOf = (n: number): Instant => FIRST + n * DAY + (17.5 - 8) * 60 * MINUTE;

const isWorked: boolean[] = Array.from({ length: DAYS }, (_, n) => n % 7 < 5);
for (const { holidays, makeUpDays } of [year2024, year2025, year2026]) {
  for (const day of Object.keys(makeUpDays)) isWorked[numberOf(day)] = true;
  for (const day of Object.keys(holidays)) isWorked[numberOf(day)] = false;
}

/** The number of the last day, or null where it lies beyond the tables. */
const oracle = (from: Instant, count: number, unit: Span['unit']): number | null => {
  let day = Math.floor((from + 8 * 60 * MINUTE - FIRST) / DAY);
  if (unit === 'naturalDay') {
    day += count;
    while (day < DAYS && !isWorked[day]) day++;
  } else {
    for (let left = count; left > 0 && day < DAYS; ) if (isWorked[++day]) left--;
  }
  return day < DAYS ? day : null;
};

/** Always the same row of numbers, so that a failure can be run again. */
const dice = (seed: number) => {
  let state = seed;
  return (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
};

it('100,000 random spans agree with a brute-force walk over the notices', () => {
  const roll = dice(20_260_101);
  const firstMinute = instantOf('2023-12-31', '00:00');
  const minutes = (instantOf('2026-12-31', '23:59') - firstMinute) / MINUTE + 1;
  const wrong: object[] = [];
  let refused = 0;
  for (let n = 0; n < 100_000; n++) {
    const from = firstMinute + roll(minutes) * MINUTE;
    const unit = roll(2) === 0 ? 'workingDay' : 'naturalDay';
    // Most spans of the law are short; now and then a long one crosses several holidays.
    const count = 1 + roll(roll(20) === 0 ? 30 : 5);
    const expected = oracle(from, count, unit);
    const answer = deadlineAfter(from, spanOf(count, unit), rules);
    const dueAt = answer.ok ? answer.value.dueAt : null;
    if (expected === null) refused++;
    if (dueAt !== (expected === null ? null : endOf(expected))) {
      wrong.push({ from: new Date(from).toISOString(), count, unit, dueAt, expected });
    }
  }
  expect(wrong).toEqual([]);
  expect(refused).toBeGreaterThan(0);
});

// By hand, from the three notices: 国办发明电〔2023〕7号、〔2024〕12号、〔2025〕7号. “调休” is a weekend day that is worked.
describe('照着国务院办公厅的通知用手数出来的', () => {
  it.each<[string, Day, string, number, Span['unit'], Day | null]>([
    // 2024: 春节 2月10日（周六）至17日，2月4日（周日）、18日（周日）上班。
    ['2024春节前一个周日上班', '2024-02-02', '17:00', 1, 'workingDay', '2024-02-04'],
    ['2024春节：8日、9日，接着18日（周日）、19日、20日', '2024-02-07', '09:00', 5, 'workingDay', '2024-02-20'],
    ['2024春节里到期的自然日，到节后上班的周日', '2024-02-09', '09:00', 7, 'naturalDay', '2024-02-18'],
    // 2024: 清明 4月4日至6日，7日（周日）上班；劳动节 5月1日至5日，4月28日（周日）、5月11日（周六）上班。
    ['2024清明后的周日上班', '2024-04-03', '23:59', 1, 'workingDay', '2024-04-07'],
    ['2024劳动节前后两个调休：28日、29日、30日、6日至11日', '2024-04-26', '10:00', 9, 'workingDay', '2024-05-11'],
    // 2024: 中秋 9月15日至17日，14日（周六）上班；国庆 10月1日至7日，9月29日（周日）、10月12日（周六）上班。
    ['2024中秋前后：13日、14日、18日、19日、20日', '2024-09-12', '10:00', 5, 'workingDay', '2024-09-20'],
    ['2024国庆前后两个调休：29日、30日、8日至12日', '2024-09-28', '10:00', 7, 'workingDay', '2024-10-12'],
    ['2024国庆：自然日第3天在节里，到8日', '2024-09-30', '08:00', 3, 'naturalDay', '2024-10-08'],
    // 2025: 元旦 1月1日（周三）一天，不调休。
    ['跨到2025：31日、2日、3日', '2024-12-30', '00:00', 3, 'workingDay', '2025-01-03'],
    // 2025: 春节 1月28日（除夕）至2月4日，1月26日（周日）、2月8日（周六）上班。
    ['2025春节：26日（周日）、27日、5日、6日、7日、8日（周六）', '2025-01-24', '10:00', 6, 'workingDay', '2025-02-08'],
    ['2025春节后：调休的周六过了，周日照休', '2025-02-07', '10:00', 2, 'workingDay', '2025-02-10'],
    // 2025: 劳动节 5月1日至5日，4月27日（周日）上班，后面没有调休。
    ['2025劳动节：27日（周日）至30日、6日', '2025-04-25', '10:00', 5, 'workingDay', '2025-05-06'],
    // 2025: 端午 5月31日（周六）至6月2日（周一），不调休。
    ['2025端午：自然日第1天是端午，到3日', '2025-05-30', '17:31', 1, 'naturalDay', '2025-06-03'],
    // 2025: 国庆、中秋 10月1日至8日，9月28日（周日）、10月11日（周六）上班。
    [
      '2025国庆中秋：28日（周日）、29日、30日、9日、10日、11日（周六）',
      '2025-09-27',
      '10:00',
      6,
      'workingDay',
      '2025-10-11',
    ],
    ['2025国庆中秋里提交，自然日第8天是周日，到周一', '2025-10-04', '10:00', 8, 'naturalDay', '2025-10-13'],
    // 2026: 元旦 1月1日至3日，4日（周日）上班。
    ['跨到2026：31日、4日（周日）、5日', '2025-12-30', '18:00', 3, 'workingDay', '2026-01-05'],
    // 2026: 春节 2月15日至23日，14日（周六）、28日（周六）上班。
    ['2026春节：13日、14日（周六）、24日至28日（周六）、2日', '2026-02-12', '10:00', 8, 'workingDay', '2026-03-02'],
    // 2026: 劳动节 5月1日至5日，9日（周六）上班。
    ['2026劳动节：30日、6日、7日、8日、9日（周六）', '2026-04-29', '10:00', 5, 'workingDay', '2026-05-09'],
    // 2026: 国庆 10月1日至7日，9月20日（周日）、10月10日（周六）上班；中秋 9月25日（周五）至27日。
    ['2026中秋到国庆：24日、28日至30日、8日至10日（周六）', '2026-09-23', '10:00', 7, 'workingDay', '2026-10-10'],
    // 2027 is announced by nobody yet.
    ['2026年最后一天到期', '2026-12-24', '23:59', 5, 'workingDay', '2026-12-31'],
    ['自然日正好到2026年最后一天', '2026-12-24', '10:00', 7, 'naturalDay', '2026-12-31'],
    ['再多一天就要用到2027年：不猜', '2026-12-24', '10:00', 6, 'workingDay', null],
    ['自然日也不猜', '2026-12-31', '00:00', 1, 'naturalDay', null],
  ])('%s', (_, day, time, count, unit, due) => {
    const answer = deadlineAfter(instantOf(day, time), spanOf(count, unit), rules);
    if (due === null) expect(answer).toEqual({ ok: false, code: 'calendar.yearNotConfirmed' });
    else expect(answer).toMatchObject({ ok: true, value: { dueAt: instantOf(due, '17:30') } });
  });
});
