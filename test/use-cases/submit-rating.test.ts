import type { RatingFile } from '@shared/domain/rating-file';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await aLocalCloud();
});
afterAll(() => cloud.close());

let raters = 0;
const submit = (difference?: object, openid = `rater-${++raters}`) =>
  cloud.citizen(openid, 'rating.submit', aRating(cloud, difference));
const stored = (id: string) => cloud.cloud.database.get('ratings', id) as RatingFile | undefined;

describe('提交评价', () => {
  it('第七条 前三个等级可不选标签直接提交，没有工单', async () => {
    for (const level of ['verySatisfied', 'satisfied', 'basicallySatisfied']) {
      const receipt = await submit({ level });
      expect(receipt).toMatchObject({ ok: true, value: { level, promise: null } });
      expect(stored(receipt.value.ratingId)).toMatchObject({
        level,
        ticket: null,
        origin: 'self',
        standing: 'effective',
      });
    }
  });

  it.each(['dissatisfied', 'veryDissatisfied'])('第七条 %s 没有标签也没有原因：说明怎么办', async (level) => {
    for (const comment of ['', '   ', '\u3000\u200b\n', '\u0000']) {
      expect(await submit({ level, comment })).toMatchObject({
        ok: false,
        code: 'rating.reasonMissing',
        message: '请选择标签或填写原因。',
      });
    }
  });

  it('第七条 有标签或有原因的差评，一次写入就带着工单和期限', async () => {
    await submit();
    cloud.counters.reset();
    const receipt = await submit({ level: 'dissatisfied', tags: ['213'] });

    expect(cloud.counters.read()).toMatchObject({ calls: { citizen: 1 }, writes: 1 });
    const { ticketNo, contactBy, rectifyBy } = receipt.value.promise;
    expect(stored(receipt.value.ratingId)?.ticket).toMatchObject({
      ticketNo,
      state: 'awaitingAcceptance',
      clocks: [
        { step: 'accept', deadline: { dueAt: contactBy } },
        { step: 'rectify', deadline: { dueAt: rectifyBy } },
      ],
    });
  });

  it('同一个人换一次服务再评，是另一次评价', async () => {
    const first = await submit({}, 'twice');
    const second = await submit({}, 'twice');
    expect(second).toMatchObject({ ok: true });
    expect(second.value.ratingId).not.toBe(first.value.ratingId);
  });

  it('同一个人同一天同一窗口评了太多次：照收，照开工单，但先隔离核查', async () => {
    const receipts = [];
    for (let i = 0; i < 4; i++)
      receipts.push(await submit({ level: 'dissatisfied', tags: ['213'] }, 'again-and-again'));
    const files = receipts.map((receipt) => stored(receipt.value.ratingId));
    expect(files.map((file) => file?.standing)).toEqual(['effective', 'effective', 'effective', 'quarantined']);
    expect(files[3]?.ticket).not.toBeNull();
  });

  it('重试得到同一张回执，哪怕窗口码在这期间被换掉', async () => {
    const rating = aRating(cloud, { scene: cloud.sign('tq01').scene });
    const first = await cloud.citizen('retrier', 'rating.submit', rating);
    const window = cloud.cloud.database.get('windows', 'tq01') as { code: object };
    await cloud.cloud.database.replace('windows', { ...window, code: { serial: 9, revoked: false } });
    const again = await cloud.citizen('retrier', 'rating.submit', rating);
    expect(again.value).toEqual(first.value);
    await cloud.cloud.database.replace('windows', window);
  });
});

