import type { IndexDefinition } from '../schema';
import type { CloudManager, RemoteIndex, RemotePermission } from './cloud-manager';
import { describeIndex } from './describe-plan';
import type { PlannedCollection } from './plan';
import { alreadySo, joined, type Step, type Survey } from './step';

const PAGE = 100;

const existingCollections = async ({ database }: CloudManager): Promise<ReadonlySet<string>> => {
  const names: string[] = [];
  for (let left = true; left; ) {
    const { Collections } = await database.listCollections({ MgoLimit: PAGE, MgoOffset: names.length });
    names.push(...Collections.map(({ CollectionName }) => CollectionName));
    left = Collections.length === PAGE;
  }
  return new Set(names);
};

const keysOf = ({ keys, unique = false }: IndexDefinition): string =>
  JSON.stringify([unique, ...keys.map(({ field, direction }) => [field, String(direction)])]);
const remoteKeysOf = ({ Keys, Unique }: RemoteIndex): string =>
  JSON.stringify([Unique, ...Keys.map(({ Name, Direction }) => [Name, Direction])]);

const createIndex = ({ database }: CloudManager, collection: string, { name, keys, unique = false }: IndexDefinition) =>
  database.updateCollection(collection, {
    CreateIndexes: [
      {
        IndexName: name,
        MgoKeySchema: {
          MgoIsUnique: unique,
          MgoIndexKeys: keys.map(({ field, direction }) => ({ Name: field, Direction: String(direction) })),
        },
      },
    ],
  });

/** An index is never dropped here: on a large collection it takes long to build again, and somebody may need it meanwhile. */
const surveyIndex = (
  cloud: CloudManager,
  collection: string,
  index: IndexDefinition,
  remote: readonly RemoteIndex[],
): Survey => {
  const what = `索引 ${collection}.${describeIndex(index)}`;
  const sameName = remote.find(({ Name }) => Name === index.name);
  if (sameName && remoteKeysOf(sameName) !== keysOf(index)) {
    const refusal = `集合 ${collection} 已有同名而字段不同的索引 ${index.name}，请在控制台核对：确认无用后删除它，再重新部署。`;
    return { steps: [], refusals: [refusal] };
  }
  const isThere = remote.some((other) => remoteKeysOf(other) === keysOf(index));
  const create: Step = { what, does: '新建', run: () => createIndex(cloud, collection, index) };
  return { steps: [isThere ? alreadySo(what) : create], refusals: [] };
};

const ALL_LOCKED = JSON.stringify({ read: false, write: false });

const isLocked = ({ Permission, SecurityRule = '' }: RemotePermission): boolean =>
  Permission === 'ADMINONLY' || (Permission === 'CUSTOM' && SecurityRule.replace(/\s/g, '') === ALL_LOCKED);

const lockedAmong = async ({ permission }: CloudManager, resources: string[]): Promise<ReadonlySet<string>> => {
  if (resources.length === 0) return new Set();
  const { Data } = await permission.describeResourcePermission({ resourceType: 'collection', resources });
  return new Set(Data.PermissionList?.filter(isLocked).flatMap(({ Resource }) => Resource ?? []));
};

/** Reads back what it set: a collection that stays open to phones must not go unnoticed. */
const lock = async (cloud: CloudManager, resource: string): Promise<void> => {
  await cloud.permission.modifyResourcePermission({ resourceType: 'collection', resource, permission: 'ADMINONLY' });
  const locked = await lockedAmong(cloud, [resource]);
  if (!locked.has(resource)) throw new Error(`集合 ${resource} 没有锁定，请在控制台把它的权限设为“仅管理端可读写”`);
};

const surveyCollection = async (
  cloud: CloudManager,
  { name, indexes }: PlannedCollection,
  exists: boolean,
): Promise<Survey> => {
  const remote = exists ? ((await cloud.database.describeCollection(name)).Indexes ?? []) : [];
  const what = `集合 ${name}`;
  const create: Step = { what, does: '新建', run: () => cloud.database.createCollection(name) };
  const own: Survey = { steps: [exists ? alreadySo(what) : create], refusals: [] };
  return joined([own, ...indexes.map((index) => surveyIndex(cloud, name, index, remote))]);
};

export const surveyDatabase = async (
  cloud: CloudManager,
  collections: readonly PlannedCollection[],
): Promise<Survey> => {
  const existing = await existingCollections(cloud);
  const parts: Survey[] = [];
  for (const collection of collections) {
    parts.push(await surveyCollection(cloud, collection, existing.has(collection.name)));
  }
  const names = collections.map(({ name }) => name);
  const locked = await lockedAmong(
    cloud,
    names.filter((name) => existing.has(name)),
  );
  const rules = names.map((name) => {
    const what = `集合权限 ${name}`;
    return locked.has(name) ? alreadySo(what) : { what, does: '锁定', run: () => lock(cloud, name) };
  });
  return joined([...parts, { steps: rules, refusals: [] }]);
};
