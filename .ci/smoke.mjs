// `npm start` as a person meets it: the ready line, the window signs, one rating, Ctrl-C.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const READY_WITHIN_MS = 180_000;
const STOPPED_WITHIN_MS = 20_000;

const dataDir = mkdtempSync(path.join(tmpdir(), 'haochaping-smoke-'));
// A group of its own, because Ctrl-C reaches npm and everything that it started.
const started = spawn('npm', ['start', '--', '--data', dataDir], {
  detached: true,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise((resolve) => started.on('close', (code, signal) => resolve(code ?? signal)));
const after = (ms, sentence) =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error(sentence)), ms).unref();
  });

const readyUrl = () => {
  let said = '';
  const ready = new Promise((resolve) => {
    started.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      said += chunk;
      const [, url] = /^ready (http:\S+\/)$/m.exec(said) ?? [];
      if (url) resolve(url);
    });
  });
  const gone = ended.then((code) => {
    throw new Error(`npm start ended with ${code} before it was ready`);
  });
  return Promise.race([ready, gone, after(READY_WITHIN_MS, 'npm start was not ready in time')]);
};

const rateOnce = async (url) => {
  const signs = await (await fetch(`${url}demo/codes.json`)).json();
  if (!signs[0]?.scene) throw new Error('no window sign in codes.json');
  const input = { scene: signs[0].scene, level: 'verySatisfied', idempotencyKey: 'smoke-test-of-the-gate' };
  const answer = await fetch(`${url}functions/citizen`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': 'smoke-tester' },
    body: JSON.stringify({ action: 'rating.submit', input }),
  });
  const receipt = await answer.json();
  if (!receipt.ok) throw new Error(`the rating was refused: ${JSON.stringify(receipt)}`);
  console.log(`rated at ${signs[0].window}, receipt ${receipt.value.receiptNo}`);
};

const pressCtrlC = async (url) => {
  process.kill(-started.pid, 'SIGINT');
  await Promise.race([ended, after(STOPPED_WITHIN_MS, 'npm start did not stop on Ctrl-C')]);
  const stillThere = await fetch(url).then(
    () => true,
    () => false,
  );
  if (stillThere) throw new Error('something still answers after Ctrl-C');
};

try {
  const url = await readyUrl();
  await rateOnce(url);
  await pressCtrlC(url);
  console.log('npm start: ready, rated, stopped');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
  try {
    process.kill(-started.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
