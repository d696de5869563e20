import { removeTemporaryFolders, type Sdk, startTestCloud, type TestCloud } from './support';

const HOUR = 3_600_000;
let cloud: TestCloud;
const machineClock = Date.now;
/** Milliseconds by which the machine's clock has been put forward. */
const putForward = (milliseconds: number): void => {
  jest.spyOn(Date, 'now').mockImplementation(() => machineClock() + milliseconds);
};

beforeEach(async () => {
  cloud = await startTestCloud({ schema: { things: [] } });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await cloud.close();
});
afterAll(removeTemporaryFolders);

const begin = ({ db }: Sdk) => {
  const held = globalThis as Sdk;
  held.transaction = db.startTransaction();
  return held.transaction.then((one: Sdk) => one.collection('things').add({ data: { _id: 'held' } }));
};
const commit = () => (globalThis as Sdk).transaction.then((one: Sdk) => one.commit());

describe.each([
  ['back', -HOUR],
  ['forward', HOUR],
])('a clock that is put %s by an hour', (_, shift) => {
  it('neither ends a transaction nor lets go of its documents', async () => {
    await cloud.probe(begin);
    putForward(shift);
    const taken = await cloud.probe(async ({ db }) => {
      const other = await db.startTransaction();
      const add = other.collection('things').add({ data: { _id: 'held' } });
      return add.catch((error: Sdk) => error.errMsg);
    });
    expect(taken).toContain('TransactionConflict');
    await cloud.probe(commit);
    expect(cloud.database.get('things', 'held')).toEqual({ _id: 'held' });
  });

  it('leaves temporary addresses as long as they had', async () => {
    const url = await cloud.probe(async ({ cloud: sdk }) => {
      const { fileID } = await sdk.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('content') });
      const { fileList } = await sdk.getTempFileURL({ fileList: [{ fileID, maxAge: 1 }] });
      return fileList[0].tempFileURL;
    });
    putForward(shift);
    expect(await (await fetch(url)).text()).toBe('content');
    let status = 200;
    while (status === 200) ({ status } = await fetch(url));
    expect(status).toBe(403);
  });

  it('gives new documents ids of their own, and answers calls', async () => {
    const add = ({ db }: Sdk) => db.collection('things').add({ data: {} });
    const before = await cloud.probe(add);
    putForward(shift);
    const after = await cloud.probe(add);
    expect(after._id).not.toBe(before._id);
    expect(cloud.database.find('things', {})).toHaveLength(2);
  });
});
