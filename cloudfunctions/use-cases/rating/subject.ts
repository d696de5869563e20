import type { Subject } from '@shared/domain/subject';
import { dayOf, type Instant } from '@shared/kernel/time';
import type { Directory } from '../../ports/directory';
import type { DescribedWindow } from '../window/describe-window';
import type { RatedService } from './find-service';

/** 评价对象. Who served is the clerk of the case's own record, else the one on duty at the window now. */
export const subjectOf = async (
  { service, window }: RatedService,
  { center, unit, place }: DescribedWindow,
  directory: Directory,
  now: Instant,
): Promise<Subject> => {
  const staff = service ? { staffId: service.staffId, name: service.staffName } : window.onDuty;
  const [item] = service ? await directory.items([service.itemCode]) : [];
  return {
    place,
    orgId: window.orgId,
    orgPath: window.orgPath,
    centerId: window.centerId,
    windowId: window._id,
    staffId: staff?.staffId ?? null,
    itemCode: service?.itemCode ?? null,
    caseNo: service?.caseNo ?? null,
    serviceNo: service?.serviceNo ?? null,
    servedOn: dayOf(service?.at ?? now),
    names: {
      center: center.name,
      window: window.name,
      unit: unit.name,
      staff: staff?.name ?? null,
      item: item?.name ?? null,
    },
  };
};
