import type { Job } from '../../ports/context';

const BATCH = 500;

/** 到期删除: messages that were sent long ago, and accounts that nobody has agreed to write to any more. */
export const forgetNotices: Job = async ({ grants, notifications, now }) => ({
  done: (await notifications.forgetOld(now, BATCH)) + (await grants.forgetOld(now, BATCH)),
  left: 0,
});
