import { asOf } from '@shared/domain/role';
import { dayOf } from '@shared/kernel/time';
import { keyedDigests } from '../adapters/crypto/keyed-digests';
import { systemChance } from '../adapters/crypto/system-chance';
import { openVault } from '../adapters/crypto/vault';
import { notificationConfiguration } from '../adapters/notification-configuration';
import { configuredNotifier } from '../adapters/notifier';
import { configuredVerifiers } from '../adapters/verifiers';
import { wxAuditLog } from '../adapters/wx/wx-audit-log';
import { wxCases } from '../adapters/wx/wx-cases';
import { wxClues } from '../adapters/wx/wx-clues';
import { wxDirectory } from '../adapters/wx/wx-directory';
import { wxFigures } from '../adapters/wx/wx-figures';
import { wxGrants } from '../adapters/wx/wx-grants';
import { wxIdentities } from '../adapters/wx/wx-identities';
import { wxInbox } from '../adapters/wx/wx-inbox';
import { wxLimits } from '../adapters/wx/wx-limits';
import { wxNotifications } from '../adapters/wx/wx-notifications';
import { wxOpenPlatform } from '../adapters/wx/wx-open-platform';
import { wxOpenings } from '../adapters/wx/wx-openings';
import { wxOrgRegister } from '../adapters/wx/wx-org-register';
import { wxPhotos } from '../adapters/wx/wx-photos';
import { wxRatings } from '../adapters/wx/wx-ratings';
import { wxReports } from '../adapters/wx/wx-reports';
import { wxRollups } from '../adapters/wx/wx-rollups';
import { wxShifts } from '../adapters/wx/wx-shifts';
import { wxStaffRegister } from '../adapters/wx/wx-staff-register';
import { wxWindowRegister } from '../adapters/wx/wx-window-register';
import type { Context } from '../ports/context';

/** Configuration of every function; `deploy.ts` and the local cloud hand it over as environment variables. */
const configured = (name: 'KEY' | 'WINDOW_CODE_KEYS' | 'VAULT_KEYS' | 'INDEX_KEY' | 'PUBLIC_URL'): string => {
  const value = process.env[`HAOCHAPING_${name}`];
  if (!value) throw new Error(`configuration: HAOCHAPING_${name} is missing`);
  return value;
};

const digests = keyedDigests({ key: configured('KEY'), windowCodeKeys: configured('WINDOW_CODE_KEYS') });

const notifying = notificationConfiguration(process.env);

/** The real parts, put together once per instance. */
const parts = {
  audit: wxAuditLog,
  cases: wxCases,
  chance: systemChance,
  clues: wxClues,
  digests,
  directory: wxDirectory,
  figures: wxFigures,
  grants: wxGrants,
  identities: wxIdentities,
  inbox: wxInbox,
  limits: wxLimits,
  notifications: wxNotifications,
  notifier: configuredNotifier(notifying),
  openPlatform: wxOpenPlatform(configured('PUBLIC_URL'), notifying.templates),
  orgRegister: wxOrgRegister,
  openings: wxOpenings,
  photos: wxPhotos,
  ratings: wxRatings,
  reports: wxReports,
  rollups: wxRollups,
  shifts: wxShifts,
  staffRegister: wxStaffRegister,
  verifiers: configuredVerifiers(process.env),
  vault: openVault({ keys: configured('VAULT_KEYS'), indexKey: configured('INDEX_KEY') }),
  windowRegister: wxWindowRegister,
} as const satisfies Omit<Context, 'actor' | 'now'>;

export const systemContext = (): Omit<Context, 'actor'> => ({ ...parts, now: Date.now() });

type Person = { readonly openid: string; readonly network: string | undefined };

/**
 * For a person: who he is comes from the platform's openid alone. Staff are looked up only where a door serves them. The
 * network goes no further than here: use cases get its blind reference.
 */
export const personContext = async ({ openid, network }: Person, servesStaff: boolean): Promise<Context> => {
  const ref = digests.accountRef(openid);
  const known = servesStaff ? await parts.directory.staffOf(ref) : null;
  const context = systemContext();
  const networkRef = network === undefined ? null : digests.networkRef(dayOf(context.now), network);
  return { ...context, actor: { ref, openid, staff: known && asOf(known, context.now), networkRef } };
};
