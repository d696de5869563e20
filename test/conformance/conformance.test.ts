import { removeTemporaryFolders, startTestCloud, type TestCloud, temporaryFolder } from '../local-cloud/support';
import { bundleProbe, PROBE } from './bundle-probe';
import { CASES, titleOf } from './cases';
import type { Outcome } from './run-case';

const BATCH = 50;
const TITLES = CASES.map(titleOf);

let cloud: TestCloud;
const outcomes = new Map<string, Outcome>();

beforeAll(async () => {
  const functionsDir = temporaryFolder();
  await bundleProbe(functionsDir);
  cloud = await startTestCloud({ functionsDir, unindexed: 'warn' });
  for (let from = 0; from < CASES.length; from += BATCH) {
    const answer = (await cloud.call(PROBE, { from, count: BATCH }, { openid: 'oConformance' })) as Outcome[];
    for (const outcome of answer) outcomes.set(outcome.name, outcome);
  }
}, 120_000);
afterAll(async () => {
  await cloud.close();
  removeTemporaryFolders();
});

describe('the conformance suite', () => {
  it('has one name for each case and a source for each', () => {
    expect(new Set(TITLES).size).toBe(CASES.length);
    expect(CASES.filter(({ source }) => source.trim() === '').map(titleOf)).toEqual([]);
  });

  it('lists the same cases as the deployed probe', async () => {
    expect(await cloud.call(PROBE, { list: true })).toEqual(TITLES);
  });
});

describe('the local cloud does as the platform', () => {
  it.each(TITLES)('%s', (title) => {
    const { passed = false, got = 'nothing' } = outcomes.get(title) ?? {};
    expect(passed ? 'as the platform' : got).toBe('as the platform');
  });
});
