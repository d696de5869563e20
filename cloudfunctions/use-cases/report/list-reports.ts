import type { listReports as contract } from '@shared/contracts/supervision';
import { officialOf } from '@shared/domain/visibility';
import { ok, refuse } from '@shared/kernel/result';
import { dayOf } from '@shared/kernel/time';
import type { OfficialUseCase } from '../../ports/context';
import { readCursor, writeCursor } from '../../ports/page';

/** 群众反映, unopened. */
export const listReports: OfficialUseCase<typeof contract> = async (input, { actor, reports }) => {
  const after = readCursor(input.cursor);
  if (!after.ok) return after;
  if (!actor.staff) return refuse('request.forbidden');
  const { bureauIds, staffId } = officialOf(actor.staff);
  const page = await reports.readBy(bureauIds, staffId, after.value);
  const items = page.items.map(({ _id, receiptNo, at, names, closedAt }) => ({
    reportId: _id,
    receiptNo,
    on: dayOf(at),
    servedBy: names,
    state: closedAt === null ? ('open' as const) : ('closed' as const),
  }));
  return ok({ items, next: writeCursor(page.next) });
};
