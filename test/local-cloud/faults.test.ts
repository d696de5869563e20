import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { plannedFaults } from '../../cloudfunctions/local/faults/planned-faults';
import { removeTemporaryFolders, type Sdk, startTestCloud, type TestCloud, temporaryFolder } from './support';

let cloud: TestCloud;
beforeAll(async () => {
  const config = { permissions: { openapi: ['subscribeMessage.send', 'security.msgSecCheck'] } };
  cloud = await startTestCloud({ schema: { things: [] }, config });
});
afterEach(() => cloud.faults.clear());
afterAll(async () => {
  await cloud.close();
  removeTemporaryFolders();
});

const add = (id: string): Promise<Sdk> =>
  cloud.probe(({ db }, _id) => db.collection('things').add({ data: { _id } }), id);
const isThere = (id: string): boolean => cloud.database.get('things', id) !== undefined;

describe('a request of a function', () => {
  it.each([
    ['systemError', -501001, false],
    ['badGateway', -501001, false],
    ['requestLimit', -501003, false],
    ['concurrencyLimit', -501004, false],
    ['conflict', -502001, false],
    ['storageFull', -502001, false],
    ['serverTimeout', -501002, true],
    ['dropResponse', -501001, true],
  ] as const)('(%s) fails once with %i, and the write is done: %s', async (kind, errCode, isDone) => {
    cloud.faults.plan({ kind, action: 'database.insertDocument' });
    await expect(add(kind)).rejects.toMatchObject({ errCode });
    expect(isThere(kind)).toBe(isDone);
    expect(await add(`${kind}-again`)).toMatchObject({ _id: `${kind}-again` });
  });

  it('arrives twice: the function hears of the second time', async () => {
    cloud.faults.next('duplicateRequest', 'probe');
    await expect(add('twice')).rejects.toThrow('E11000');
    expect(isThere('twice')).toBe(true);
  });

  it('conflicts in a transaction as often as demanded, with the words of the platform', async () => {
    await add('counter');
    cloud.faults.plan({ kind: 'conflict', action: 'database.modifyDocument', times: 3 });
    const attempts = await cloud.probe(async ({ db, _ }) => {
      for (let attempt = 1; ; attempt += 1) {
        const transaction = await db.startTransaction();
        try {
          await transaction
            .collection('things')
            .doc('counter')
            .update({ data: { n: _.inc(1) } });
          await transaction.commit();
          return attempt;
        } catch (error) {
          if (!String((error as Error).message).includes('TransactionConflict')) throw error;
          await transaction.rollback();
        }
      }
    });
    expect(attempts).toBe(4);
    expect(cloud.database.get('things', 'counter')).toMatchObject({ n: 1 });
  });

  it('of another door or action is left alone', async () => {
    cloud.faults.next('systemError', 'other');
    cloud.faults.plan({ kind: 'systemError', action: 'database.removeDocument' });
    cloud.faults.plan({ kind: 'conflict', action: 'storage' });
    expect(await add('unharmed')).toMatchObject({ _id: 'unharmed' });
  });

  it('kills the instance before or after it is carried out', async () => {
    cloud.faults.plan({ kind: 'killInstanceBefore', action: 'database.insertDocument' });
    await expect(add('never')).rejects.toMatchObject({ code: 'gateway.crashed' });
    cloud.faults.plan({ kind: 'killInstance', action: 'database.insertDocument' });
    await expect(add('written')).rejects.toMatchObject({ code: 'gateway.crashed' });
    expect([isThere('never'), isThere('written')]).toEqual([false, true]);
  });

  it('of a file finds no room', async () => {
    cloud.faults.plan({ kind: 'storageFull', action: 'storage.put' });
    const upload = () =>
      cloud.probe(({ cloud: sdk }) => sdk.uploadFile({ cloudPath: 'full.txt', fileContent: Buffer.from('x') }));
    await expect(upload()).rejects.toThrow('InsufficientStorage');
    expect(await upload()).toMatchObject({ fileID: expect.stringContaining('full.txt') });
  });
});

