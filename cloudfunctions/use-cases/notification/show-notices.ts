import type { OutputOf } from '@shared/contracts/contract';
import type { showNotices as contract } from '@shared/contracts/notice';
import type { Template } from '@shared/domain/notification';
import { ok } from '@shared/kernel/result';
import type { Context, UseCase } from '../../ports/context';
import { mayBeTexted } from './phone-of';

type Parts = Pick<Context, 'actor' | 'grants' | 'identities' | 'notifier'>;

export const noticesOf = async ({ actor, grants, identities, notifier }: Parts): Promise<OutputOf<typeof contract>> => {
  const grant = await grants.find(actor.ref);
  const kind = (template: Template) => ({
    template: notifier.templates[template] ?? null,
    left: grant?.left[template] ?? 0,
  });
  const sms = notifier.sendsSms && mayBeTexted(await identities.find(actor.ref));
  return { progress: kind('progress'), work: kind('work'), sms };
};

/** 我的消息提醒 */
export const showNotices: UseCase<typeof contract> = async (_input, context) => ok(await noticesOf(context));
