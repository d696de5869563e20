import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Hono } from 'hono';
import { type Database, openDatabase } from './database/database';
import { type Inspection, inspectionOf } from './database/inspection';
import { backUp, FILES_FOLDER, TIMERS_FILE } from './database/store/backup';
import { type DirectoryLock, lockDirectory } from './database/store/directory-lock';
import type { IndexDefinition } from './database/store/index-definition';
import { calledUnderFaults } from './faults/call-faults';
import { readFaultsFile } from './faults/faults-file';
import { type Faults, plannedFaults } from './faults/planned-faults';
import { answerClient, LARGEST_EVENT, tooLarge, type Who } from './functions/client-call';
import { runningInvocations } from './functions/invocations';
import { functionRunner } from './functions/runner';
import { openTimerMemory } from './functions/timer-memory';
import { runTimer, startTimers } from './functions/timers';
import { type GatewayEnv, gateway, listen } from './gateway';
import { type OpenApis, type OutboxEntry, openApiStandIn } from './openapi/openapi';
import { type PhoneCodes, phoneCodes } from './openapi/phone-codes';
import { type Subscriptions, subscriptionStandIn } from './openapi/subscriptions';
import type { AdminServices } from './protocol/admin';
import { type Counters, type RequestCounters, requestCounters } from './protocol/counters';
import { openStorage } from './storage/storage';

export type LocalCloudOptions = {
  /** Database and stored files; created if missing. */
  dataDir: string;
  /** Built bundles: `<functionsDir>/<door>/index.js` and `config.json`. */
  functionsDir: string;
  schema: Record<string, readonly IndexDefinition[]>;
  /** Private configuration handed to every function instance; a function of the cloud's address when it depends on it. */
  env: Record<string, string> | ((url: string) => Record<string, string>);
  /** 0 or absent: any free port. Binds 127.0.0.1 only. */
  port?: number;
  /** What to do with a query that would scan a collection of more than 1,000 documents. */
  unindexed: 'refuse' | 'warn';
  /** Run timer triggers by the clock. */
  timers?: boolean;
  /** The H5 build, served under /app/. */
  staticDir?: string;
  /** Further routes, mounted before the static files. */
  routes?: (app: Hono<GatewayEnv>) => void;
  log?: (line: string) => void;
  /** The phone numbers of accounts by openid; all others have invented ones. */
  phones?: Readonly<Record<string, string>>;
  /** Further calls of the open platform, or others in place of those built in. */
  openapi?: (builtIn: OpenApis) => OpenApis;
  /** The lock of `dataDir` when it is held already: the cloud moves it to its own address and releases it. */
  lock?: DirectoryLock;
  /** Faults to begin with (docs/local-cloud.md); a file that is not there demands none, one that is wrong is complained about in the log. */
  faultsFile?: string;
  /** Most concurrent instances of one function; 4 when absent. */
  instances?: number;
};

export type LocalCloud = {
  url: string;
  /** The gateway's own path without HTTP: also a refusal (`gateway.…`) is an answer. Rejects only when the answer is dropped. */
  /** With `millisecondsAgo` the function's clock says what it would have said then: how a demo gets a past. */
  call(door: string, event: unknown, who?: Who): Promise<unknown>;
  runTimer(door: string, triggerName?: string, millisecondsAgo?: number): Promise<unknown>;
  database: Inspection;
  counters: { read(): Counters; reset(): void };
  openapiOutbox(): readonly OutboxEntry[];
  /** The numbers behind the phone button and the codes that it hands to the page. */
  phones: Pick<PhoneCodes, 'issue' | 'phoneOf'>;
  /** Who may be sent subscription messages. */
  subscriptions: Subscriptions;
  /** Accidents on demand. */
  faults: Omit<Faults, 'take'>;
  /** Proves that documents and indexes agree; `repair` brings the indexes to what the documents say, and proves it then. */
  check(options?: { repair?: boolean }): Promise<{ collections: number; documents: number; problems: string[] }>;
  /** A copy of database and files into an empty folder, taken while functions run; a cloud can start on it. */
  backup(folder: string): Promise<void>;
  close(): Promise<void>;
};

/** What must be undone when the cloud closes, or when a later step of its start fails; last first. */
type Undo = (() => unknown)[];
type Shared = {
  faults: Faults;
  counters: RequestCounters;
  phones: PhoneCodes;
  subscriptions: Subscriptions;
  log: (line: string) => void;
};

