import type { listAudit as contract } from '@shared/contracts/audit';
import type { AuditEntry } from '@shared/domain/audit';
import { ok } from '@shared/kernel/result';
import type { OfficialUseCase } from '../../ports/context';
import { readCursor, writeCursor } from '../../ports/page';

const STAFF = 'staff:';

const staffIdOf = (actor: string): string | null => (actor.startsWith(STAFF) ? actor.slice(STAFF.length) : null);

/** A citizen's reference stays inside: two lines of one person are not to be put together. */
const lineOf = ({ actor, previous: _, ...entry }: AuditEntry, names: ReadonlyMap<string, string>) => {
  const staffId = staffIdOf(actor);
  const kind: 'staff' | 'clock' | 'rater' = staffId !== null ? 'staff' : actor === 'clock' ? 'clock' : 'rater';
  return { ...entry, actor: kind, staffId, staffName: staffId === null ? null : (names.get(staffId) ?? '') };
};

/** 审计日志: what was refused is found by the same id as what was done. */
export const listAudit: OfficialUseCase<typeof contract> = async (
  { actor, about, cursor },
  { audit, digests, directory },
) => {
  const after = readCursor(cursor);
  if (!after.ok) return after;
  const filter = {
    ...(actor !== undefined && { actor }),
    ...(about !== undefined && { about: [about, digests.refusedAbout(about)] }),
  };
  const page = await audit.entries(filter, after.value);
  const names = await directory.staffNames(page.items.flatMap((entry) => staffIdOf(entry.actor) ?? []));
  return ok({ items: page.items.map((entry) => lineOf(entry, names)), next: writeCursor(page.next) });
};
