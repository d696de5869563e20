import path from 'node:path';
import { keyedDigests } from '../adapters/crypto/keyed-digests';
import { openVault } from '../adapters/crypto/vault';
import { SCHEMA } from '../schema';
import { type CloudWithStandIns, startCloudWithStandIns } from '../stand-ins/cloud-with-stand-ins';
import { PEOPLE } from '../stand-ins/people';
import type { DataDirectory } from './data-directory';
import { EARLIER_APPEALS } from './earlier-appeals';
import { EARLIER_RATINGS } from './earlier-ratings';
import { EARLIER_TICKETS } from './earlier-tickets';
import { H5_DIR } from './h5-build';
import { notifierEnvironment } from './notifier-environment';
import { accountsOf, CITIZENS, officials } from './personas';
import { demoRoutes } from './routes';
import { handleEarlier, insertWorld, submitEarlier } from './seed';
import { verifierEnvironment } from './verifier-environment';
import { DEMO_EDITION, DEMO_TABLES, worldOf } from './world';

const TICKETS = [...EARLIER_TICKETS, ...EARLIER_APPEALS];

export const functionsDirOf = (data: DataDirectory): string => path.join(data.path, 'functions');

export type DemoCloud = CloudWithStandIns & {
  /** Writes the demo data unless the directory has it; answers how much was written. */
  seed(): Promise<{ readonly windows: number; readonly cases: number; readonly ratings: number } | undefined>;
};

/** The local cloud on this data directory, with the demo page and its routes. */
export const startDemoCloud = async (
  data: DataDirectory,
  port: number,
  log: (line: string) => void,
): Promise<DemoCloud> => {
  const { key, windowCodeKeys } = data.state.keys;
  const digests = keyedDigests({ key, windowCodeKeys });
  const { index } = openVault({ keys: data.state.keys.vaultKeys, indexKey: data.state.keys.indexKey });
  const world = worldOf(DEMO_TABLES, { accountRef: digests.accountRef, index }, Date.now());
  const personas = [...CITIZENS, ...officials(world, accountsOf(world, DEMO_TABLES.accounts))];
  const started: { cloud?: CloudWithStandIns } = {};
  const running = (): CloudWithStandIns => {
    if (!started.cloud) throw new Error('the local cloud is still starting');
    return started.cloud;
  };
  const cloud = await startCloudWithStandIns({
    dataDir: data.path,
    lock: data.lock,
    functionsDir: functionsDirOf(data),
    schema: SCHEMA,
    env: environment(data, port),
    phones: Object.fromEntries(CITIZENS.map(({ openid }, i) => [openid, PEOPLE[i]?.phone ?? ''])),
    port,
    unindexed: 'warn',
    timers: true,
    staticDir: H5_DIR,
    routes: (app) => void app.route('/', demoRoutes({ cloud: running, codes: digests, personas: () => personas })),
    log,
  });
  started.cloud = cloud;
  const seed = async () => {
    if (data.state.seeded !== null) return undefined;
    await insertWorld(cloud.database, world);
    await submitEarlier(EARLIER_RATINGS, world, digests, cloud);
    await handleEarlier(TICKETS, world, digests, cloud);
    await cloud.runTimer('clock');
    data.markSeeded(DEMO_EDITION);
    return {
      windows: world.windows.length,
      cases: world.cases.length,
      ratings: EARLIER_RATINGS.length + TICKETS.length,
    };
  };
  return { ...cloud, seed };
};

const environment = ({ state }: DataDirectory, port: number): Record<string, string> => ({
  HAOCHAPING_KEY: state.keys.key,
  HAOCHAPING_WINDOW_CODE_KEYS: state.keys.windowCodeKeys,
  HAOCHAPING_VAULT_KEYS: state.keys.vaultKeys,
  HAOCHAPING_INDEX_KEY: state.keys.indexKey,
  HAOCHAPING_PUBLIC_URL: `http://127.0.0.1:${port}`,
  ...verifierEnvironment(`http://127.0.0.1:${port}`),
  ...notifierEnvironment(`http://127.0.0.1:${port}`),
});
