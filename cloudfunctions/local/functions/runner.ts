import { instanceEnvironment } from './environment';
import { type DeployedFunction, deployedFunction } from './function-config';
import { FunctionError } from './function-error';
import { type Instance, startInstance } from './instance';
import type { Invocation, InvocationSource, Invocations } from './invocations';

/** The largest answer that a function may give to a client (`cloudfunction result size exceed limit (1MB)`). */
const LARGEST_RESULT = 1024 * 1024;

export type Runner = {
  /** Runs the function with this event (JSON text) and answers JSON text; throws `FunctionError`. */
  run(
    door: string,
    event: string,
    caller: { source: InvocationSource; openid?: string },
  ): Promise<{ requestId: string; answer: string }>;
  /** Ends the thread that runs this invocation. */
  kill(invocation: Invocation): Promise<void>;
  close(): Promise<void>;
};

export type RunnerOptions = {
  readonly functionsDir: string;
  readonly url: string;
  readonly env: Record<string, string>;
  /** Most instances of one function at the same time. */
  readonly instances: number;
  readonly invocations: Invocations;
  readonly log: (line: string) => void;
  readonly onCall: (door: string) => void;
  /** A test asked that this function's instance dies before its answer leaves. */
  readonly diesNow: (door: string) => boolean;
};

const KILLED = new FunctionError('crashed', 'the instance was killed');

type Pool = { idle: Instance[]; busy: Map<string, Instance>; waiting: (() => void)[] };

export const functionRunner = (options: RunnerOptions): Runner => {
  const pools = new Map<string, Pool>();
  let closed = false;
  const poolOf = (door: string): Pool => {
    const pool = pools.get(door) ?? { idle: [], busy: new Map(), waiting: [] };
    pools.set(door, pool);
    return pool;
  };
  const start = (door: string, deployed: DeployedFunction): Instance =>
    startInstance(deployed, instanceEnvironment(door, options.url, options.env), (line) =>
      options.log(`[${door}] ${line}`),
    );

  return {
    run: async (door, event, caller) => {
      deployedFunction(options.functionsDir, door);
      options.onCall(door);
      const pool = poolOf(door);
      await freePlace(pool, options.instances);
      if (closed) throw new FunctionError('closed', 'the local cloud is closing');
      const invocation = options.invocations.begin(door, caller.source, caller.openid);
      const deployed = deployedFunction(options.functionsDir, door);
      const instance = takeIdle(pool, deployed) ?? start(door, deployed);
      pool.busy.set(invocation.requestId, instance);
      try {
        const answer = checkedResult(await instance.invoke(invocation, event));
        if (options.diesNow(door)) await instance.kill(KILLED);
        if (!instance.isAlive()) throw KILLED;
        return { requestId: invocation.requestId, answer };
      } catch (error) {
        throw described(error, invocation, options.log);
      } finally {
        options.invocations.end(invocation);
        pool.busy.delete(invocation.requestId);
        if (instance.isAlive()) pool.idle.push(instance);
        pool.waiting.shift()?.();
      }
    },
    kill: async ({ door, requestId }) => {
      await poolOf(door).busy.get(requestId)?.kill(KILLED);
    },
    close: async () => {
      closed = true;
      const all = [...pools.values()];
      for (const pool of all) for (const wake of pool.waiting.splice(0)) wake();
      const instances = all.flatMap((pool) => [...pool.idle, ...pool.busy.values()]);
      await Promise.all(
        instances.map((instance) => instance.kill(new FunctionError('closed', 'the local cloud is closing'))),
      );
    },
  };
};

const freePlace = async (pool: Pool, most: number): Promise<void> => {
  while (pool.busy.size >= most) await new Promise<void>((resolve) => pool.waiting.push(resolve));
};

/** An instance of a former bundle is retired: a rebuilt function serves from its next call on. */
const takeIdle = (pool: Pool, deployed: DeployedFunction): Instance | undefined => {
  for (let instance = pool.idle.pop(); instance; instance = pool.idle.pop()) {
    if (instance.isAlive() && instance.version === deployed.version) return instance;
    void instance.kill(new FunctionError('closed', 'the bundle changed'));
  }
  return undefined;
};

const checkedResult = (answer: string): string => {
  if (Buffer.byteLength(answer) > LARGEST_RESULT)
    throw new FunctionError('resultTooLarge', 'cloudfunction result size exceed limit (1MB)');
  return answer;
};

const described = (error: unknown, { requestId, door }: Invocation, log: (line: string) => void): FunctionError => {
  const known = error instanceof FunctionError ? error : new FunctionError('failed', String(error));
  log(`[${door}] ${requestId} ${known.failure}: ${known.stack || known.message}`);
  return new FunctionError(known.failure, known.message, requestId);
};
