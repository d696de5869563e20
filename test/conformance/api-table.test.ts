import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CLOUD_ERRORS } from '../../cloudfunctions/local/protocol/cloud-error';
import { readApiTable, readErrorTable } from './api-table';
import { CASES, titleOf } from './cases';
import { publicApi } from './public-api';

const ROOT = path.join(__dirname, '../..');
const ROWS = readApiTable();
const NAMED = new Set(ROWS.map(({ api }) => api));
/** Needs a geo index in the cloud, which the suite cannot make: test/local-cloud/geo.test.ts. */
const WITHOUT_CASES = new Set(['aggregate.geoNear', 'command.geoNear']);
const WITH_CASES = new Set(CASES.map(({ api }) => api));

describe('the table of methods', () => {
  beforeAll(() => jest.spyOn(console, 'warn').mockImplementation());
  afterAll(() => jest.restoreAllMocks());

  it('has each public method of the installed SDK once, and nothing else', async () => {
    const api = await publicApi();
    expect(ROWS.map((row) => row.api).sort()).toEqual([...api].sort());
  });

  it('has a test that exists for each method that is implemented or refused', () => {
    const untested = ROWS.filter(({ here }) => here !== 'platform-only').filter(({ api, test }) =>
      test === 'cases' ? !WITH_CASES.has(api) : !existsSync(path.join(ROOT, test)),
    );
    expect(untested.map(({ api }) => api).filter((api) => !WITHOUT_CASES.has(api))).toEqual([]);
  });

  it('says why for each that only the platform can answer', () => {
    expect(ROWS.filter(({ here, remark }) => here === 'platform-only' && remark === '')).toEqual([]);
  });

  it('knows the method that a case belongs to', () => {
    expect(CASES.filter(({ api }) => !NAMED.has(api)).map(titleOf)).toEqual([]);
  });
});

describe('the table of errors', () => {
  it('is the one that the local cloud answers by', () => {
    expect(Object.fromEntries(readErrorTable().map(({ code, errCode }) => [code, errCode]))).toEqual(CLOUD_ERRORS);
  });

  it('has the numbers of the installed SDK, and its -501001 for what that does not know', () => {
    const source = readFileSync(require.resolve('wx-server-sdk'), 'utf8');
    const table = /exports\.TCB_ERR_CODE = \{([^}]*)\}/.exec(source)?.[1] ?? '';
    const numbers = Object.fromEntries(
      [...table.matchAll(/^\s*([A-Z_]+): (-?\d+),/gm)].map(([, code = '', number]) => [code, Number(number)]),
    );
    expect(numbers.DATABASE_REQUEST_FAILED).toBe(-502001);
    for (const [code, errCode] of Object.entries(CLOUD_ERRORS))
      expect([code, errCode]).toEqual([code, numbers[code] ?? -501001]);
  });
});
