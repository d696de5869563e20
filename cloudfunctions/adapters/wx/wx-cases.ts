import type { Service, ServiceCase } from '@shared/domain/service-case';
import type { Cases } from '../../ports/cases';
import { collection, command, rowOf } from './wx-cloud';

/** Newest cases of one applicant that are looked at; a busy agent's older ones are rated from their own codes. */
const CASES_LOOKED_AT = 100;
const SERVICES_SHOWN = 20;

type Unwound = Omit<ServiceCase, 'services'> & { readonly services: Service };

const at = (windowId: string | undefined) => (windowId === undefined ? {} : { 'services.windowId': windowId });

export const wxCases: Cases = {
  find: (caseNo) => rowOf<ServiceCase>('cases', caseNo),
  forgetApplicant: async (ref) => {
    await collection('cases')
      .where({ applicantRefs: ref })
      .update({ data: { applicantRefs: command.pull(ref) } });
  },
  waitingFor: async (applicantRefs, now, windowId) => {
    const found = (await collection('cases')
      .aggregate()
      .match({
        applicantRefs: applicantRefs.length === 1 ? applicantRefs[0] : command.in([...applicantRefs]),
        ratableFrom: command.lte(now),
        ...at(windowId),
      })
      .sort({ finishedAt: -1 })
      .limit(CASES_LOOKED_AT)
      .unwind('$services')
      .match(at(windowId))
      .lookup({ from: 'ratings', localField: 'services.key', foreignField: '_id', as: 'rating' })
      .match({ rating: command.size(0) })
      .sort({ 'services.at': -1 })
      .limit(SERVICES_SHOWN)
      .end()) as { list: Unwound[] };
    return found.list.map(({ _id, itemCode, services }) => ({ ...services, caseNo: _id, itemCode }));
  },
};
