import type { Org, ServiceItem, ServiceWindow } from '@shared/domain/organization';
import type { StaffMember } from '@shared/domain/role';
import type { Directory } from '../../ports/directory';
import type { CollectionName } from '../../schema';
import { collection, rowsById, rowsOf } from './wx-cloud';

/** How old an answer of a warm instance may be. */
const KEPT_FOR_MS = 30_000;
/** The same of a window: a change of shift and a revoked code are seen everywhere after this. */
const WINDOWS_KEPT_FOR_MS = 5_000;
const KEPT_AT_MOST = 5_000;

/** Rows by id, remembered for a while; ids without a row are asked for again each time. */
const remembering = <T extends { readonly _id: string }>(name: CollectionName, keptForMs = KEPT_FOR_MS) => {
  const kept = new Map<string, { readonly row: T; readonly until: number }>();
  return async (ids: readonly string[]): Promise<T[]> => {
    const now = performance.now();
    const fresh = [...new Set(ids)].flatMap((id) => {
      const entry = kept.get(id);
      return entry && entry.until > now ? [entry.row] : [];
    });
    const known = new Set(fresh.map(({ _id }) => _id));
    const asked = await rowsById<T>(
      name,
      [...new Set(ids)].filter((id) => !known.has(id)),
    );
    if (kept.size > KEPT_AT_MOST) kept.clear();
    for (const row of asked) kept.set(row._id, { row, until: now + keptForMs });
    return [...fresh, ...asked];
  };
};

const windows = remembering<ServiceWindow>('windows', WINDOWS_KEPT_FOR_MS);

export const wxDirectory: Directory = {
  window: async (id) => (await windows([id]))[0],
  windows,
  orgs: remembering<Org>('orgs'),
  items: remembering<ServiceItem>('items'),
  staffOf: async (accountRef) =>
    (await rowsOf<StaffMember>(collection('staff').where({ accountRef }).limit(1)))[0] ?? null,
  staffNames: async (ids) => {
    const members = await rowsById<StaffMember>('staff', [...new Set(ids)]);
    return new Map(members.map(({ _id, name }) => [_id, name]));
  },
};
