import type { Credentials } from './configuration';

// The platform answers an empty list as null in some places.

export type RemoteIndex = {
  readonly Name: string;
  readonly Unique: boolean;
  readonly Keys: readonly { readonly Name?: string; readonly Direction?: string }[];
};
export type RemoteFunction = {
  readonly Runtime: string;
  readonly Timeout: number;
  readonly MemorySize: number;
  readonly Description: string;
  readonly Environment?: {
    readonly Variables: readonly { readonly Key: string; readonly Value: string }[] | null;
  } | null;
  readonly Triggers: readonly { readonly TriggerName: string; readonly TriggerDesc: string }[] | null;
};
export type RemotePermission = {
  readonly Resource?: string;
  readonly Permission?: string;
  readonly SecurityRule?: string;
};
export type FunctionSettings = {
  readonly name: string;
  readonly runtime: string;
  readonly handler: string;
  readonly timeout: number;
  readonly memorySize: number;
  readonly envVariables: Record<string, string>;
  readonly description: string;
  readonly installDependency: false;
};
type Code = { readonly functionRootPath: string; readonly deployMode: 'zip' };
type Trigger = { readonly name: string; readonly type: string; readonly config: string };
type NewIndex = {
  readonly IndexName: string;
  readonly MgoKeySchema: { MgoIsUnique: boolean; MgoIndexKeys: { Name: string; Direction: string }[] };
};

/** The calls of `@cloudbase/manager-node` that a deployment makes, under their own names. */
export type CloudManager = {
  readonly database: {
    listCollections(page: {
      MgoLimit: number;
      MgoOffset: number;
    }): Promise<{ readonly Collections: readonly { readonly CollectionName: string }[] }>;
    describeCollection(name: string): Promise<{ readonly Indexes?: readonly RemoteIndex[] | null }>;
    createCollection(name: string): Promise<unknown>;
    updateCollection(name: string, change: { CreateIndexes: NewIndex[] }): Promise<unknown>;
  };
  readonly permission: {
    describeResourcePermission(of: {
      resourceType: 'collection';
      resources: string[];
    }): Promise<{ readonly Data: { readonly PermissionList: readonly RemotePermission[] | null } }>;
    modifyResourcePermission(to: {
      resourceType: 'collection';
      resource: string;
      permission: 'ADMINONLY';
    }): Promise<unknown>;
  };
  readonly storage: {
    getStorageAcl(): Promise<string>;
    setStorageAcl(acl: 'ADMINONLY'): Promise<unknown>;
  };
  readonly functions: {
    listFunctions(limit: number, offset: number): Promise<readonly Record<string, string>[]>;
    getFunctionDetail(name: string): Promise<RemoteFunction>;
    createFunction(request: { func: FunctionSettings } & Code): Promise<unknown>;
    updateFunctionCode(request: { func: FunctionSettings } & Code): Promise<unknown>;
    updateFunctionConfig(func: FunctionSettings): Promise<unknown>;
    waitFunctionActive(name: string): Promise<void>;
    createFunctionTriggers(name: string, triggers: Trigger[]): Promise<unknown>;
    deleteFunctionTrigger(name: string, trigger: string): Promise<unknown>;
  };
};

/** Loaded only here: a dry run needs neither the library nor the network. */
export const connect = async (envId: string, credentials: Credentials) => {
  const { default: CloudBase } = await import('@cloudbase/manager-node');
  return new CloudBase({ ...credentials, envId });
};
