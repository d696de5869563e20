import type { Service, ServiceCase } from '@shared/domain/service-case';
import type { Instant } from '@shared/kernel/time';

export type WaitingService = Service & { readonly caseNo: string; readonly itemCode: string };

/** 办件 */
export type Cases = {
  /** Nobody finds his cases by this reference any more. */
  forgetApplicant(ref: string): Promise<void>;
  find(caseNo: string): Promise<ServiceCase | undefined>;
  /** Services of whoever has one of these blind references that may be rated and are not, newest first, at most 20; of one window when named. */
  waitingFor(applicantRefs: readonly string[], now: Instant, windowId?: string): Promise<readonly WaitingService[]>;
};
