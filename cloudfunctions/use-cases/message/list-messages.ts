import type { listMyMessages } from '@shared/contracts/citizen';
import type { listUnitMessages } from '@shared/contracts/staff';
import { orgInbox, raterInbox, staffInbox } from '@shared/domain/message';
import { orgsWhere } from '@shared/domain/role';
import { ok, refuse } from '@shared/kernel/result';
import { dayOf } from '@shared/kernel/time';
import type { OfficialUseCase, UseCase } from '../../ports/context';
import { readCursor, writeCursor } from '../../ports/page';

/** 我的消息 */
export const listMine: UseCase<typeof listMyMessages> = async ({ cursor }, { actor, inbox }) => {
  const after = readCursor(cursor);
  if (!after.ok) return after;
  const page = await inbox.of([raterInbox(actor.ref)], null, after.value);
  const items = page.items.map(({ _id, text, at, ratingId }) => ({ id: _id, text, at, ratingId }));
  return ok({ items, next: writeCursor(page.next) });
};

/** 工作消息: of the caller's units and bureaus, and his own as one who was rated; not those about a rating that the caller got, nor about one that he gave. */
export const listUnits: OfficialUseCase<typeof listUnitMessages> = async ({ cursor }, { actor, inbox, ratings }) => {
  const after = readCursor(cursor);
  if (!after.ok) return after;
  if (!actor.staff) return refuse('request.forbidden');
  const units = orgsWhere(actor.staff, 'ticket.read').map((grant) => orgInbox(grant.orgId));
  const page = await inbox.of([...units, staffInbox(actor.staff._id)], actor.staff._id, after.value);
  const own = await ratings.ownAmong(page.items.flatMap(({ ratingId }) => ratingId ?? []));
  const others = page.items.filter(({ ratingId }) => ratingId === null || !own.includes(ratingId));
  const items = others.map(({ _id, at, text, ratingId, ticketNo, isAppeal = false }) => ({
    ...{ id: _id, text, on: dayOf(at), ratingId },
    ticketNo: ticketNo ?? null,
    isAppeal,
  }));
  return ok({ items, next: writeCursor(page.next) });
};
