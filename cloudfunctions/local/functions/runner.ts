import type { Faults } from '../faults/planned-faults';
import { instanceEnvironment } from './environment';
import { deployedFunction } from './function-config';
import { FunctionError } from './function-error';
import { type Instance, startInstance } from './instance';
import { CLOSING, type InstancePool, instancePool } from './instance-pool';
import type { Client, Invocation, InvocationSource, Invocations } from './invocations';

const MB = 1024 * 1024;
/** The largest answer that a function may give to a client: -604001 of wx-server-sdk's table. */
const LARGEST_RESULT = 1 * MB;
/** To anybody else: 同步请求响应大小, https://cloud.tencent.com/document/product/583/11637 */
const LARGEST_INNER_RESULT = 6 * MB;

export type Caller = Client & {
  readonly source: InvocationSource;
  /** How far the clock of the function is put back for this call. */
  readonly millisecondsAgo?: number;
};

export type Runner = {
  /** Runs the function with this event (JSON text) and answers JSON text; throws `FunctionError`. */
  run(door: string, event: string, caller: Caller): Promise<{ requestId: string; answer: string }>;
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
  readonly faults: Faults;
};

const KILLED = new FunctionError('crashed', 'the instance was killed');

export const functionRunner = (options: RunnerOptions): Runner => {
  const pools = new Map<string, InstancePool>();
  const running = new Map<string, Instance>();
  let isClosed = false;
  const poolOf = (door: string): InstancePool => {
    const pool = pools.get(door) ?? doorPool(door, options);
    pools.set(door, pool);
    return pool;
  };
  return {
    run: async (door, event, caller) => {
      if (isClosed) throw CLOSING;
      deployedFunction(options.functionsDir, door);
      options.onCall(door);
      const pool = poolOf(door);
      const instance = await pool.acquire().catch((error: unknown) => fail(error, door, '', options.log));
      const invocation = options.invocations.begin(door, caller.source, caller);
      running.set(invocation.requestId, instance);
      try {
        return { requestId: invocation.requestId, answer: await invoke(instance, invocation, event, options, caller) };
      } catch (error) {
        return fail(error, door, invocation.requestId, options.log);
      } finally {
        options.invocations.end(invocation);
        running.delete(invocation.requestId);
        pool.release(instance);
      }
    },
    kill: async ({ requestId }) => running.get(requestId)?.kill(KILLED),
    close: async () => {
      isClosed = true;
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
};

const doorPool = (door: string, { functionsDir, url, env, instances, log }: RunnerOptions): InstancePool =>
  instancePool({
    most: instances,
    version: () => deployedFunction(functionsDir, door).version,
    start: () =>
      startInstance(deployedFunction(functionsDir, door), instanceEnvironment(door, url, env), (line) =>
        log(`[${door}] ${line}`),
      ),
  });

const invoke = async (
  instance: Instance,
  invocation: Invocation,
  event: string,
  options: RunnerOptions,
  { millisecondsAgo = 0, source }: Caller,
): Promise<string> => {
  const answer = await instance.invoke(invocation, event, millisecondsAgo);
  const largest = source === 'wx_client' ? LARGEST_RESULT : LARGEST_INNER_RESULT;
  if (Buffer.byteLength(answer) > largest) {
    throw new FunctionError('resultTooLarge', `cloudfunction result size exceed limit (${largest / MB}MB)`);
  }
  if (options.faults.take('killInstance', { door: invocation.door })) await instance.kill(KILLED);
  if (!instance.isAlive()) throw KILLED;
  return answer;
};

const fail = (error: unknown, door: string, requestId: string, log: (line: string) => void): never => {
  const known = error instanceof FunctionError ? error : new FunctionError('failed', String(error));
  if (known.failure !== 'closed') log(`[${door}] ${requestId} ${known.failure}: ${known.stack || known.message}`);
  throw new FunctionError(known.failure, known.message, requestId);
};