describe('一事一评', () => {
  it('第八条 自己的办件从待评价进入，评一次就不再出现', async () => {
    const { citizen } = cloud.personas;
    const before = await cloud.citizen(citizen, 'rating.mine');
    expect(before.value.waiting).toContainEqual(
      expect.objectContaining({
        key: 'CZ1#1',
        place: 'chaozhou',
        unit: '潮州市市场监督管理局',
        staff: expect.stringMatching(/^[\u4e00-\u9fff]+$/),
      }),
    );
    const receipt = await submit({ scene: undefined, serviceKey: 'CZ1#1' }, citizen);
    expect(receipt).toMatchObject({ ok: true, value: { ratingId: 'CZ1#1' } });
    const after = await cloud.citizen(citizen, 'rating.mine');
    expect(after.value.waiting.map((service: { key: string }) => service.key)).not.toContain('CZ1#1');
    expect(after.value.items[0]).toMatchObject({ ratingId: 'CZ1#1', servedBy: { center: '潮州市政务服务中心' } });
  });

  it('第七条（潮州）同一次服务两部手机各评一次：后一次说已经评过', async () => {
    const slip = { scene: cloud.sign('cz01').scene, caseNo: 'CZ4', receiptCode: 'K7M2P9QX' };
    const first = await submit(slip, 'phone-one');
    const second = await submit({ ...slip, level: 'dissatisfied', tags: ['213'] }, 'phone-two');
    expect(first).toMatchObject({ ok: true, value: { ratingId: 'CZ4#1' } });
    expect(second).toMatchObject({ ok: false, code: 'rating.alreadyRated' });
    expect(stored('CZ4#1')?.level).toBe('satisfied');
  });

  it('办件编号用小写、全角、前后有空格来填，都认得', async () => {
    const receipt = await submit({ caseNo: ' ｔｑ3 ' });
    expect(stored(receipt.value.ratingId)?.subject).toMatchObject({ caseNo: 'TQ3', serviceNo: 1 });
  });

  it('一个办件的几次服务各评一次，由谁办的就评谁', async () => {
    const { citizen } = cloud.personas;
    const first = await submit({ scene: undefined, serviceKey: 'TQ2#1' }, citizen);
    const second = await submit({ scene: undefined, serviceKey: 'TQ2#2' }, citizen);
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect(stored('TQ2#1')?.subject).toMatchObject({ windowId: 'tq01', staffId: 'clerk-tq01', serviceNo: 1 });
    expect(stored('TQ2#2')?.subject).toMatchObject({ windowId: 'tq02', staffId: 'clerk-tq02', serviceNo: 2 });
  });

  it.each([
    ['别人的办件', { scene: undefined, serviceKey: 'TQ5#1' }, 'service.notYours'],
    ['没有的办件', { scene: undefined, serviceKey: 'NONE#1' }, 'service.notYours'],
    ['没有的服务', { scene: undefined, serviceKey: 'TQ1#9' }, 'service.notYours'],
    ['还没办完的办件', { scene: undefined, serviceKey: 'TQ4#1' }, 'service.notYetRatable'],
    ['编号写错', { caseNo: 'TQ999' }, 'service.unknown'],
    ['编号是空格', { caseNo: '　 ' }, 'service.unknown'],
    ['编号对但不在这个窗口', { caseNo: 'CZ2' }, 'service.notHere'],
    ['窗口和服务都没有', { scene: undefined }, 'rating.placeMissing'],
    ['窗口和服务都给', { serviceKey: 'TQ1#1' }, 'rating.placeMissing'],
  ])('%s：拒绝并说明', async (_what, difference, code) => {
    expect(await submit(difference, cloud.personas.citizen)).toMatchObject({ ok: false, code });
  });
});

describe('窗口码', () => {
  it('换下的码和停用的码：请扫新码；伪造、截短、乱写的：认不出', async () => {
    const { scene } = cloud.sign('tq02');
    for (const old of cloud.oldSigns) {
      expect(await submit({ scene: old.scene })).toMatchObject({ ok: false, code: 'windowCode.revoked' });
      expect(await cloud.citizen('anyone', 'window.open', { scene: old.scene })).toMatchObject({
        code: 'windowCode.revoked',
      });
    }
    const forged = `${scene.slice(0, -1)}${scene.endsWith('A') ? 'B' : 'A'}`;
    for (const wrong of [forged, scene.slice(0, -3), '', 'x', '1.tq02.1.', `${scene}x`, '中文', '%00', '__proto__']) {
      expect(await submit({ scene: wrong })).toMatchObject({ ok: false, code: 'windowCode.invalid' });
    }
  });

  it('第八条 扫码后看到中心、窗口、单位、当班人员和事项', async () => {
    const opened = await cloud.citizen('anyone', 'window.open', { scene: cloud.sign('cz01').scene });
    expect(opened.value).toMatchObject({
      place: { id: 'chaozhou', name: '潮州市' },
      center: '潮州市政务服务中心',
      unit: '潮州市市场监督管理局',
      dictionary: 'national-2',
      proof: 'account',
    });
    expect(opened.value.staff.name).toEqual(expect.any(String));
    expect(opened.value.items.length).toBeGreaterThan(0);
  });
});
