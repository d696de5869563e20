import type { eraseMine as contract } from '@shared/contracts/identity';
import { caseRefsOf } from '@shared/domain/identity';
import { raterInbox } from '@shared/domain/message';
import { isTicketOpen } from '@shared/domain/ticket';
import { ok, refuse } from '@shared/kernel/result';
import type { UseCase } from '../../ports/context';
import { changeIdentity } from '../identity/change-identity';
import { erased } from './erase-identity';
import { mayActOnOwnData } from './own-data-limit';
import { allOwnRatings } from './own-ratings';

const REF_LENGTH = 22;

/**
 * 删除: the person goes, the figures stay: level, tags, place and day without words, photos or anybody's reference. Refused
 * while somebody still has to reach him about a bad rating or a report. Twice or cut off in the middle gives the same.
 */
export const eraseMine: UseCase<typeof contract> = async (_input, context) => {
  const { actor, cases, chance, grants, identities, inbox, notifications, now, photos, ratings, reports } = context;
  if (!(await mayActOnOwnData(context))) return refuse('limit.tooOften');
  const files = await allOwnRatings(context);
  if (files.some(({ ticket }) => ticket !== null && isTicketOpen(ticket))) return refuse('identity.eraseWhileOpen');
  if (await reports.hasOpen(actor.ref)) return refuse('identity.eraseWhileReported');
  await photos.remove(files.flatMap((file) => file.photos));
  const nobody = `erased:${chance.readableCode(REF_LENGTH)}`;
  // What he rates at this very moment has not been looked at and stays his: its ticket may be open.
  const forgotten = await ratings.forgetRater({ ref: actor.ref, ratedUpTo: files[0]?.ratedAt ?? 0 }, nobody, now);
  await Promise.all([inbox.forget(raterInbox(actor.ref)), reports.forgetRater(actor.ref, nobody)]);
  await Promise.all([grants.forget(actor.ref), notifications.forget(actor.ref)]);
  const identity = await identities.find(actor.ref);
  await Promise.all(caseRefsOf(actor.ref, identity).map(cases.forgetApplicant));
  if (identity) await changeIdentity((before) => erased(before, now), context);
  return ok({ ratings: forgotten });
};
