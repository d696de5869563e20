import type { Day } from '../kernel/time';
import type { PlaceId } from './organization';

/** What was rated, with the names as they were that day: a later renaming changes no history. */
export type Subject = {
  readonly place: PlaceId;
  readonly orgId: string;
  readonly orgPath: readonly string[];
  readonly centerId: string;
  readonly windowId: string;
  readonly staffId: string | null;
  readonly itemCode: string | null;
  readonly caseNo: string | null;
  readonly serviceNo: number | null;
  /** The day of the service; of one without a case the day on which its form was opened. The figures count it there. */
  readonly servedOn: Day;
  readonly names: {
    readonly center: string;
    readonly window: string;
    readonly unit: string;
    readonly staff: string | null;
    readonly item: string | null;
  };
};
