import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type ChildCloud, startChild } from './child-cloud';
import { deployProbe, removeTemporaryFolders, type Sdk, startTestCloud, temporaryFolder } from './support';

/** Kibibytes that a file may have, in place of a disk that is full. */
const DISK = 6_000;
const FULL = { errCode: -502001, errMsg: expect.stringContaining('OutOfDiskSpace: no space left on device') };
const schema = { things: [{ name: 'number', keys: [{ field: 'number', direction: 1 as const }], unique: true }] };
const functionsDir = temporaryFolder();
const dataDir = temporaryFolder();
let child: ChildCloud;
const acknowledged: string[] = [];

beforeAll(async () => {
  await deployProbe(functionsDir);
  child = await startChild({ dataDir, functionsDir, schema }, DISK);
});
afterAll(removeTemporaryFolders);

const add = (id: string, number: number, bytes = 60_000) =>
  child.probe(
    ({ db }, { id: _id, number: given, bytes: size }) =>
      db.collection('things').add({ data: { _id, number: given, text: 'x'.repeat(size) } }),
    { id, number, bytes },
  );

/** Four write at once, each until it is refused; answers the refusals. */
const fill = (): Promise<Sdk[]> => {
  let number = 0;
  const writer = async (): Promise<Sdk> => {
    for (;;) {
      const mine = number++;
      const answer = await add(`t${mine}`, mine);
      if (answer._id === undefined) return answer;
      acknowledged.push(answer._id);
    }
  };
  return Promise.all([writer(), writer(), writer(), writer()]);
};

it('a full disk refuses writes by name, again and again', async () => {
  expect(await fill()).toEqual([FULL, FULL, FULL, FULL]);
  expect(acknowledged.length).toBeGreaterThan(20);
  for (let again = 0; again < 20; again += 1) expect(await add('again', -1)).toEqual(FULL);
  const inTransaction = async ({ db }: Sdk) => {
    const transaction = await db.startTransaction();
    await transaction.collection('things').add({ data: { _id: 'inside', number: -2, text: 'x'.repeat(60_000) } });
    return transaction.commit();
  };
  expect(await child.probe(inTransaction)).toMatchObject({ errMsg: FULL.errMsg });
}, 60_000);

it('reads go on, and documents can be removed', async () => {
  const count = ({ db, _ }: Sdk) =>
    db
      .collection('things')
      .where({ number: _.gte(-2) })
      .count();
  expect(await child.probe(count)).toMatchObject({ total: acknowledged.length });
  for (const id of acknowledged.splice(0, 10)) {
    const removed = await child.probe(({ db }, given) => db.collection('things').doc(given).remove(), id);
    expect(removed).toMatchObject({ stats: { removed: 1 } });
  }
  expect(await child.probe(count)).toMatchObject({ total: acknowledged.length });
});

it('a file that does not fit is refused, and nothing of it is left', async () => {
  const upload = ({ cloud }: Sdk, size: number) =>
    cloud.uploadFile({ cloudPath: 'photo', fileContent: Buffer.alloc(size) });
  expect(await child.probe(upload, DISK * 1024 + 1)).toMatchObject({
    errMsg: expect.stringContaining('InsufficientStorage'),
  });
  expect(readdirSync(path.join(dataDir, 'files'))).toEqual([]);
  expect(await child.probe(upload, 1_000)).toMatchObject({ fileID: expect.stringContaining('photo') });
});

it('when there is room again everything that was acknowledged is there, nothing else, and writes are taken', async () => {
  child.process.kill('SIGKILL');
  await once(child.process, 'exit');
  const cloud = await startTestCloud({ dataDir, functionsDir, schema });
  expect((await cloud.check()).problems).toEqual([]);
  const stored = cloud.database.find('things', {}).map(({ _id }: Sdk) => _id);
  expect(stored.sort()).toEqual([...acknowledged].sort());
  expect(await cloud.probe(({ db }) => db.collection('things').add({ data: { _id: 'new' } }))).toMatchObject({
    _id: 'new',
  });
  await cloud.close();
});
