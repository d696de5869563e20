import type { listMyMessages } from '@shared/contracts/citizen';
import type { listUnitMessages } from '@shared/contracts/staff';
import { orgInbox, raterInbox } from '@shared/domain/message';
import { orgsWhere } from '@shared/domain/role';
import { ok } from '@shared/kernel/result';
import type { Context, UseCase } from '../../ports/context';
import { readCursor, writeCursor } from '../../ports/page';

const messagesOf = async (recipients: readonly string[], cursor: string | undefined, { inbox }: Context) => {
  const after = readCursor(cursor);
  if (!after.ok) return after;
  const page = await inbox.of(recipients, after.value);
  const items = page.items.map(({ _id, text, at, ratingId }) => ({ id: _id, text, at, ratingId }));
  return ok({ items, next: writeCursor(page.next) });
};

/** 我的消息 */
export const listMine: UseCase<typeof listMyMessages> = ({ cursor }, context) =>
  messagesOf([raterInbox(context.actor.ref)], cursor, context);

/** 本单位消息 */
export const listUnits: UseCase<typeof listUnitMessages> = ({ cursor }, context) => {
  const grants = context.actor.staff ? orgsWhere(context.actor.staff, 'ticket.read') : [];
  return messagesOf(
    grants.map((grant) => orgInbox(grant.orgId)),
    cursor,
    context,
  );
};
