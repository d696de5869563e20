import type { sendSubscription as contract } from '@shared/contracts/wxopen';
import { ok } from '@shared/kernel/result';
import type { UseCase } from '../../ports/context';

/** One subscription message, through the only door that may. */
export const sendSubscription: UseCase<typeof contract> = async ({ openid, template, words }, { openPlatform }) =>
  ok(await openPlatform.sendSubscription(openid, template, words));
