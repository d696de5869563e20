import type { ServiceWindow } from '@shared/domain/organization';
import type { ServiceCase } from '@shared/domain/service-case';
import type { Instant } from '@shared/kernel/time';
import { type BlindRefs, CASES, type CaseRow, casesOf } from './cases';
import { CHAOZHOU } from './chaozhou';
import type { Jurisdiction } from './jurisdiction';
import { type Directory, directoryOf } from './organizations';
import { ACCOUNTS, type Account, accountsOf, withAccounts } from './personas';
import { puyangOver, TAIQIAN } from './taiqian';

/** All that stands in the cloud before the first rating. */
export type World = Directory & { readonly cases: readonly ServiceCase[] };

export type WorldTables = {
  readonly areas: readonly Jurisdiction[];
  /** What differs at single windows from what the tables give all of them. */
  readonly windows: Readonly<Record<string, Partial<Pick<ServiceWindow, 'onDuty' | 'code' | 'orgId'>>>>;
  readonly accounts: readonly Account[];
  readonly cases: readonly CaseRow[];
};

/** Rises when the tables change: a directory seeded by an older one says so at the next start. */
export const DEMO_EDITION = 8;

export const DEMO_TABLES: WorldTables = {
  areas: [puyangOver(TAIQIAN), CHAOZHOU],
  windows: {
    // The sign was replaced once: the first one is refused.
    tq08: { code: { serial: 2, revoked: false } },
    // The code was taken down without a successor.
    fx02: { code: { serial: 1, revoked: true } },
    // Nobody is on duty.
    ca10401: { onDuty: null },
  },
  accounts: ACCOUNTS,
  cases: CASES,
};

/** The same tables give the same documents; only the cases' moments follow `now`. */
export const worldOf = (tables: WorldTables, refs: BlindRefs, now: Instant): World => {
  const { windows, ...built } = directoryOf(tables.areas);
  const changed = windows.map((window) => ({ ...window, ...tables.windows[window._id] }));
  const bare = { ...built, windows: changed };
  const directory = withAccounts(bare, accountsOf(bare, tables.accounts), refs.accountRef);
  return { ...directory, cases: casesOf(tables.cases, directory, refs, now) };
};
