import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { builtFunctions } from '../support/built-functions';
import { bundleBytes, firstScriptsBytes, mainPackageBytes } from './sizes';

const KB = 1024;

describe('what is loaded', () => {
  it('the main package of the mini-program stays within 420 KB', () => {
    expect(mainPackageBytes()).toBeLessThanOrEqual(420 * KB);
  });

  it('the first scripts of the H5 app stay within 150 KB, gzipped', () => {
    expect(firstScriptsBytes()).toBeLessThanOrEqual(150 * KB);
  });

  it('each door stays within 1.6 MB', async () => {
    const sizes = bundleBytes(await builtFunctions());
    expect(sizes).toHaveLength(5);
    expect(sizes.filter(([, bytes]) => bytes > 1.6 * KB * KB)).toEqual([]);
  });
});

describe('what is asked of the cloud', () => {
  let cloud: TestCloud;
  // One instance: the second call meets the warm one.
  beforeEach(async () => {
    cloud = await aLocalCloud({ instances: 1 });
  });
  afterEach(() => cloud.close());

  const open = () => cloud.citizen('passer-by', 'window.open', { scene: cloud.sign('tq02').scene });
  let served: string | undefined;
  /** As the phone does it: what the opening handed out goes with the rating. */
  const opened = async () => {
    served = (await open()).value.served;
  };
  const submit = (difference: object = {}) =>
    cloud.citizen('passer-by', 'rating.submit', {
      served,
      scene: cloud.sign('tq02').scene,
      level: 'satisfied',
      idempotencyKey: 'key-of-the-budget',
      ...difference,
    });
  const counted = async (action: () => Promise<{ ok: boolean }>) => {
    cloud.counters.reset();
    expect(await action()).toMatchObject({ ok: true });
    return cloud.counters.read();
  };

  it('opening a window is 1 function call and at most 5 reads cold, 2 warm', async () => {
    const cold = await counted(open);
    expect(cold).toMatchObject({ calls: { citizen: 1 }, writes: 0, scans: 0 });
    // Who scans (1) tells under which references his services wait (1); window, orgs and items (3) are remembered.
    expect(cold.reads).toBeLessThanOrEqual(5);

    const warm = await counted(open);
    expect(warm).toMatchObject({ calls: { citizen: 1 }, writes: 0, scans: 0 });
    expect(warm.reads).toBeLessThanOrEqual(2);
  });

  it('a good rating is 1 function call, 1 write and no scan', async () => {
    await opened();
    const { calls, reads, writes, scans } = await counted(submit);
    expect({ calls, writes, scans }).toEqual({ calls: { citizen: 1 }, writes: 1, scans: 0 });
    // Who served was decided when it was opened. Who rates (1), whether he is staff and what came in lately (2, at once), what came in at the same moment (1).
    expect(reads).toBeLessThanOrEqual(4);
  });

  it('a rating whose form was never opened here costs one read more: who is on duty at this moment', async () => {
    await opened();
    const { reads, writes } = await counted(() => submit({ served: undefined }));
    expect(reads).toBeLessThanOrEqual(5);
    expect(writes).toBe(1);
  });

  it('a bad rating is 1 function call and 1 write too, its ticket included', async () => {
    await opened();
    const counts = await counted(() => submit({ level: 'dissatisfied', tags: ['213'] }));
    expect(counts).toMatchObject({ calls: { citizen: 1 }, writes: 1, scans: 0 });
  });

  it('words to be checked cost one call of the open platform and no further write', async () => {
    await opened();
    const counts = await counted(() => submit({ level: 'dissatisfied', comment: '等了两个小时' }));
    expect(counts).toMatchObject({ calls: { citizen: 1, wxopen: 1 }, writes: 1, openapi: 1, scans: 0 });
  });

  // The write is the line of the audit log: no answer leaves before it. A warm instance knows where the chain ends.
  it('an official who opens his list costs at most 3 reads and 1 write, one ticket or twenty', async () => {
    const list = () => cloud.staff(cloud.personas.taiqianUnitLiaison, 'ticket.list', {});
    const complain = (n: number) =>
      cloud.citizen(`somebody-${n}`, 'rating.submit', {
        ...{ scene: cloud.sign('tq02').scene, level: 'dissatisfied', tags: ['213'] },
        idempotencyKey: `key-of-the-budget-${n}`,
      });
    await complain(1);
    await list();
    const one = await counted(list);
    for (let n = 2; n <= 20; n++) await complain(n);
    const twenty = await counted(list);

    expect(one).toMatchObject({ calls: { staff: 1 }, writes: 1, scans: 0 });
    // Who asks (1), the page and all counts (2, at once).
    expect(one.reads).toBeLessThanOrEqual(3);
    expect(twenty).toEqual(one);
  });

  it('a move of a ticket is one conditional write, and the line of the audit log', async () => {
    const rated = await submit({ level: 'dissatisfied', tags: ['213'] });
    const accept = { ratingId: rated.value.ratingId, version: 0, step: { move: 'accept' } };
    const { writes, scans } = await counted(() =>
      cloud.staff(cloud.personas.taiqianUnitLiaison, 'ticket.move', accept),
    );
    expect({ writes, scans }).toEqual({ writes: 2, scans: 0 });
  });
});
