import type { RatingFile } from '@shared/domain/rating-file';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await aLocalCloud();
});
afterAll(() => cloud.close());

const submit = (openid: string, difference: object = {}) =>
  cloud.citizen(openid, 'rating.submit', aRating(cloud, difference));
const BAD = { level: 'dissatisfied', tags: ['213'] };
const filesOf = (filter: object) => cloud.cloud.database.find('ratings', filter) as RatingFile[];
/** Lends a member of staff other roles while `during` runs. */
const withGrants = async (staffId: string, grants: object[], during: () => Promise<void>) => {
  const member = cloud.cloud.database.get('staff', staffId) as object;
  await cloud.cloud.database.replace('staff', { ...member, grants });
  await during();
  await cloud.cloud.database.replace('staff', member);
};

describe('同一个幂等键', () => {
  it('换一个评价对象再用：仍是先前那一次评价，不多出一条', async () => {
    const { citizen } = cloud.personas;
    const idempotencyKey = 'one-key-for-two-targets';
    const first = await submit(citizen, { idempotencyKey });
    const second = await submit(citizen, { idempotencyKey, scene: undefined, serviceKey: 'TQ2#2' });
    expect(second.value.ratingId).toBe(first.value.ratingId);
    expect(filesOf({ idempotencyKey })).toHaveLength(1);
  });

  it('内容改过再发：答先前保存的回执，并说明不是这次发的', async () => {
    const idempotencyKey = 'one-key-for-two-words';
    const first = await submit('editor', { idempotencyKey, ...BAD, comment: '慢' });
    expect(first.value.asSent).toBe(true);
    expect((await submit('editor', { idempotencyKey, ...BAD, comment: ' 慢 ' })).value).toEqual(first.value);
    const edited = await submit('editor', { idempotencyKey, ...BAD, comment: '不慢了' });
    expect(edited.value).toEqual({ ...first.value, asSent: false });
    const unreadable = await submit('editor', { idempotencyKey, ...BAD, comment: '字'.repeat(501) });
    expect(unreadable.value).toEqual({ ...first.value, asSent: false });
  });

  it('别人用同一个键，各是各的', async () => {
    const idempotencyKey = 'one-key-for-two-people';
    const [one, other] = [await submit('one', { idempotencyKey }), await submit('other', { idempotencyKey })];
    expect(one.value.ratingId).not.toBe(other.value.ratingId);
  });
});

describe('同时涌来的评价', () => {
  it('一个人同时发十几条没有办件编号的评价：照收，但都先隔离核查', async () => {
    await Promise.all(Array.from({ length: 12 }, () => submit('burst', BAD)));
    const files = filesOf({ raterRef: cloud.digests.accountRef('burst') });
    expect(files).toHaveLength(12);
    expect(files.filter(({ standing }) => standing === 'effective').length).toBeLessThanOrEqual(3);
    expect(files.every(({ ticket }) => ticket !== null)).toBe(true);
  });
});

