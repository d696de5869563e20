import type { grantNotices as contract } from '@shared/contracts/notice';
import { TEMPLATES } from '@shared/domain/notification';
import { ok } from '@shared/kernel/result';
import { addDays, dayOf, instantOf } from '@shared/kernel/time';
import { NOTIFICATION } from '@shared/policy/notification';
import type { UseCase } from '../../ports/context';
import { placeOfOpenid } from './seal-openid';
import { noticesOf } from './show-notices';

/** 整改结果通知我、工作提醒: counts what was accepted, and keeps the account that it goes to, sealed. */
export const grantNotices: UseCase<typeof contract> = async ({ accepted, idempotencyKey }, context) => {
  const { actor, grants, notifier, now, vault } = context;
  const templates = TEMPLATES.filter((template) => accepted.includes(template) && notifier.templates[template]);
  if (templates.length > 0) {
    const grant = {
      _id: actor.ref,
      openid: vault.seal(actor.openid, placeOfOpenid(actor.ref)),
      keyVersion: vault.keyVersion,
      lastKey: idempotencyKey,
      keepUntil: instantOf(addDays(dayOf(now), NOTIFICATION.grantKeptFor.value.count), '00:00'),
    };
    await grants.add(grant, templates, NOTIFICATION.mostLeft.value);
  }
  return ok(await noticesOf(context));
};
