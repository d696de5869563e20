import type {
  CloudManager,
  FunctionSettings,
  RemoteFunction,
  RemoteIndex,
} from '../../cloudfunctions/deploy/cloud-manager';

type State = {
  readonly collections: Map<string, { indexes: RemoteIndex[]; permission: string }>;
  readonly functions: Map<string, RemoteFunction>;
  storage: string;
};

/** Answers as the platform does, keeps what it is told, and writes down every call that changes something. */
export const aStandInCloud = (page = 100) => {
  const state: State = { collections: new Map(), functions: new Map(), storage: 'PRIVATE' };
  const changes: string[] = [];
  const failing = new Set<string>();
  const changed = (change: string) => {
    if (failing.delete(change)) throw new Error('[LimitExceeded] 请求过于频繁');
    changes.push(change);
  };
  const manager: CloudManager = {
    database: databaseOf(state, changed, page),
    permission: permissionOf(state, changed),
    storage: {
      getStorageAcl: async () => state.storage,
      setStorageAcl: async (acl) => {
        changed('setStorageAcl');
        state.storage = acl;
      },
    },
    functions: functionsOf(state, changed, page),
  };
  return { manager, state, changes, failOnceAt: (change: string) => failing.add(change) };
};

type Changed = (change: string) => void;

const collectionOf = ({ collections }: State, name: string) => {
  const collection = collections.get(name);
  if (!collection) throw new Error(`[ResourceNotFound] Table not exist: ${name}`);
  return collection;
};

const databaseOf = (state: State, changed: Changed, page: number): CloudManager['database'] => ({
  listCollections: async ({ MgoOffset, MgoLimit }) => ({
    Collections: [...state.collections.keys()]
      .slice(MgoOffset, MgoOffset + Math.min(MgoLimit, page))
      .map((CollectionName) => ({ CollectionName })),
  }),
  describeCollection: async (name) => ({ Indexes: [...collectionOf(state, name).indexes] }),
  createCollection: async (name) => {
    changed(`createCollection ${name}`);
    const builtIn = { Name: '_id_', Unique: true, Keys: [{ Name: '_id', Direction: '1' }] };
    state.collections.set(name, { indexes: [builtIn], permission: 'PRIVATE' });
  },
  updateCollection: async (name, { CreateIndexes }) => {
    for (const { IndexName, MgoKeySchema } of CreateIndexes) {
      changed(`createIndex ${name}.${IndexName}`);
      const { MgoIsUnique: Unique, MgoIndexKeys: Keys } = MgoKeySchema;
      collectionOf(state, name).indexes.push({ Name: IndexName, Unique, Keys });
    }
  },
});

const permissionOf = (state: State, changed: Changed): CloudManager['permission'] => ({
  describeResourcePermission: async ({ resources }) => ({
    Data: {
      PermissionList: resources.map((Resource) => ({
        Resource,
        Permission: collectionOf(state, Resource).permission,
      })),
    },
  }),
  modifyResourcePermission: async ({ resource, permission }) => {
    changed(`lock ${resource}`);
    collectionOf(state, resource).permission = permission;
  },
});

const settled = (func: FunctionSettings, triggers: RemoteFunction['Triggers']): RemoteFunction => ({
  Runtime: func.runtime,
  Timeout: func.timeout,
  MemorySize: func.memorySize,
  Description: func.description,
  Environment: { Variables: Object.entries(func.envVariables).map(([Key, Value]) => ({ Key, Value })) },
  Triggers: triggers,
});

const functionsOf = (state: State, changed: Changed, page: number): CloudManager['functions'] => {
  const functionOf = (name: string): RemoteFunction => {
    const found = state.functions.get(name);
    if (!found) throw new Error(`[ResourceNotFound.Function] ${name}`);
    return found;
  };
  const setTriggers = (name: string, Triggers: RemoteFunction['Triggers']) =>
    state.functions.set(name, { ...functionOf(name), Triggers });
  return {
    listFunctions: async (limit, offset) =>
      [...state.functions.keys()]
        .slice(offset, offset + Math.min(limit, page))
        .map((FunctionName) => ({ FunctionName })),
    getFunctionDetail: async (name) => functionOf(name),
    createFunction: async ({ func }) => {
      changed(`createFunction ${func.name}`);
      state.functions.set(func.name, settled(func, []));
    },
    updateFunctionCode: async ({ func }) => changed(`updateFunctionCode ${func.name}`),
    updateFunctionConfig: async (func) => {
      changed(`updateFunctionConfig ${func.name}`);
      state.functions.set(func.name, settled(func, functionOf(func.name).Triggers));
    },
    waitFunctionActive: async () => {},
    createFunctionTriggers: async (name, triggers) => {
      for (const trigger of triggers) {
        changed(`createTrigger ${name}.${trigger.name}`);
        const TriggerDesc = JSON.stringify({ cron: trigger.config });
        setTriggers(name, [...(functionOf(name).Triggers ?? []), { TriggerName: trigger.name, TriggerDesc }]);
      }
    },
    deleteFunctionTrigger: async (name, trigger) => {
      changed(`deleteTrigger ${name}.${trigger}`);
      setTriggers(
        name,
        (functionOf(name).Triggers ?? []).filter(({ TriggerName }) => TriggerName !== trigger),
      );
    },
  };
};
