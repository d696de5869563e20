import { type CalendarYear, isWorkingDay } from '@shared/domain/working-time';
import { addDays, type Day, isWeekend, yearOf } from '@shared/kernel/time';
import { year2024 } from '@shared/policy/calendar/2024';
import { year2025 } from '@shared/policy/calendar/2025';
import { year2026 } from '@shared/policy/calendar/2026';
import { daysOff } from '@shared/policy/calendar/days-off';
import chineseDays from 'chinese-days/dist/chinese-days.json';
import { LegalHoliday } from 'tyme4ts';

const CALENDAR = [year2024, year2025, year2026];

const daysOf = ({ year }: CalendarYear): Day[] => {
  const days: Day[] = [];
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1)) days.push(day);
  return days;
};

// Its table, not its functions: those take a wrong day on a machine that stands west of Greenwich.
const worksByChineseDays = (day: Day): boolean =>
  Object.hasOwn(chineseDays.workdays, day) || (!Object.hasOwn(chineseDays.holidays, day) && !isWeekend(day));

const worksByTyme = (day: Day): boolean => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return LegalHoliday.fromYmd(year, month, date)?.isWork() ?? !isWeekend(day);
};

describe.each(CALENDAR)('放假调休 $year', (year) => {
  it('两个独立的日历都同意每一天上班还是放假', () => {
    for (const day of daysOf(year)) {
      const ours = isWorkingDay(day, CALENDAR);
      expect({ day, ours }).toEqual({ day, ours: { ok: true, value: worksByChineseDays(day) } });
      expect({ day, ours }).toEqual({ day, ours: { ok: true, value: worksByTyme(day) } });
    }
  });

  it('每个放假日和调休日都有这一年里的日期和节日名称', () => {
    const named = Object.entries({ ...year.holidays, ...year.makeUpDays });
    for (const [day, name] of named) {
      expect(daysOf(year)).toContain(day);
      expect(name).toMatch(/节|元旦/);
    }
  });

  it('调休上班的只是周末，并且为本年的一个节日补班', () => {
    const names = Object.values(year.holidays);
    for (const [day, name] of Object.entries(year.makeUpDays)) {
      expect({ day, weekend: isWeekend(day) }).toEqual({ day, weekend: true });
      expect(year.holidays[day]).toBeUndefined();
      expect(names).toContain(name);
    }
  });

  it('写明国务院办公厅通知的文号，修订标识也带着它', () => {
    const number = /国办发明电〔\d{4}〕\d+号/.exec(year.source.document)?.[0];
    expect(number).toBeDefined();
    expect(year.revision).toBe(`${year.year}·${number}`);
    expect(year.status).toBe('confirmed');
  });
});

it('daysOff counts both ends, and one day alone', () => {
  expect(daysOff('春节', '2026-02-27', '2026-03-02')).toEqual({
    '2026-02-27': '春节',
    '2026-02-28': '春节',
    '2026-03-01': '春节',
    '2026-03-02': '春节',
  });
  expect(daysOff('元旦', '2025-01-01')).toEqual({ '2025-01-01': '元旦' });
});

it('2027 年的放假安排没有公布：不猜', () => {
  expect(isWorkingDay('2027-01-01', CALENDAR)).toEqual({ ok: false, code: 'calendar.yearNotConfirmed' });
});
