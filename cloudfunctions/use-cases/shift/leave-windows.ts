import type { ServiceWindow } from '@shared/domain/organization';
import { endedAt } from '@shared/domain/shift';
import type { Context } from '../../ports/context';

/** Ends this person's shift, and takes him off every window but the one to which he comes. Broken off, the same again finishes it. */
export const leaveWindows = async (
  staffId: string,
  { now, shifts, windowRegister }: Pick<Context, 'now' | 'shifts' | 'windowRegister'>,
  exceptWindowId?: string,
): Promise<void> => {
  const [standing, running] = await Promise.all([windowRegister.servedBy(staffId), shifts.runningOf(staffId)]);
  // Not written when somebody has taken over meanwhile: then it is his place.
  const leave = (window: ServiceWindow) => windowRegister.changeDuty(window, null);
  await Promise.all(standing.filter(({ _id }) => _id !== exceptWindowId).map(leave));
  if (!running) return;
  await shifts.end(running._id, endedAt(running, now));
  // On another phone he may have come to his place only now, before he could see that this shift is over.
  const late = running.windowId === exceptWindowId ? undefined : await windowRegister.find(running.windowId);
  if (late?.onDuty?.shiftId === running._id) await leave(late);
};
