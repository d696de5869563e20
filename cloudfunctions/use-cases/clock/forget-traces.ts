import type { Job } from '../../ports/context';

const BATCH = 200;

/** 网络记号和打开表单的时刻 that are over (`tracesKeptFor`); what is left waits for the next minute. */
export const forgetTraces: Job = async ({ now, ratings }) => ({
  done: await ratings.forgetTraces(now, BATCH),
  left: 0,
});
