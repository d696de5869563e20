import type { Limit, LimitedThing } from '@shared/domain/limit';
import type { Instant } from '@shared/kernel/time';

/** 次数限制. `who` is a blind reference or an id of ours, never a name, a number or a network address. */
export type Limits = {
  /** Counts one more of this; false when it was the one too many. */
  take(what: LimitedThing, who: string, limit: Limit, now: Instant): Promise<boolean>;
  /** Takes one back that turned out not to count. */
  giveBack(what: LimitedThing, who: string, within: Limit['within'], now: Instant): Promise<void>;
  /** Removes at most so many counts whose span is over; answers how many it removed. */
  forget(now: Instant, atMost: number): Promise<number>;
};
