import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Hono } from 'hono';
import type { IndexDefinition } from '../schema';
import { type Database, openDatabase } from './database/database';
import { lockDirectory } from './database/directory-lock';
import { answerClient, LARGEST_EVENT, tooLarge } from './functions/client-call';
import { type FaultKind, plannedFaults } from './functions/faults';
import { runningInvocations } from './functions/invocations';
import { functionRunner } from './functions/runner';
import { runTimer, startTimers } from './functions/timers';
import { gateway, listen } from './gateway';
import { type OutboxEntry, openApiStandIn } from './openapi/openapi';
import type { AdminServices } from './protocol/admin';
import { isPlainObject, type PlainObject } from './protocol/plain';
import { openStorage } from './storage/storage';

export type LocalCloudOptions = {
  /** Database and stored files; created if missing. */
  dataDir: string;
  /** Built bundles: `<functionsDir>/<door>/index.js` and `config.json`. */
  functionsDir: string;
  schema: Record<string, readonly IndexDefinition[]>;
  /** Private configuration handed to every function instance. */
  env: Record<string, string>;
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
  /** Most concurrent instances of one function; 4 when absent. */
  instances?: number;
};

export type Counters = {
  calls: Record<string, number>;
  reads: number;
  writes: number;
  openapi: number;
  storage: number;
  scans: number;
};

export type LocalCloud = {
  url: string;
  /** The gateway's own path without HTTP: also a refusal (`gateway.…`) is an answer. Rejects only when the answer is dropped. */
  call(door: string, event: unknown, who?: { openid?: string }): Promise<unknown>;
  runTimer(door: string, triggerName?: string): Promise<unknown>;
  /** For seeding and inspection; not counted. */
  database: {
    insert(collection: string, document: object): Promise<void>;
    insertMany(collection: string, documents: readonly object[]): Promise<void>;
    get(collection: string, id: string | number): unknown;
    find(collection: string, filter: object): unknown[];
    replace(collection: string, document: object): Promise<void>;
    remove(collection: string, id: string | number): Promise<void>;
  };
  /** Requests as the SDK makes them: one protocol request is one. */
  counters: { read(): Counters; reset(): void };
  openapiOutbox(): readonly OutboxEntry[];
  faults: {
    /**
     * dropAnswer: the function runs, then the connection is cut. killInstance: the instance dies after its first request to
     * the cloud is carried out (or, if it makes none, before its answer leaves).
     */
    next(kind: FaultKind, door: string): void;
  };
  /** Proves that documents and indexes agree. */
  check(): Promise<{ collections: number; documents: number; problems: string[] }>;
  close(): Promise<void>;
};

export const startLocalCloud = async (options: LocalCloudOptions): Promise<LocalCloud> => {
  const log = options.log ?? (() => {});
  const lockId = randomUUID();
  const faults = plannedFaults();
  const counters = requestCounters();
  let services: AdminServices | undefined;
  let app: ReturnType<typeof gateway> | undefined;
  const running = (): AdminServices => services ?? stillStarting();
  const server = await listen(() => app ?? stillStarting(), options.port ?? 0);
  app = gateway({ services: running, faults, lockId, log, ...pick(options, 'staticDir'), ...pick(options, 'routes') });
  try {
    const lock = await lockDirectory(options.dataDir, server.url, lockId);
    const { dataDir, functionsDir, schema, unindexed, env } = options;
    const database = openDatabase({
      directory: dataDir,
      schema,
      unindexed,
      log,
      onScan: () => counters.count('scans'),
    });
    const invocations = runningInvocations();
    const runner = functionRunner({
      ...{ functionsDir, env, invocations, log, url: server.url, instances: options.instances ?? 4 },
      onCall: counters.call,
      diesNow: (door) => faults.take('killInstance', door),
    });
    const storage = openStorage(path.join(dataDir, 'files'), server.url);
    const openapi = openApiStandIn();
    services = {
      database,
      storage,
      openapi,
      runner,
      invocations,
      functionsDir,
      log,
      onRequest: counters.request,
      diesNow: (door) => faults.take('killInstance', door),
    };
    const stopTimers = options.timers ? startTimers(runner, functionsDir, log) : () => {};
    return {
      url: server.url,
      call: async (door, event, who) => {
        const text = JSON.stringify(event) ?? 'null';
        const answer =
          Buffer.byteLength(text) > LARGEST_EVENT ? tooLarge() : await answerClient(runner, door, text, who?.openid);
        if (faults.take('dropAnswer', door)) throw new Error('the connection was cut without an answer');
        return JSON.parse(answer.body);
      },
      runTimer: (door, triggerName) => runTimer(runner, functionsDir, door, triggerName),
      database: seeding(database),
      counters: { read: counters.read, reset: counters.reset },
      openapiOutbox: openapi.outbox,
      faults: { next: faults.next },
      check: async () => database.check(),
      close: once(async () => {
        stopTimers();
        await runner.close();
        await server.close();
        await database.close();
        lock.release();
      }),
    };
  } catch (error) {
    await server.close();
    throw error;
  }
};

const stillStarting = (): never => {
  throw new Error('the local cloud is still starting');
};

const pick = <K extends keyof LocalCloudOptions>(
  options: LocalCloudOptions,
  key: K,
): Pick<LocalCloudOptions, K> | object => (options[key] === undefined ? {} : { [key]: options[key] });

const once = (action: () => Promise<void>): (() => Promise<void>) => {
  let done: Promise<void> | undefined;
  return () => {
    done ??= action();
    return done;
  };
};

const requestCounters = () => {
  const fresh = (): Counters => ({ calls: {}, reads: 0, writes: 0, openapi: 0, storage: 0, scans: 0 });
  let now = fresh();
  const count = (what: Exclude<keyof Counters, 'calls'>): void => {
    now[what] += 1;
  };
  return {
    count,
    call: (door: string): void => {
      now.calls[door] = (now.calls[door] ?? 0) + 1;
    },
    request: (kind: 'read' | 'write' | 'openapi' | 'storage'): void =>
      count(kind === 'read' ? 'reads' : kind === 'write' ? 'writes' : kind),
    read: (): Counters => ({ ...now, calls: { ...now.calls } }),
    reset: (): void => {
      now = fresh();
    },
  };
};

const seeding = (database: Database): LocalCloud['database'] => ({
  insert: async (collection, document) => void (await database.insert(collection, [document])),
  insertMany: async (collection, documents) => void (await database.insert(collection, documents)),
  get: (collection, id) => database.inspect(collection, { _id: id })[0],
  find: (collection, filter) => database.inspect(collection, filter as PlainObject),
  replace: async (collection, document) => {
    const data = document as PlainObject;
    if (!isPlainObject(document) || data._id === undefined) throw new Error('a document to replace needs its _id');
    await database.modify(collection, { filter: { _id: data._id }, data, multi: false, merge: false, upsert: true });
  },
  remove: async (collection, id) => void (await database.remove(collection, { _id: id }, false)),
});
