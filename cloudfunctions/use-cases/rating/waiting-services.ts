import type { openWindow } from '@shared/contracts/citizen';
import type { OutputOf } from '@shared/contracts/contract';
import type { WaitingService } from '../../ports/cases';
import type { Directory } from '../../ports/directory';

type RatableService = OutputOf<typeof openWindow>['services'][number];

/** 待评价 with the names that people know; the directory answers three questions at most, whatever their number. */
export const waitingServices = async (
  waiting: readonly WaitingService[],
  directory: Directory,
): Promise<RatableService[]> => {
  if (waiting.length === 0) return [];
  const [windows, items] = await Promise.all([
    directory.windows(waiting.map((service) => service.windowId)),
    directory.items(waiting.map((service) => service.itemCode)),
  ]);
  const orgs = await directory.orgs(windows.flatMap((window) => [window.centerId, window.orgId]));
  return waiting.flatMap(({ key, caseNo, name, at, windowId, itemCode, staffName }) => {
    const window = windows.find((one) => one._id === windowId);
    const center = orgs.find((org) => org._id === window?.centerId);
    // A service whose window has left the directory cannot be rated; the rest of the list can.
    if (!window || !center) return [];
    const unit = orgs.find((org) => org._id === window.orgId)?.name ?? '';
    const item = items.find((one) => one._id === itemCode)?.name ?? '';
    const where = { place: center.place, center: center.name, window: window.name, unit };
    return [{ key, caseNo, name, item, ...where, staff: staffName, at }];
  });
};
