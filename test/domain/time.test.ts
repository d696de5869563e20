import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { addDays, dayOf, instantOf, isWeekend, sayDay, sayMoment, yearOf } from '@shared/kernel/time';
import fc from 'fast-check';

const anyMoment = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) });
const anyDay = anyMoment.map(dayOf);

describe('中国的日子', () => {
  it('午夜换日，不管世界上别处几点', () => {
    expect(dayOf(Date.UTC(2026, 10, 22, 15, 59, 59, 999))).toBe('2026-11-22');
    expect(dayOf(Date.UTC(2026, 10, 22, 16, 0, 0))).toBe('2026-11-23');
  });

  it('a moment lies in its own day', () => {
    fc.assert(
      fc.property(anyMoment, (at) => {
        const day = dayOf(at);
        expect(instantOf(day, '00:00')).toBeLessThanOrEqual(at);
        expect(instantOf(addDays(day, 1), '00:00')).toBeGreaterThan(at);
      }),
    );
  });

  it('the start of a day is that day, and every day has 24 hours', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayOf(instantOf(day, '00:00'))).toBe(day);
        expect(dayOf(instantOf(day, '23:59'))).toBe(day);
        expect(instantOf(addDays(day, 1), '00:00') - instantOf(day, '00:00')).toBe(24 * 3_600_000);
      }),
    );
  });

  it('days are added and taken away alike, over months, years and leap days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (day, days) => {
        expect(addDays(addDays(day, days), -days)).toBe(day);
      }),
    );
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(yearOf('2026-12-31')).toBe(2026);
  });

  it('two days of seven are the weekend', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const week = Array.from({ length: 7 }, (_, i) => isWeekend(addDays(day, i)));
        expect(week.filter(Boolean)).toHaveLength(2);
      }),
    );
    expect([isWeekend('2026-11-20'), isWeekend('2026-11-21'), isWeekend('2026-11-22')]).toEqual([false, true, true]);
  });

  it('说得像人话', () => {
    expect(sayMoment(instantOf('2026-11-04', '07:05'))).toBe('11月4日 07:05');
    expect(sayDay('2026-01-04')).toBe('2026年1月4日');
  });

  it.each([
    ['2026-1-1', '08:30'],
    ['20260101', '08:30'],
    ['2026-13-01', '08:30'],
    ['2026-02-30', '08:30'],
    ['2026-01-01', '25:00'],
    ['2026-01-01', '8:30'],
    ['', ''],
  ])('%j %j 不是日子和时间', (day, time) => {
    expect(() => instantOf(day, time)).toThrow(RangeError);
  });
});

describe('机器所在的时区', () => {
  const said = async (TZ: string): Promise<string> => {
    const script = `${__dirname}/moments-in-china.ts`;
    const env = { ...process.env, TZ };
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], { env });
    return stdout;
  };

  it('does not matter where the cloud or the phone stands', async () => {
    const [utc, ...others] = await Promise.all(['UTC', 'Asia/Shanghai', 'Pacific/Apia', 'Asia/Kolkata'].map(said));
    expect(utc).toContain('2026-12-31 12月31日 23:00');
    for (const other of others) expect(other === utc).toBe(true);
  }, 60_000);

  it('nor about the night when clocks abroad change to summer time', async () => {
    const [utc, newYork] = await Promise.all(['UTC', 'America/New_York'].map(said));
    expect(newYork === utc).toBe(true);
  }, 60_000);
});
