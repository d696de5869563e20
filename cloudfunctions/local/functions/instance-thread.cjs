/**
 * Runs inside the worker thread of one function instance: loads the bundle once, then serves one invocation at a time.
 * Plain JavaScript, since a worker thread starts without any TypeScript loader.
 */
'use strict';
const { parentPort, workerData } = require('node:worker_threads');
const { loadBundle } = require('./compiled-bundle.cjs');

const readClock = Date.now;

const loaded = (() => {
  try {
    const { exports: given, remember } = loadBundle(workerData.bundle, workerData.compiled);
    if (typeof given.main !== 'function') throw new TypeError(`${workerData.bundle} exports no function "main"`);
    return { main: given.main, remember };
  } catch (error) {
    return { failure: describe(error) };
  }
})();

parentPort.postMessage(loaded.main ? { type: 'ready' } : { type: 'unloadable', failure: loaded.failure });

let rememberOnce = () => {
  rememberOnce = () => {};
  setImmediate(loaded.remember);
};

parentPort.on('message', async ({ event, env, context, millisecondsAgo }) => {
  Date.now = millisecondsAgo === 0 ? readClock : () => readClock() - millisecondsAgo;
  for (const [name, value] of Object.entries(env)) {
    if (value === null) delete process.env[name];
    else process.env[name] = value;
  }
  try {
    const answer = await loaded.main(JSON.parse(event), context);
    parentPort.postMessage({ type: 'answered', answer: JSON.stringify(answer === undefined ? null : answer) });
    rememberOnce();
  } catch (error) {
    parentPort.postMessage({ type: 'failed', failure: describe(error) });
  }
});

function describe(error) {
  if (error instanceof Error) return { message: error.message, stack: String(error.stack) };
  let message;
  try {
    message = typeof error === 'string' ? error : JSON.stringify(error);
  } catch {
    message = String(error);
  }
  return { message: String(message), stack: '' };
}
