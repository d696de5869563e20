import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Hono } from 'hono';
import type { IndexDefinition } from '../schema';
import { backUp } from './database/backup';
import { type Database, openDatabase } from './database/database';
import { type DirectoryLock, lockDirectory } from './database/directory-lock';
import { type Inspection, inspectionOf } from './database/inspection';
import { answerClient, LARGEST_EVENT, tooLarge, type Who } from './functions/client-call';
import { type FaultKind, type Faults, plannedFaults } from './functions/faults';
import { runningInvocations } from './functions/invocations';
import { functionRunner } from './functions/runner';
import { runTimer, startTimers } from './functions/timers';
import { gateway, listen } from './gateway';
import { type OutboxEntry, openApiStandIn } from './openapi/openapi';
import type { AdminServices } from './protocol/admin';
import { type Counters, type RequestCounters, requestCounters } from './protocol/counters';
import { openStorage } from './storage/storage';
import { type MountedStandIns, type StandIns, verifierStandIns } from './verifiers/stand-ins';

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
  routes?: (app: Hono) => void;
  log?: (line: string) => void;
  /** Mounts stand-ins of the verifiers under /stand-in/; the phone numbers of these openids are as given. */
  verifiers?: { phones: Readonly<Record<string, string>> };
  /** The lock of `dataDir` when it is held already: the cloud moves it to its own address and releases it. */
  lock?: DirectoryLock;
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
  /** The verifiers' stand-ins; functions reach them when they are mounted and configured. */
  verifiers: StandIns;
  /** A fresh code for this account's fictional number, as the phone button hands it to the page: one use, five minutes. */
  phoneCode(openid: string): string;
  faults: {
    /**
     * dropAnswer: the function runs, then the connection is cut. killInstance: the instance dies after its first request to
     * the cloud is carried out (or, if it makes none, before its answer leaves).
     */
    next(kind: FaultKind, door: string): void;
  };
  /** Proves that documents and indexes agree; `repair` brings the indexes to what the documents say, and proves it then. */
  check(options?: { repair?: boolean }): Promise<{ collections: number; documents: number; problems: string[] }>;
  /** A copy of database and files into an empty folder, taken while functions run; a cloud can start on it. */
  backup(folder: string): Promise<void>;
  close(): Promise<void>;
};

/** What must be undone when the cloud closes, or when a later step of its start fails; last first. */
type Undo = (() => unknown)[];
type Shared = { faults: Faults; counters: RequestCounters; standIns: MountedStandIns; log: (line: string) => void };

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
  const standIns = verifierStandIns(options.verifiers?.phones ?? {});
  const shared: Shared = {
    ...{ faults: plannedFaults(), counters: requestCounters(), standIns },
    log: options.log ?? (() => {}),
  };
  const lockId = options.lock?.id ?? randomUUID();
  let services: AdminServices | undefined;
  const { staticDir, routes } = options;
  const app = gateway({
    ...{ ...shared, lockId, staticDir, routes, services: () => services ?? stillStarting() },
    standIns: options.verifiers && standIns.routes,
  });
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
  if (options.timers) undo.push(startTimers(services.runner, options.functionsDir, shared.log));
  return localCloud(server.url, options.dataDir, services, shared, undo);
};

const openServices = (options: LocalCloudOptions, shared: Shared, url: string, database: Database): AdminServices => {
  const { functionsDir, env, instances = 4 } = options;
  const { counters, log } = shared;
  const invocations = runningInvocations();
  const diesNow = (door: string): boolean => shared.faults.take('killInstance', door);
  const runner = functionRunner({
    functionsDir,
    env: typeof env === 'function' ? env(url) : env,
    instances,
    url,
    invocations,
    log,
    diesNow,
    onCall: counters.call,
  });
  const storage = openStorage(path.join(options.dataDir, 'files'), url);
  const openapi = openApiStandIn(shared.standIns.phoneNumber, shared.standIns.subscriptions);
  return { database, storage, openapi, runner, invocations, functionsDir, log, diesNow, onRequest: counters.count };
};

const localCloud = (
  url: string,
  dataDir: string,
  services: AdminServices,
  { faults, counters, standIns }: Shared,
  undo: Undo,
): LocalCloud => {
  const { runner, functionsDir, database, openapi } = services;
  let closing: Promise<void> | undefined;
  return {
    url,
    call: async (door, event, who) => {
      const text = JSON.stringify(event) ?? 'null';
      const isLarge = Buffer.byteLength(text) > LARGEST_EVENT;
      const answer = isLarge ? tooLarge() : await answerClient(runner, door, text, who);
      if (faults.take('dropAnswer', door)) throw new Error('the connection was cut without an answer');
      return JSON.parse(answer.body);
    },
    runTimer: (door, triggerName, millisecondsAgo) =>
      runTimer(runner, functionsDir, door, triggerName, millisecondsAgo),
    database: inspectionOf(database),
    counters: { read: counters.read, reset: counters.reset },
    openapiOutbox: openapi.outbox,
    verifiers: standIns,
    phoneCode: standIns.phoneCode,
    faults: { next: faults.next },
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