describe('工作人员看到什么', () => {
  it('任何一个回答里都没有评价的几点几分，也没有评价人', async () => {
    const receipt = await submit('canary-rater', { ...BAD, caseNo: 'TQ3' });
    await cloud.runClock();
    const file = cloud.cloud.database.get('ratings', receipt.value.ratingId) as RatingFile;
    for (const openid of [cloud.personas.taiqianUnitLiaison, cloud.personas.taiqianSupervisor]) {
      const answers = [
        await cloud.staff(openid, 'ticket.list'),
        await cloud.staff(openid, 'ticket.show', { ratingId: file._id }),
        await cloud.staff(openid, 'message.unit'),
        await cloud.staff(openid, 'staff.me'),
      ];
      expect(answers.every(({ ok }) => ok)).toBe(true);
      for (const secret of [String(file.ratedAt), file.raterRef, 'canary-rater', file.idempotencyKey, file.receiptNo]) {
        expect(JSON.stringify(answers)).not.toContain(secret);
      }
    }
  });

  it('被评价的人兼任责任人员：连消息也不提评他的那张工单', async () => {
    const { ratingId } = (await submit('somebody', BAD)).value;
    await cloud.runClock();
    const orgId = 'tq-insurance';
    await withGrants('clerk-tq02', [{ role: 'liaison', orgId }], async () => {
      const messages = await cloud.staff(cloud.personas.taiqianClerk, 'message.unit');
      expect(messages.value.items).toEqual([]);
    });
    const others = await cloud.staff(cloud.personas.taiqianUnitLiaison, 'message.unit');
    expect(others.value.items.map((item: { ratingId: string }) => item.ratingId)).toContain(ratingId);
  });

  it('责任人员自己评了本单位：单位消息里没有同事怎么说他的那一张', async () => {
    const openid = cloud.personas.taiqianUnitLiaison;
    const { ratingId } = (await submit(openid, BAD)).value;
    await cloud.runClock();
    const messages = await cloud.staff(openid, 'message.unit');
    expect(messages.value.items.map((item: { ratingId: string }) => item.ratingId)).not.toContain(ratingId);
  });

  it('局机关自己的责任人员不因此看到全辖区的工单', async () => {
    const { ratingId } = (await submit('somebody-else', BAD)).value;
    await withGrants('clerk-tq02', [{ role: 'liaison', orgId: 'tq-bureau' }], async () => {
      expect(await cloud.staff(cloud.personas.taiqianClerk, 'ticket.show', { ratingId })).toMatchObject({
        code: 'ticket.unknown',
      });
    });
  });

  it('既管辖区又兼一个单位责任人员的，列表和详情都看得到两边', async () => {
    await cloud.provePhone('rater-at-market');
    const own = (await submit('rater-at-market', { ...BAD, scene: cloud.sign('cz01').scene })).value.ratingId;
    const grants = [
      { role: 'supervisor', orgId: 'tq-bureau' },
      { role: 'liaison', orgId: 'cz-market' },
    ];
    await withGrants('supervisor-tq-bureau', grants, async () => {
      const openid = cloud.personas.taiqianSupervisor;
      const list = await cloud.staff(openid, 'ticket.list');
      expect(list.value.items.map((item: { ratingId: string }) => item.ratingId)).toContain(own);
      expect(await cloud.staff(openid, 'ticket.show', { ratingId: own })).toMatchObject({ ok: true });
    });
  });
});

describe('待评价', () => {
  it('办件再多，在这个窗口办的也不会被别处的新办件挤掉', async () => {
    const ref = cloud.digests.accountRef('busy-agent');
    const aCase = (no: number, windowId: string, finishedAt: number) => {
      const _id = `BUSY${no}`;
      const staff = { staffId: `clerk-${windowId}`, staffName: '某某' };
      const services = [{ key: `${_id}#1`, serviceNo: 1, name: '办结', windowId, ...staff, at: finishedAt }];
      return {
        _id,
        itemCode: '',
        orgId: '',
        applicantRefs: [ref],
        ratableFrom: finishedAt,
        finishedAt,
        services,
        figuresAt: null,
      };
    };
    const now = Date.now();
    const elsewhere = Array.from({ length: 150 }, (_, i) => aCase(i, 'cz01', now - i));
    await cloud.cloud.database.insertMany('cases', [...elsewhere, aCase(999, 'tq02', now - 1_000_000)]);
    const opened = await cloud.citizen('busy-agent', 'window.open', { scene: cloud.sign('tq02').scene });
    expect(opened.value.services.map((service: { key: string }) => service.key)).toEqual(['BUSY999#1']);
  });
});

describe('定时任务', () => {
  it('一条送不出去的消息不挡别的消息', async () => {
    await submit('blocked', BAD);
    const broken = filesOf({ raterRef: cloud.digests.accountRef('blocked') })[0];
    await cloud.cloud.database.replace('ratings', { ...broken, outbox: [{ id: { not: 'an id' } }], outboxAt: 1 });
    const { ratingId } = (await submit('delivered', BAD)).value;
    const report = await cloud.runClock();
    expect(report.value['outbox.deliver']).toMatchObject({ done: expect.any(Number), left: 1 });
    const mine = await cloud.citizen('delivered', 'message.mine');
    expect(mine.value.items).toEqual([expect.objectContaining({ ratingId })]);
  });
});
