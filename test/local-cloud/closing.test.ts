import { spawn } from 'node:child_process';
import path from 'node:path';
import { deploy, removeTemporaryFolders, temporaryFolder } from './support';

const ROUGH = `
const cloud = require('wx-server-sdk');
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
exports.main = async ({ action, inner }) => {
  const things = cloud.database().collection('things');
  switch (action) {
    case 'hang': return new Promise(() => {});
    case 'spin': for (;;) {}
    case 'exit': return process.exit(3);
    case 'nest': return cloud.callFunction({ name: 'rough', data: { action: inner, inner: 'hang' } });
    case 'write': return things.add({ data: {} });
    case 'overwrite': return things.doc('held').set({ data: { at: 1 } });
    case 'hold': {
      const transaction = await cloud.database().startTransaction();
      await transaction.collection('things').doc('held').set({ data: { at: 1 } });
      return new Promise(() => {});
    }
  }
};`;

/** Milliseconds that a process may take to end when its cloud is closed. */
const ENDS_WITHIN = 3_000;
const CLOSED = { code: 'gateway.closed' };
const CHILD = path.join(__dirname, 'closing-child.ts');
const functionsDir = temporaryFolder();
beforeAll(async () => {
  await deploy(functionsDir, 'rough', ROUGH, { timeout: 1 });
  await deploy(
    functionsDir,
    'other',
    'exports.main = async ({ action }) => (action === "exit" ? process.exit(3) : 1);',
  );
});
afterAll(removeTemporaryFolders);

type Told = { open: number; after: number; meanwhile: unknown; late: unknown; outcomes: string[] };
type Ended = { code: number | null; said: string; told?: Told };

const run = (situation: string): Promise<Ended> =>
  new Promise((resolve) => {
    const loader = ['--import', require.resolve('tsx')];
    const child = spawn(process.execPath, [...loader, CHILD, situation, temporaryFolder(), functionsDir]);
    let said = '';
    let told: Told | undefined;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
        const line = /^\{.*\}$/m.exec(said)?.[0];
        if (line === undefined || told) return;
        told = JSON.parse(line) as Told;
        setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN).unref();
      });
    }
    child.on('close', (code) => resolve({ code, said, ...(told && { told }) }));
  });

describe('a process whose cloud is closed ends by itself, with every thread ended', () => {
  it.each([
    ['after a call', 'quiet', []],
    ['after an instance was killed', 'killed', ['gateway.crashed']],
    ['after calls that came too late', 'late', ['gateway.timeout', 'gateway.timeout']],
    ['after an answer was cut', 'cut', []],
    ['with nested calls and a transaction in flight', 'nested', Array(5).fill('gateway.closed')],
  ])('%s', async (_, situation, outcomes) => {
    const { code, said, told } = await run(situation);
    expect({ code, said, told }).toMatchObject({
      code: 0,
      told: { after: 0, meanwhile: CLOSED, late: CLOSED, outcomes },
    });
  });

  it('with reads and writes in full work, each of which is answered or refused', async () => {
    const { code, said, told } = await run('storm');
    expect({ code, said, told }).toMatchObject({ code: 0, told: { after: 0 } });
    expect(told?.outcomes).toHaveLength(80);
  });

  it('after 100 instances were killed, of which nothing is left even before', async () => {
    const { code, said, told } = await run('manyKills');
    expect({ code, said, told }).toMatchObject({ code: 0, told: { open: 0, after: 0 } });
    expect(said).not.toContain('MaxListeners');
  }, 60_000);
});
