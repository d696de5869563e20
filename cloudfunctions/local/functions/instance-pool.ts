import { FunctionError } from './function-error';
import type { Instance } from './instance';

/** The instances of one function: a call takes the first that is free, be it warm or just started. */
export type InstancePool = {
  acquire(): Promise<Instance>;
  release(instance: Instance): void;
  close(): Promise<void>;
};

export type PoolOptions = {
  readonly most: number;
  /** Throws when nothing is deployed any more. */
  readonly start: () => Instance;
  /** The version that is deployed now: instances of a former one are retired. */
  readonly version: () => string;
};

export const CLOSING = new FunctionError('closed', 'the local cloud is closing');

type Waiting = { resolve(instance: Instance): void; reject(error: unknown): void };
type Members = {
  idle: Instance[];
  readonly busy: Set<Instance>;
  readonly starting: Set<Instance>;
  /** All whose thread has not ended, also those that were killed. */
  readonly alive: Set<Instance>;
  readonly waiting: Waiting[];
  closed: boolean;
};

export const instancePool = (options: PoolOptions): InstancePool => {
  const members: Members = {
    ...{ idle: [], busy: new Set(), starting: new Set(), alive: new Set() },
    ...{ waiting: [], closed: false },
  };
  return {
    acquire: () =>
      new Promise((resolve, reject) => {
        if (members.closed) return reject(CLOSING);
        members.waiting.push({ resolve, reject });
        serveWaiting(members, options);
      }),
    release: (instance) => {
      members.busy.delete(instance);
      if (instance.isAlive()) members.idle.push(instance);
      serveWaiting(members, options);
    },
    close: async () => {
      members.closed = true;
      for (const { reject } of members.waiting.splice(0)) reject(CLOSING);
      await Promise.all([...members.alive].map((instance) => instance.kill(CLOSING)));
    },
  };
};

const serveWaiting = (members: Members, options: PoolOptions): void => {
  if (members.closed) return;
  while (members.waiting.length > 0) {
    const instance = takeIdle(members, options);
    if (!instance) break;
    members.busy.add(instance);
    members.waiting.shift()?.resolve(instance);
  }
  const size = (): number => members.idle.length + members.busy.size + members.starting.size;
  while (members.starting.size < members.waiting.length && size() < options.most) startOne(members, options);
};

const takeIdle = (members: Members, { version }: PoolOptions): Instance | undefined => {
  if (members.idle.length === 0) return undefined;
  const wanted = version();
  for (let instance = members.idle.pop(); instance; instance = members.idle.pop()) {
    if (instance.isAlive() && instance.version === wanted) return instance;
    void instance.kill(new FunctionError('closed', 'the bundle changed'));
  }
  return undefined;
};

/** A start that fails is told to one of those who wait for it. */
const startOne = (members: Members, options: PoolOptions): void => {
  try {
    const instance = options.start();
    members.starting.add(instance);
    members.alive.add(instance);
    void instance.ended.then(() => members.alive.delete(instance));
    const done = (settle: () => void): void => {
      members.starting.delete(instance);
      settle();
      serveWaiting(members, options);
    };
    instance.ready.then(
      () => done(() => members.idle.push(instance)),
      (error: unknown) => done(() => members.waiting.shift()?.reject(error)),
    );
  } catch (error) {
    members.waiting.shift()?.reject(error);
  }
};
