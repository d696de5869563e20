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
  const centers = await directory.orgs(windows.map((window) => window.centerId));
  return waiting.flatMap(({ key, caseNo, name, at, windowId, itemCode }) => {
    const window = windows.find((one) => one._id === windowId);
    if (!window) return [];
    const center = centers.find((org) => org._id === window.centerId)?.name ?? '';
    const item = items.find((one) => one._id === itemCode)?.name ?? '';
    return [{ key, caseNo, name, item, center, window: window.name, at }];
  });
};
