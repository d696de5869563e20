import { beginShift, endedAt, isForgotten, onDutyBy, servedUnits } from '@shared/domain/shift';
import { instantOf } from '@shared/kernel/time';

const MEMBER = { _id: 'clerk', name: '某某', workNo: '001' };
const MORNING = instantOf('2026-11-24', '08:30');

describe('班次', () => {
  it('begins with the names of the day, and runs', () => {
    const shift = beginShift('one', 'w1', MEMBER, MORNING);
    expect(shift).toMatchObject({ staffId: 'clerk', name: '某某', from: MORNING, until: null });
    expect(onDutyBy(shift)).toEqual({ staffId: 'clerk', name: '某某', workNo: '001', shiftId: 'one' });
  });

  it('is forgotten from the first moment of the next day of China, and has ended with its own', () => {
    const [lastMoment, nextDay] = [instantOf('2026-11-25', '00:00') - 1, instantOf('2026-11-25', '00:00')];
    const shift = { from: MORNING };
    expect([isForgotten(shift, lastMoment), isForgotten(shift, nextDay)]).toEqual([false, true]);
    expect([endedAt(shift, lastMoment), endedAt(shift, nextDay + 1)]).toEqual([lastMoment, nextDay]);
  });

  it('may be at the windows of his own unit, and of those where he is a clerk; no other role opens one', () => {
    const grants = [
      { role: 'clerk', orgId: 'town' },
      { role: 'liaison', orgId: 'elsewhere' },
      { role: 'clerk', orgId: 'own' },
    ] as const;
    expect(servedUnits({ orgId: 'own', grants })).toEqual(['own', 'town']);
  });
});
