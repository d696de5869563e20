import type { OpenedForm } from '@shared/domain/opened-form';
import type { Subject } from '@shared/domain/subject';
import { dayOf } from '@shared/kernel/time';
import type { Context } from '../../ports/context';
import type { DescribedWindow } from '../window/describe-window';
import type { RatedService } from './find-service';
import { whoServed } from './who-served';

/** 评价对象, on the day of the service; of a walk-in on the day on which its form was opened. */
export const subjectOf = async (
  rated: RatedService,
  { center, unit, place }: DescribedWindow,
  opened: OpenedForm | null,
  context: Context,
): Promise<Subject> => {
  const { service, window } = rated;
  const staff = await whoServed(rated, opened, context);
  const [item] = service ? await context.directory.items([service.itemCode]) : [];
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
    servedOn: dayOf(service?.at ?? opened?.openedAt ?? context.now),
    names: {
      center: center.name,
      window: window.name,
      unit: unit.name,
      staff: staff?.name ?? null,
      item: item?.name ?? null,
    },
  };
};
