import type { listWindows as contract } from '@shared/contracts/administration';
import { ok } from '@shared/kernel/result';
import type { OfficialUseCase } from '../../ports/context';
import { readCursor, writeCursor } from '../../ports/page';
import { orgWithin } from '../staff/jurisdiction';
import { listBelow } from '../staff/list-below';

/** 窗口列表 */
export const listWindows: OfficialUseCase<typeof contract> = async ({ orgId, cursor }, context) => {
  const after = readCursor(cursor);
  if (!after.ok) return after;
  const org = await orgWithin('window.manage', orgId, context);
  if (!org.ok) return org;
  const page = await context.windowRegister.within(org.value._id, after.value);
  const orgs = await context.directory.orgs(page.items.flatMap((window) => [window.centerId, window.orgId]));
  const nameOf = (id: string) => orgs.find(({ _id }) => _id === id)?.name ?? '';
  const items = page.items.map(({ _id, name, centerId, orgId: unitId, code }) => ({
    windowId: _id,
    name,
    center: nameOf(centerId),
    unit: nameOf(unitId),
    code: { serial: code.serial, isRevoked: code.revoked },
  }));
  return ok({
    org: { id: org.value._id, name: org.value.name },
    below: after.value ? [] : await listBelow(org.value, context),
    items,
    next: writeCursor(page.next),
  });
};
