import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { isPlainObject } from '../protocol/plain';
import { invocationEnvironment } from './environment';
import type { DeployedFunction } from './function-config';
import { FunctionError } from './function-error';
import type { Invocation } from './invocations';

const THREAD = path.join(__dirname, 'instance-thread.cjs');
/** What V8 compiled of bundles, for all clouds of this user. */
const COMPILED = path.join(tmpdir(), `local-cloud-compiled-${process.getuid?.() ?? 'own'}`);
/** Milliseconds in which a bundle must have loaded. */
const LONGEST_START = 30_000;

/** One warm copy of a function: a worker thread with an environment of its own, serving one invocation at a time. */
export type Instance = {
  readonly version: string;
  readonly ready: Promise<void>;
  isAlive(): boolean;
  /** Answers JSON text. Only when ready, one at a time. */
  invoke(invocation: Invocation, event: string, millisecondsAgo: number): Promise<string>;
  /** Ends the thread; a running invocation fails for this reason. Resolves when the thread has ended. */
  kill(reason: FunctionError): Promise<void>;
  readonly ended: Promise<void>;
};

export const startInstance = (
  deployed: DeployedFunction,
  env: Record<string, string>,
  log: (line: string) => void,
): Instance => {
  const worker = new Worker(THREAD, {
    workerData: { bundle: deployed.bundle, compiled: COMPILED },
    env,
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: deployed.config.memorySize },
  });
  forwardLines(worker, log);
  const thread = threadTalk(worker, log);
  const { timeout } = deployed.config;
  return {
    version: deployed.version,
    ready: becomesReady(thread),
    isAlive: thread.isAlive,
    invoke: async (invocation, event, millisecondsAgo) => {
      const answer = thread.nextMessage(timeout * 1000, `Invoking task timed out after ${timeout} seconds`);
      const env = invocationEnvironment(invocation);
      worker.postMessage({ event, env, context: contextOf(invocation, deployed), millisecondsAgo });
      const message = await answer;
      if (message.type === 'answered' && typeof message.answer === 'string') return message.answer;
      throw failureOf(message, 'failed');
    },
    kill: thread.end,
    ended: thread.ended,
  };
};

type ThreadMessage = { readonly type?: unknown; readonly answer?: unknown; readonly failure?: unknown };
type ThreadTalk = {
  isAlive(): boolean;
  /** The next message, or a rejection when the thread ends first; one listener at a time. Ends the thread when it is late. */
  nextMessage(milliseconds: number, late: string): Promise<ThreadMessage>;
  end(reason: FunctionError): Promise<void>;
  readonly ended: Promise<void>;
};

const threadTalk = (worker: Worker, log: (line: string) => void): ThreadTalk => {
  let death: FunctionError | undefined;
  let listener: { heard(message: ThreadMessage): void; died(error: FunctionError): void } | undefined;
  const died = (error: FunctionError): void => {
    death ??= error;
    listener?.died(death);
  };
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const end = async (reason: FunctionError): Promise<void> => {
    died(reason);
    await worker.terminate();
    await ended;
  };
  worker.on('message', (message: unknown) => listener?.heard(isPlainObject(message) ? message : {}));
  worker.on('error', (error) => {
    log(String(error.stack ?? error));
    died(new FunctionError('crashed', error.message));
  });
  worker.on('exit', (code) => died(new FunctionError('crashed', `the instance ended with code ${code}`)));
  const nextMessage: ThreadTalk['nextMessage'] = async (milliseconds, late) => {
    if (death) throw death;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<ThreadMessage>((heard, died) => {
        listener = { heard, died };
        timer = setTimeout(() => void end(new FunctionError('timeout', late)), milliseconds);
      });
    } finally {
      clearTimeout(timer);
      listener = undefined;
    }
  };
  return { isAlive: () => death === undefined, nextMessage, end, ended };
};

const becomesReady = async (thread: ThreadTalk): Promise<void> => {
  const message = await thread.nextMessage(LONGEST_START, `the bundle did not load within ${LONGEST_START / 1000} s`);
  if (message.type === 'ready') return;
  const failure = failureOf(message, 'unloadable');
  await thread.end(failure);
  throw failure;
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

const failureOf = (message: ThreadMessage, kind: 'failed' | 'unloadable'): FunctionError => {
  const failure = isPlainObject(message.failure) ? message.failure : {};
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
