import type { startShift as contract } from '@shared/contracts/shift';
import type { ServiceWindow } from '@shared/domain/organization';
import { beginShift, isForgotten, onDutyBy, type Shift, servedUnits } from '@shared/domain/shift';
import { ok, type Result, refuse } from '@shared/kernel/result';
import type { OfficialContext, OfficialUseCase } from '../../ports/context';
import { leaveWindows } from './leave-windows';

const TRIES = 5;
const ID_LENGTH = 16;

type Parts = Pick<OfficialContext, 'actor' | 'now' | 'shifts' | 'windowRegister'>;
type Started = Result<{ since: number }, 'shift.windowNotYours' | 'shift.startedMeanwhile'>;

const windowFor = async (
  windowId: string,
  { actor, windowRegister }: Parts,
): Promise<Result<ServiceWindow, 'shift.windowNotYours'>> => {
  const window = await windowRegister.find(windowId);
  const units = actor.staff ? servedUnits(actor.staff) : [];
  return window && units.includes(window.orgId) ? ok(window) : refuse('shift.windowNotYours');
};

/** The same person was first at this moment, by a second tap or on another phone. */
const startedMeanwhile = async ({ staffId, windowId }: Shift, { shifts }: Parts): Promise<Started> => {
  const other = await shifts.runningOf(staffId);
  return other?.windowId === windowId ? ok({ since: other.from }) : refuse('shift.startedMeanwhile');
};

/**
 * Puts him in the place of whoever stands there, and ends that one's shift. Of two who come at once the later one stays. Whose
 * own shift was ended meanwhile from another phone gives the place back.
 */
const takeOver = async (shift: Shift, context: Parts): Promise<Started> => {
  const { now, shifts, windowRegister } = context;
  const onDutyNow = onDutyBy(shift);
  for (let i = 0; i < TRIES; i++) {
    const window = await windowFor(shift.windowId, context);
    if (!window.ok) return window;
    const { onDuty } = window.value;
    if (!(await windowRegister.changeDuty(window.value, onDutyNow))) continue;
    if ((await shifts.runningOf(shift.staffId))?._id !== shift._id) {
      const before = onDuty?.staffId === shift.staffId ? null : onDuty;
      await windowRegister.changeDuty({ ...window.value, onDuty: onDutyNow }, before);
      return startedMeanwhile(shift, context);
    }
    if (onDuty?.shiftId !== undefined) await shifts.end(onDuty.shiftId, now);
    return ok({ since: shift.from });
  }
  throw new Error('shift: others were first too often');
};

/**
 * 上岗. The shift is written before the window names it, so that whoever takes over finds it to end it; broken off in between,
 * the same again ends it and begins another.
 */
export const startShift: OfficialUseCase<typeof contract> = async ({ windowId }, context) => {
  const { actor, chance, now, shifts } = context;
  if (!actor.staff) return refuse('request.forbidden');
  const window = await windowFor(windowId, context);
  if (!window.ok) return window;
  const running = await shifts.runningOf(actor.staff._id);
  const isThere = running !== undefined && running._id === window.value.onDuty?.shiftId;
  if (isThere && !isForgotten(running, now)) return ok({ since: running.from });
  await leaveWindows(actor.staff._id, context, windowId);
  const shift = beginShift(chance.readableCode(ID_LENGTH), windowId, actor.staff, now);
  return (await shifts.begin(shift)) ? takeOver(shift, context) : startedMeanwhile(shift, context);
};
