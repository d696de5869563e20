import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { isPlainObject } from '../protocol/plain';
import { invocationEnvironment } from './environment';
import type { DeployedFunction } from './function-config';
import { FunctionError } from './function-error';
import type { Invocation } from './invocations';

const THREAD = path.join(__dirname, 'instance-thread.cjs');
/** Milliseconds in which a bundle must have loaded. */
const LONGEST_START = 30_000;

/** One warm copy of a function: a worker thread with an environment of its own, serving one invocation at a time. */
export type Instance = {
  readonly version: string;
  readonly isAlive: () => boolean;
  /** Answers JSON text. */
  invoke(invocation: Invocation, event: string): Promise<string>;
  /** Ends the thread; a running invocation fails. */
  kill(reason: FunctionError): Promise<void>;
};

export const startInstance = (
  deployed: DeployedFunction,
  env: Record<string, string>,
  log: (line: string) => void,
): Instance => {
  const worker = new Worker(THREAD, {
    workerData: { bundle: deployed.bundle },
    env,
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: deployed.config.memorySize },
  });
  forwardLines(worker, log);
  let death: FunctionError | undefined;
  let settle: { message(message: unknown): void; died(error: FunctionError): void } | undefined;
  const died = (error: FunctionError): void => {
    death ??= error;
    settle?.died(death);
  };
  worker.on('message', (message) => settle?.message(message));
  worker.on('error', (error) => {
    log(String(error instanceof Error ? error.stack : error));
    died(new FunctionError('crashed', error instanceof Error ? error.message : String(error)));
  });
  worker.on('exit', (code) => died(new FunctionError('crashed', `the instance ended with code ${code}`)));

  const nextMessage = (milliseconds: number, late: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (death) return reject(death);
      const timer = setTimeout(() => {
        died(new FunctionError('timeout', late));
        void worker.terminate();
      }, milliseconds);
      const done = (): void => {
        clearTimeout(timer);
        settle = undefined;
      };
      settle = {
        message: (message) => (done(), resolve(message)),
        died: (error) => (done(), reject(error)),
      };
    });

  const started = nextMessage(LONGEST_START, `the bundle did not load within ${LONGEST_START / 1000} s`).then(
    (message) => {
      if (!isPlainObject(message) || message.type !== 'ready') throw failureOf(message, 'unloadable');
    },
  );
  started.catch((error: FunctionError) => {
    died(error);
    void worker.terminate();
  });
  const { timeout } = deployed.config;
  return {
    version: deployed.version,
    isAlive: () => death === undefined,
    invoke: async (invocation, event) => {
      await started;
      const answer = nextMessage(timeout * 1000, `Invoking task timed out after ${timeout} seconds`);
      worker.postMessage({ event, env: invocationEnvironment(invocation), context: contextOf(invocation, deployed) });
      const message = await answer;
      if (isPlainObject(message) && message.type === 'answered' && typeof message.answer === 'string')
        return message.answer;
      throw failureOf(message, 'failed');
    },
    kill: async (reason) => {
      died(reason);
      await worker.terminate();
    },
  };
};

/** The second parameter of `exports.main`. */
const contextOf = (invocation: Invocation, { config }: DeployedFunction) => ({
  request_id: invocation.requestId,
  function_name: invocation.door,
  function_version: '$LATEST',
  memory_limit_in_mb: config.memorySize,
  time_limit_in_ms: config.timeout * 1000,
  namespace: 'local',
});

const failureOf = (message: unknown, kind: 'failed' | 'unloadable'): FunctionError => {
  const failure = isPlainObject(message) && isPlainObject(message.failure) ? message.failure : {};
  const error = new FunctionError(kind, String(failure.message ?? 'unknown failure'));
  error.stack = String(failure.stack ?? '');
  return error;
};

const forwardLines = (worker: Worker, log: (line: string) => void): void => {
  for (const stream of [worker.stdout, worker.stderr]) {
    let rest = '';
    stream.setEncoding('utf8');
    stream.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) log(line);
    });
    stream.on('end', () => rest !== '' && log(rest));
  }
};
