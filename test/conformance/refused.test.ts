import { type Probe, removeTemporaryFolders, startTestCloud, type TestCloud } from '../local-cloud/support';
import { readApiTable } from './api-table';

const FILE = 'test/conformance/refused.test.ts';

/** `API not found`, as the open platform says it. */
const NO_SUCH_API = /error code: -604100/;

/** One call of each method that the table calls refused and names this file for, and what its error must say. */
const CALLS: Record<string, readonly [Probe, RegExp]> = {
  'cloud.callOpenAPI': [({ cloud }) => cloud.callOpenAPI({ api: 'wxacode.get', data: {} }), /not emulated/],
  'cloud.getOpenData': [({ cloud }) => cloud.getOpenData({ list: ['a cloudID'] }), NO_SUCH_API],
  'cloud.getVoIPSign': [({ cloud }) => cloud.getVoIPSign({ groupId: 'g', nonce: 'n', timestamp: 1 }), NO_SUCH_API],
  'cloud.getCloudCallSign': [({ cloud }) => cloud.getCloudCallSign({ parameterList: [] }), NO_SUCH_API],
  'cloud.cloudPay': [({ cloud }) => cloud.cloudPay.unifiedOrder({ body: 'nothing', totalFee: 1 }), /not emulated/],
  'command.text': [
    ({ db, _ }) =>
      db
        .collection('things')
        .where(_.text({ search: 'word' }))
        .get(),
    /not emulated/,
  ],
  'command.aggregate.meta': [
    ({ db, $ }) =>
      db
        .collection('things')
        .aggregate()
        .project({ score: $.meta('textScore') })
        .end(),
    /\$meta/,
  ],
};

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ schema: { things: [] } });
  await cloud.database.insert('things', { _id: 'a' });
});
afterAll(async () => {
  await cloud.close();
  removeTemporaryFolders();
});

describe('what the local cloud does not do', () => {
  it('is called here for each row of the table that says so', () => {
    const rows = readApiTable().filter(({ here, test }) => here === 'refused' && test === FILE);
    expect(rows.map(({ api }) => api).sort()).toEqual(Object.keys(CALLS).sort());
  });

  it.each(Object.entries(CALLS))('%s is refused by name', async (_api, [call, said]) => {
    await expect(cloud.probe(call)).rejects.toMatchObject({ errMsg: expect.stringMatching(said) });
  });
});
