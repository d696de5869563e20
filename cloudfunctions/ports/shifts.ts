import type { Shift } from '@shared/domain/shift';
import type { Instant } from '@shared/kernel/time';

/** 班次. A window names the shift of who stands there now; what was before is here. */
export type Shifts = {
  /** The one that runs: a person has at most one. */
  runningOf(staffId: string): Promise<Shift | undefined>;
  /** False when this person has a running shift already. */
  begin(shift: Shift): Promise<boolean>;
  /** Nothing happens to one that has ended. */
  end(shiftId: string, at: Instant): Promise<void>;
  /** Running ones that began before that moment, longest first. */
  begunBefore(moment: Instant, limit: number): Promise<readonly Shift[]>;
};
