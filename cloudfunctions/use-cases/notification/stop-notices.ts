import type { stopNotices as contract } from '@shared/contracts/notice';
import { ok } from '@shared/kernel/result';
import type { UseCase } from '../../ports/context';
import { noticesOf } from './show-notices';

/** 停止提醒: nothing of this kind is sent any more; with nothing left to send the account is erased too. */
export const stopNotices: UseCase<typeof contract> = async ({ template }, context) => {
  const { actor, grants } = context;
  await grants.usedUp(actor.ref, template);
  const grant = await grants.find(actor.ref);
  if (grant && Object.values(grant.left).every((left) => left === 0)) await grants.forget(actor.ref);
  return ok(await noticesOf(context));
};
