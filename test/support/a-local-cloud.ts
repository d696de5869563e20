import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Instant } from '@shared/kernel/time';
import { NOTICE_TEXTS } from '@shared/policy/notices';
import { keyedDigests } from '../../cloudfunctions/adapters/crypto/keyed-digests';
import { openVault } from '../../cloudfunctions/adapters/crypto/vault';
import { notifierEnvironment } from '../../cloudfunctions/demo/notifier-environment';
import { insertWorld } from '../../cloudfunctions/demo/seed';
import { type OldSign, oldSignsOf, type Sign, signsOf } from '../../cloudfunctions/demo/signs';
import { verifierEnvironment } from '../../cloudfunctions/demo/verifier-environment';
import { type World, type WorldTables, worldOf } from '../../cloudfunctions/demo/world';
import type { LocalCloudOptions } from '../../cloudfunctions/local/local-cloud';
import type { Vault } from '../../cloudfunctions/ports/vault';
import { SCHEMA } from '../../cloudfunctions/schema';
import { type CloudWithStandIns, startCloudWithStandIns } from '../../cloudfunctions/stand-ins/cloud-with-stand-ins';
import { PEOPLE } from '../../cloudfunctions/stand-ins/people';
import { builtFunctions } from './built-functions';
import { PERSONAS, SMALL_TABLES } from './small-world';

/** What a door answers, loosely: tests look at what they ask for. */
export type Answer = {
  readonly ok: boolean;
  readonly code?: string;
  readonly message?: string;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape that it asked for.
  readonly value?: any;
};

export type TestSign = Sign & { readonly id: string };

export type TestCloud = {
  readonly cloud: CloudWithStandIns;
  readonly url: string;
  readonly world: World;
  /** An action of the citizens' door. */
  citizen(openid: string, action: string, input?: object): Promise<Answer>;
  /** An action of the officials' door. */
  staff(openid: string, action: string, input?: object): Promise<Answer>;
  call(door: string, event: unknown, openid?: string): Promise<Answer>;
  /** 手机号实名, as 潮州 asks it of whoever rates; answers the openid. */
  provePhone(openid: string): Promise<string>;
  /** The signs that hang now. */
  readonly windows: readonly TestSign[];
  /** The sign of that window; throws when none hangs there. */
  sign(windowId: string): TestSign;
  /** Signs that are refused. */
  readonly oldSigns: readonly OldSign[];
  readonly personas: typeof PERSONAS;
  readonly keys: typeof TEST_KEYS;
  readonly digests: ReturnType<typeof keyedDigests>;
  /** Opens what the functions sealed. */
  readonly vault: Vault;
  readonly counters: CloudWithStandIns['counters'];
  /** Runs the timers' door once, as it would have run then. */
  runClock(at?: Instant): Promise<Answer>;
  /** Stops everything and removes the data. */
  close(): Promise<void>;
};

export const TEST_KEYS = {
  HAOCHAPING_KEY: 'test-key-test-key-test-key-test-key-0001',
  HAOCHAPING_WINDOW_CODE_KEYS: '1:test-window-key-test-window-key-0001',
  HAOCHAPING_VAULT_KEYS: '1:test-vault-key-test-vault-key-00001',
  HAOCHAPING_INDEX_KEY: 'test-index-key-test-index-key-000001',
  HAOCHAPING_PUBLIC_URL: 'https://haochaping.test',
} as const;

export type Overrides = Partial<Omit<LocalCloudOptions, 'env'>> & {
  readonly env?: Record<string, string>;
  readonly tables?: WorldTables;
};

/**
 * The deployed bundles on a cloud of their own, with the small world (`small-world.ts`) in it. Warm functions remember the
 * directory for half a minute: change windows and orgs in `tables`, or before the first call.
 */
export const aLocalCloud = async ({ tables = SMALL_TABLES, env, ...options }: Overrides = {}): Promise<TestCloud> => {
  const ownDir = options.dataDir === undefined ? await mkdtemp(path.join(tmpdir(), 'haochaping-test-')) : undefined;
  const keys = { ...TEST_KEYS, ...env };
  const cloud = await startCloudWithStandIns({
    dataDir: ownDir ?? '',
    functionsDir: options.functionsDir ?? (await builtFunctions()),
    schema: SCHEMA,
    env: (url) => ({ ...verifierEnvironment(url), ...notifierEnvironment(url), ...keys }),
    phones: { [PERSONAS.citizen]: PEOPLE[0]?.phone ?? '', [PERSONAS.otherCitizen]: PEOPLE[1]?.phone ?? '' },
    unindexed: 'refuse',
    timers: false,
    instances: 2,
    ...options,
  });
  const digests = keyedDigests({ key: keys.HAOCHAPING_KEY, windowCodeKeys: keys.HAOCHAPING_WINDOW_CODE_KEYS });
  const vault = openVault({ keys: keys.HAOCHAPING_VAULT_KEYS, indexKey: keys.HAOCHAPING_INDEX_KEY });
  const world = worldOf(tables, { accountRef: digests.accountRef, index: vault.index }, Date.now());
  if (cloud.database.find('orgs', {}).length === 0) await insertWorld(cloud.database, world);
  const close = async () => {
    await cloud.close();
    if (ownDir !== undefined) await rm(ownDir, { recursive: true, force: true });
  };
  return {
    cloud,
    url: cloud.url,
    world,
    personas: PERSONAS,
    keys: TEST_KEYS,
    digests,
    vault,
    counters: cloud.counters,
    close,
    ...calls(cloud),
    ...signs(world, digests),
  };
};

const calls = (cloud: CloudWithStandIns): Pick<TestCloud, 'call' | 'citizen' | 'staff' | 'provePhone' | 'runClock'> => {
  const call = async (door: string, event: unknown, openid?: string) =>
    (await cloud.call(door, event, openid === undefined ? {} : { openid })) as Answer;
  return {
    call,
    citizen: (openid, action, input = {}) => call('citizen', { action, input }, openid),
    staff: (openid, action, input = {}) => call('staff', { action, input }, openid),
    provePhone: async (openid) => {
      const input = { code: cloud.phoneCode(openid), consent: NOTICE_TEXTS.phone.version };
      const answer = await call('citizen', { action: 'identity.provePhone', input }, openid);
      if (!answer.ok) throw new Error(`${openid} has proven no phone: ${answer.code}`);
      return openid;
    },
    runClock: async (at) =>
      (await cloud.runTimer('clock', undefined, at === undefined ? 0 : Date.now() - at)) as Answer,
  };
};

const signs = (world: World, digests: TestCloud['digests']): Pick<TestCloud, 'windows' | 'sign' | 'oldSigns'> => {
  const url = TEST_KEYS.HAOCHAPING_PUBLIC_URL;
  const windows = signsOf(world, digests, url).map((sign) => ({ ...sign, id: sign.windowId }));
  const sign = (windowId: string) => {
    const found = windows.find(({ id }) => id === windowId);
    if (!found) throw new Error(`no sign hangs at ${windowId}`);
    return found;
  };
  return { windows, sign, oldSigns: oldSignsOf(world, digests, url) };
};