export const startLocalCloud = async (options: LocalCloudOptions): Promise<LocalCloud> => {
  const undo: Undo = [];
  try {
    return await start(options, undo);
  } catch (error) {
    await undoAll(undo);
    throw error;
  }
};

const start = async (options: LocalCloudOptions, undo: Undo): Promise<LocalCloud> => {
  const shared: Shared = {
    ...{ faults: faultsOf(options), counters: requestCounters() },
    ...{ phones: phoneCodes(options.phones ?? {}), subscriptions: subscriptionStandIn() },
    log: options.log ?? (() => {}),
  };
  const lockId = options.lock?.id ?? randomUUID();
  let services: AdminServices | undefined;
  const { staticDir, routes } = options;
  const app = gateway({ ...shared, lockId, staticDir, routes, services: () => services ?? stillStarting() });
  const server = await listen(app, options.port ?? 0);
  undo.push(server.close);
  const lock = options.lock ?? (await lockDirectory(options.dataDir, server.url, lockId));
  undo.push(lock.release);
  options.lock?.moveTo(server.url);
  const database = openDatabase({
    ...{ directory: options.dataDir, schema: options.schema, unindexed: options.unindexed, log: shared.log },
    onScan: () => shared.counters.count('scans'),
  });
  undo.push(database.close);
  services = openServices(options, shared, server.url, database);
  undo.push(services.runner.close);
  if (options.timers) {
    const memory = openTimerMemory(path.join(options.dataDir, TIMERS_FILE), shared.log);
    undo.push(startTimers({ ...shared, runner: services.runner, functionsDir: options.functionsDir, memory }));
  }
  return localCloud(server.url, options.dataDir, services, shared, undo);
};

const faultsOf = ({ faultsFile, log }: LocalCloudOptions): Faults => {
  const faults = plannedFaults();
  const read = faultsFile === undefined ? { faults: [] } : readFaultsFile(faultsFile);
  if ('complaint' in read) log?.(read.complaint);
  else for (const fault of read.faults) faults.plan(fault);
  if ('faults' in read && read.faults.length > 0) log?.(`[faults] ${faultsFile} 安排了 ${read.faults.length} 种故障。`);
  return faults;
};

const openServices = (options: LocalCloudOptions, shared: Shared, url: string, database: Database): AdminServices => {
  const { functionsDir, env, instances = 4 } = options;
  const { counters, faults, log } = shared;
  const invocations = runningInvocations();
  const runner = functionRunner({
    functionsDir,
    env: typeof env === 'function' ? env(url) : env,
    instances,
    url,
    invocations,
    log,
    faults,
    onCall: counters.call,
  });
  const storage = openStorage(path.join(options.dataDir, FILES_FOLDER), url);
  const openapi = openApiStandIn(shared.phones, shared.subscriptions, faults, options.openapi);
  return { database, storage, openapi, runner, invocations, functionsDir, log, faults, onRequest: counters.count };
};

const localCloud = (
  url: string,
  dataDir: string,
  services: AdminServices,
  { faults, counters, phones, subscriptions }: Shared,
  undo: Undo,
): LocalCloud => {
  const { runner, functionsDir, database, openapi } = services;
  let closing: Promise<void> | undefined;
  return {
    url,
    call: async (door, event, who) => {
      const text = JSON.stringify(event) ?? 'null';
      const isLarge = Buffer.byteLength(text) > LARGEST_EVENT;
      const answer = isLarge
        ? tooLarge()
        : await calledUnderFaults(faults, door, () => answerClient(runner, door, text, who));
      if (!answer) throw new Error('the connection was cut without an answer');
      return JSON.parse(answer.body);
    },
    runTimer: (door, triggerName, millisecondsAgo) =>
      runTimer(runner, functionsDir, door, triggerName, millisecondsAgo),
    database: inspectionOf(database),
    counters: { read: counters.read, reset: counters.reset },
    openapiOutbox: openapi.outbox,
    phones,
    subscriptions,
    faults,
    check: async ({ repair = false } = {}) => (repair ? database.repair() : database.check()),
    backup: (folder) => backUp(database, dataDir, folder),
    close: () => {
      closing ??= undoAll(undo);
      return closing;
    },
  };
};

const undoAll = async (undo: Undo): Promise<void> => {
  for (let step = undo.pop(); step; step = undo.pop()) await step();
};

const stillStarting = (): never => {
  throw new Error('the local cloud is still starting');
};