describe('a call of a client', () => {
  it('that arrives twice runs the function twice; one that is turned away does not run it', async () => {
    cloud.counters.reset();
    cloud.faults.next('duplicateCall', 'probe');
    await cloud.probe(() => 1);
    expect(cloud.counters.read().calls).toEqual({ probe: 2 });
    cloud.faults.next('refuseCall', 'probe');
    await expect(cloud.probe(() => 1)).rejects.toMatchObject({ code: 'gateway.unavailable' });
    expect(cloud.counters.read().calls).toEqual({ probe: 2 });
  });

  it('is answered late by as much as was demanded', async () => {
    const { setTimeout: wait } = await import('node:timers/promises');
    cloud.faults.plan({ kind: 'delayAnswer', milliseconds: 300 });
    const first = await Promise.race([cloud.probe(() => 'answer'), wait(100, 'nothing yet')]);
    expect(first).toBe('nothing yet');
  });
});

describe('what strikes', () => {
  it('is counted by kind, and lets the first go by where it shall', () => {
    const faults = plannedFaults();
    faults.plan({ kind: 'systemError', after: 2, times: 2 });
    const struck = Array.from({ length: 6 }, () => faults.take('systemError', { door: 'a' }) !== undefined);
    expect(struck).toEqual([false, false, true, true, false, false]);
    expect(faults.injected()).toEqual({ systemError: 2 });
  });

  it('by chance is the same for the same seed', () => {
    const drawn = (seed: number) => {
      const faults = plannedFaults();
      faults.plan({ kind: 'conflict', probability: 0.3, seed });
      return Array.from({ length: 200 }, () => faults.take('conflict', {}) !== undefined);
    };
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
    expect(drawn(7).filter(Boolean).length).toBeGreaterThan(30);
    expect(drawn(7).filter(Boolean).length).toBeLessThan(90);
  });
});

describe('faults.json', () => {
  const withFile = async (content: string): Promise<TestCloud> => {
    const file = path.join(temporaryFolder(), 'faults.json');
    writeFileSync(file, content);
    return startTestCloud({ functionsDir: cloud.functionsDir, schema: { things: [] }, faultsFile: file });
  };
  const send = (on: TestCloud) =>
    on.probe(async ({ cloud: sdk }) => {
      const data = { thing1: { value: '好' } };
      try {
        return (await sdk.openapi.subscribeMessage.send({ touser: 'oRater', templateId: 'T', data })).errCode;
      } catch (error) {
        return (error as Sdk).errCode;
      }
    });

  it.each([43101, 47003, -1, 45009, 40001, 40003, 87014, -604102])('makes WeChat answer %i twice', async (errcode) => {
    const other = await withFile(JSON.stringify({ openapi: { 'subscribeMessage.send': { errcode, times: 2 } } }));
    other.subscriptions.accept('oRater', ['T']);
    expect([await send(other), await send(other), await send(other)]).toEqual([errcode, errcode, 0]);
    await other.close();
  });

  it('knows every kind of fault', async () => {
    const fault = { kind: 'systemError', door: 'probe', action: 'database.calculateDocument' };
    const other = await withFile(JSON.stringify({ faults: [fault] }));
    const count = () => other.probe(({ db }) => db.collection('things').count());
    await expect(count()).rejects.toMatchObject({ errCode: -501001 });
    expect(await count()).toMatchObject({ total: 0 });
    await other.close();
  });

  it.each([
    ['no JSON', '{', '读不懂'],
    ['an unknown kind', '{"faults":[{"kind":"flood"}]}', '“faults › 0 › kind”'],
    ['a code of letters', '{"openapi":{"subscribeMessage.send":{"errcode":"x"}}}', '“openapi › subscribeMessage.send”'],
    ['a list', '[]', '最外层'],
  ])('with %s is complained about in a sentence, and the cloud runs without faults', async (_, content, words) => {
    const other = await withFile(content);
    expect(other.lines.join()).toContain('没有采用');
    expect(other.lines.join()).toContain(words);
    expect(await other.probe(() => 1)).toBe(1);
    await other.close();
  });
});
