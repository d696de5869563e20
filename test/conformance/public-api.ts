import type { Sdk } from './conformance-case';

/** What the SDK needs so that it can be looked at: it never reaches the network here. */
const ENVIRONMENT = {
  ...{ TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'nowhere', SCF_NAMESPACE: 'none', TCB_ENV: 'none' },
  ...{ TENCENTCLOUD_SECRETID: 'none', TENCENTCLOUD_SECRETKEY: 'none', SILENCE: 'true' },
};

/** Reachable by reflection, but in no declaration and in no documentation. */
const INNER = new Set([
  ...['cloud.registerService', 'cloud.Cloud', 'aggregate.pushStage', 'chain.toJSON', 'transaction.init'],
  ...['logger.transformMsg', 'logger.baseLog', 'logger.isSupportClsReport', 'database.command'],
]);
const CONSTANTS = ['cloud.version', 'cloud.DYNAMIC_CURRENT_ENV'];

/** Every public method of the installed `wx-server-sdk`, as the table names it: `collection.add`, `command.aggregate.sum`. */
export const publicApi = async (): Promise<readonly string[]> => {
  Object.assign(process.env, ENVIRONMENT);
  const cloud: Sdk = (await import('wx-server-sdk')).default;
  cloud.init({ env: 'none' });
  const database = cloud.database();
  database._db.startTransaction = async () => ({});
  const collection = database.collection('any');
  const surfaces: Record<string, unknown> = {
    ...{ cloud, database, collection, document: collection.doc('any'), aggregate: collection.aggregate() },
    ...{ command: database.command, 'command.aggregate': database.command.aggregate },
    ...{ 'command.project': database.command.project, chain: database.command.gt(1), Geo: database.Geo },
    ...{ transaction: await database.startTransaction(), logger: cloud.logger() },
  };
  const methods = Object.entries(surfaces).flatMap(([name, surface]) => methodsOf(name, surface));
  return [...CONSTANTS, ...new Set(methods)].filter((api) => !INNER.has(api));
};

const methodsOf = (name: string, surface: unknown): string[] =>
  layersOf(surface)
    .flatMap((layer) => Object.getOwnPropertyNames(layer))
    .filter((key) => key !== 'constructor' && !key.startsWith('_'))
    .filter((key) => typeof (surface as Sdk)[key] === 'function')
    .map((key) => `${name}.${key}`);

/** The object and its prototypes, down to those of the language. */
const layersOf = (value: unknown): object[] =>
  typeof value !== 'object' || value === null || value === Object.prototype
    ? []
    : [value, ...layersOf(Object.getPrototypeOf(value))];
