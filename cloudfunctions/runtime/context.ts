import { keyedDigests } from '../adapters/crypto/keyed-digests';
import { openVault } from '../adapters/crypto/vault';
import { configuredVerifiers } from '../adapters/verifiers';
import { wxCases } from '../adapters/wx/wx-cases';
import { wxDirectory } from '../adapters/wx/wx-directory';
import { wxInbox } from '../adapters/wx/wx-inbox';
import { wxLimits } from '../adapters/wx/wx-limits';
import { wxOpenPlatform } from '../adapters/wx/wx-open-platform';
import { wxPhotos } from '../adapters/wx/wx-photos';
import { wxRatings } from '../adapters/wx/wx-ratings';
import type { Context } from '../ports/context';

/** Configuration of every function; `deploy.ts` and the local cloud hand it over as environment variables. */
const configured = (name: 'KEY' | 'WINDOW_CODE_KEYS' | 'VAULT_KEYS' | 'INDEX_KEY' | 'PUBLIC_URL'): string => {
  const value = process.env[`HAOCHAPING_${name}`];
  if (!value) throw new Error(`configuration: HAOCHAPING_${name} is missing`);
  return value;
};

const digests = keyedDigests({ key: configured('KEY'), windowCodeKeys: configured('WINDOW_CODE_KEYS') });

/** The real parts, put together once per instance. */
const parts = {
  cases: wxCases,
  digests,
  directory: wxDirectory,
  inbox: wxInbox,
  limits: wxLimits,
  openPlatform: wxOpenPlatform(configured('PUBLIC_URL')),
  photos: wxPhotos,
  ratings: wxRatings,
  verifiers: configuredVerifiers(process.env),
  vault: openVault({ keys: configured('VAULT_KEYS'), indexKey: configured('INDEX_KEY') }),
} as const satisfies Omit<Context, 'actor' | 'now'>;

export const systemContext = (): Omit<Context, 'actor'> => ({ ...parts, now: Date.now() });

/** For a person: who he is comes from the platform's openid alone. Staff are looked up only where a door serves them. */
export const personContext = async (openid: string, servesStaff: boolean): Promise<Context> => {
  const ref = digests.accountRef(openid);
  const staff = servesStaff ? await parts.directory.staffOf(ref) : null;
  return { ...systemContext(), actor: { ref, staff } };
};
