import type { Job } from '../../ports/context';

const BATCH = 500;

/** Counts of days and hours that are over are of no use to anybody; what is left waits for the next minute. */
export const forgetLimits: Job = async ({ limits, now }) => ({ done: await limits.forget(now, BATCH), left: 0 });
