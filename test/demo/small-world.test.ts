import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';

describe('the small world of the tests', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await aLocalCloud();
  });
  afterAll(() => cloud.close());

  it('opens every window whose sign hangs', async () => {
    for (const { scene, center, window, unit } of cloud.windows) {
      expect(await cloud.citizen('citizen-new', 'window.open', { scene })).toMatchObject({
        ok: true,
        value: { center, window, unit },
      });
    }
  });

  it('refuses the signs that were replaced or taken down', async () => {
    expect(cloud.oldSigns.map(({ windowId, revoked }) => [windowId, revoked])).toEqual([
      ['tq04', 'replaced'],
      ['fq02', 'takenDown'],
    ]);
    for (const { scene } of cloud.oldSigns) {
      expect(await cloud.citizen('citizen-new', 'window.open', { scene })).toMatchObject({
        code: 'windowCode.revoked',
      });
    }
  });

  it('gives the citizens services that wait, and the staff their roles', async () => {
    const { citizen, taiqianTownLiaison } = cloud.personas;
    const mine = await cloud.citizen(citizen, 'rating.mine');
    expect(mine.value.waiting.map((service: { key: string }) => service.key).sort()).toEqual([
      'CZ1#1',
      'TQ1#1',
      'TQ2#1',
      'TQ2#2',
    ]);
    expect(await cloud.staff(taiqianTownLiaison, 'staff.me')).toMatchObject({
      value: { staff: { grants: [{ role: 'liaison', org: '台前县城关镇人民政府' }] } },
    });
  });

  it('binds every persona to somebody, but the citizens', async () => {
    const { citizen, otherCitizen, ...officials } = cloud.personas;
    for (const openid of Object.values(officials)) {
      expect(await cloud.staff(openid, 'staff.me')).toMatchObject({ value: { staff: { grants: [{}] } } });
    }
    for (const openid of [citizen, otherCitizen]) {
      expect(await cloud.staff(openid, 'staff.me')).toMatchObject({ value: { staff: null } });
    }
  });

  it('opens a ticket for a bad rating and delivers its messages by the clock', async () => {
    const { scene } = cloud.sign('tq10001');
    const input = { scene, level: 'dissatisfied', comment: '等了很久', idempotencyKey: 'small-world-1' };
    expect(await cloud.citizen('citizen-new', 'rating.submit', input)).toMatchObject({
      ok: true,
      value: { level: 'dissatisfied' },
    });
    expect(await cloud.staff(cloud.personas.taiqianTownLiaison, 'ticket.list')).toMatchObject({
      value: { items: [{ state: 'awaitingAcceptance', unit: '台前县城关镇人民政府' }] },
    });
    expect(await cloud.runClock()).toMatchObject({ ok: true, value: { 'outbox.deliver': { done: 1, left: 0 } } });
    expect(await cloud.citizen('citizen-new', 'message.mine')).toMatchObject({ value: { items: [{}] } });
  });
});
