import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Identity } from '@shared/domain/identity';
import { NOTICE_TEXTS } from '@shared/policy/notices';
import { aLocalCloud, TEST_KEYS, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';
import { atATime } from '../support/over-http';

const OLD = TEST_KEYS.HAOCHAPING_VAULT_KEYS;
const NEW = '2:test-vault-key-test-vault-key-test-0002';
const PEOPLE_KEPT = 70;

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'haochaping-rotation-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const withKeys = async (keys: string, during: (cloud: TestCloud) => Promise<void>) => {
  const cloud = await aLocalCloud({ dataDir, env: { HAOCHAPING_VAULT_KEYS: keys } });
  try {
    await during(cloud);
  } finally {
    await cloud.close();
  }
};
const openids = Array.from({ length: PEOPLE_KEPT }, (_, i) => `kept-${i}`);
const identities = (cloud: TestCloud) => cloud.cloud.database.find('identities', {}) as Identity[];
const allReadable = async (cloud: TestCloud, whom: readonly string[]) => {
  const shown = await atATime(8, whom, (openid) => cloud.citizen(openid, 'identity.mine'));
  return shown.every(({ value }) => value.phone !== null);
};

it('换钥时照常使用：旧的逐批换新，新的直接用新钥，撤下旧钥后一个也不少', async () => {
  await withKeys(OLD, async (cloud) => {
    await atATime(8, openids, (openid) => cloud.provePhone(openid));
    expect(identities(cloud).every(({ keyVersion }) => keyVersion === '1')).toBe(true);
  });

  const late = Array.from({ length: 20 }, (_, i) => `late-${i}`);
  await withKeys(`${OLD},${NEW}`, async (cloud) => {
    const [person] = cloud.cloud.verifiers.people;
    const claim = { name: person?.name, idNumber: person?.idNumber, consent: NOTICE_TEXTS.idNumber.version };
    const busy = async () => {
      await atATime(8, late, (openid) => cloud.provePhone(openid));
      const changed = await atATime(8, openids, (openid) => cloud.citizen(openid, 'identity.proveNumber', claim));
      const rated = await atATime(8, openids, (openid) => cloud.citizen(openid, 'rating.submit', aRating(cloud)));
      expect([...changed, ...rated].filter(({ ok }) => !ok)).toEqual([]);
    };
    const rotation = async () => {
      for (let run = 0; run < 6; run++) await cloud.runClock();
    };
    await Promise.all([busy(), rotation()]);
    await cloud.runClock();
    expect(identities(cloud).filter(({ keyVersion }) => keyVersion !== '2')).toEqual([]);
  });

  await withKeys(NEW, async (cloud) => {
    expect(identities(cloud)).toHaveLength(PEOPLE_KEPT + late.length);
    expect(await allReadable(cloud, [...openids, ...late])).toBe(true);
    expect((await cloud.citizen('kept-0', 'identity.mine')).value).toMatchObject({ name: '王*示' });
  });
});

it('有读不出的挡在前面，其余的照样换新', async () => {
  await withKeys(`${NEW},${OLD}`, async (cloud) => {
    await cloud.provePhone('behind-the-unreadable');
    const [one] = identities(cloud);
    if (!one) throw new Error('nobody');
    const unreadable = Array.from({ length: 120 }, (_, i) => ({
      ...{ ...one, _id: `!unreadable-${i}`, keyVersion: '0', idIndex: null },
      sealed: { phone: 'v0.unreadable' },
    }));
    await cloud.cloud.database.insertMany('identities', unreadable);
  });
  await withKeys(`${OLD},${NEW}`, async (cloud) => {
    await cloud.runClock();
    const left = identities(cloud).filter(({ keyVersion }) => keyVersion !== '2');
    expect(left.every(({ _id }) => _id.startsWith('!unreadable'))).toBe(true);
    expect(left).toHaveLength(120);
    for (const { _id } of left) await cloud.cloud.database.remove('identities', _id);
  });
});

it('旧钥撤早了：没来得及换的读不出，但都还在，把旧钥放回去就又读得出', async () => {
  await withKeys(`${NEW},${OLD}`, async (cloud) => {
    await cloud.provePhone('sealed-under-the-old-key');
  });
  const shown = async (cloud: TestCloud) => (await cloud.citizen('sealed-under-the-old-key', 'identity.mine')).value;
  await withKeys(NEW, async (cloud) => {
    await cloud.runClock();
    expect((await shown(cloud)).phone).toBeNull();
    expect(await cloud.citizen('sealed-under-the-old-key', 'rating.submit', aRating(cloud))).toMatchObject({
      ok: true,
    });
  });
  await withKeys(`${OLD},${NEW}`, async (cloud) => {
    await cloud.runClock();
    expect((await shown(cloud)).phone).toEqual(expect.stringMatching(/^\d{3}\*{4}\d{4}$/));
  });
});
