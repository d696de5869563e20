import type { showShift as contract } from '@shared/contracts/shift';
import type { ServiceWindow } from '@shared/domain/organization';
import { servedUnits } from '@shared/domain/shift';
import { ok, refuse } from '@shared/kernel/result';
import type { OfficialUseCase } from '../../ports/context';

/** 我的岗位 */
export const showShift: OfficialUseCase<typeof contract> = async (_input, context) => {
  const { actor, directory, shifts, windowRegister } = context;
  if (!actor.staff) return refuse('request.forbidden');
  const { _id: staffId } = actor.staff;
  const [standing, running, windows] = await Promise.all([
    windowRegister.servedBy(staffId),
    shifts.runningOf(staffId),
    windowRegister.ofUnits(servedUnits(actor.staff)),
  ]);
  const centers = await directory.orgs([...standing, ...windows].map(({ centerId }) => centerId));
  const named = ({ _id, name, centerId }: ServiceWindow) => ({
    windowId: _id,
    window: name,
    center: centers.find((center) => center._id === centerId)?.name ?? '',
  });
  const [window] = standing;
  const isHisShift = window?.onDuty?.shiftId !== undefined && window.onDuty.shiftId === running?._id;
  return ok({
    current: window ? { ...named(window), since: isHisShift ? running.from : null } : null,
    windows: windows.map((one) => ({
      ...named(one),
      onDuty: one.onDuty && {
        ...{ name: one.onDuty.name, workNo: one.onDuty.workNo },
        isMe: one.onDuty.staffId === staffId,
      },
    })),
  });
};
