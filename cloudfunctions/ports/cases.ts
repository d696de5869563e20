import type { Service, ServiceCase } from '@shared/domain/service-case';
import type { Instant } from '@shared/kernel/time';

export type WaitingService = Service & { readonly caseNo: string; readonly itemCode: string };

/** 办件 */
export type Cases = {
  find(caseNo: string): Promise<ServiceCase | undefined>;
  /** Services of this applicant that may be rated and are not, newest first, at most 20; of one window when named. */
  waitingFor(applicantRef: string, now: Instant, windowId?: string): Promise<readonly WaitingService[]>;
};
