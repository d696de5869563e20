import type { ServiceWindow } from '@shared/domain/organization';
import { endedAt, type Shift } from '@shared/domain/shift';
import { dayOf, instantOf } from '@shared/kernel/time';
import type { Job } from '../../ports/context';

const BATCH = 50;

/**
 * 忘了下岗: nobody serves through the night. Whoever stands at a window by a shift of an earlier day leaves it, and the shift has
 * ended with its day; who stands there as the directory was imported stays.
 */
export const endShifts: Job = async ({ now, shifts, windowRegister }) => {
  const end = async (shift: Shift): Promise<void> => {
    const isHis = ({ onDuty }: ServiceWindow) => onDuty?.shiftId === shift._id;
    const window = await windowRegister.find(shift.windowId);
    if (window && isHis(window)) await windowRegister.changeDuty(window, null);
    await shifts.end(shift._id, endedAt(shift, now));
  };
  const forgotten = await shifts.begunBefore(instantOf(dayOf(now), '00:00'), BATCH);
  const settled = await Promise.allSettled(forgotten.map(end));
  const done = settled.filter(({ status }) => status === 'fulfilled').length;
  return { done, left: forgotten.length - done };
};
