import type { Identity } from '@shared/domain/identity';
import type { RatingFile } from '@shared/domain/rating-file';
import { dayOf } from '@shared/kernel/time';
import { NOTICE_TEXTS } from '@shared/policy/notices';
import { PRIVACY } from '@shared/policy/privacy';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await aLocalCloud();
});
afterAll(() => cloud.close());

const DAY_MS = 86_400_000;
const COMMENT = '等了很久，让我跑了三趟';
const BAD = { level: 'veryDissatisfied', tags: ['115'], comment: COMMENT };
let openids = 0;
const somebody = () => `person-${++openids}`;
const refOf = (openid: string) => cloud.digests.accountRef(openid);
const kept = (openid: string) => cloud.cloud.database.get('identities', refOf(openid)) as Identity | undefined;
const fileOf = (id: string) => cloud.cloud.database.get('ratings', id) as RatingFile;
const change = async (id: string, changes: Partial<RatingFile>) =>
  cloud.cloud.database.replace('ratings', { ...fileOf(id), ...changes });
const identify = async (openid: string) => {
  const [person] = cloud.cloud.verifiers.people;
  await cloud.provePhone(openid);
  await cloud.citizen(openid, 'identity.proveNumber', {
    ...{ name: person?.name, idNumber: person?.idNumber },
    consent: NOTICE_TEXTS.idNumber.version,
  });
};
const rate = async (openid: string, difference: object = {}): Promise<string> =>
  (await cloud.citizen(openid, 'rating.submit', aRating(cloud, difference))).value.ratingId;
const close = async (id: string) => {
  const { ticket } = fileOf(id);
  if (!ticket) throw new Error('no ticket');
  await change(id, { ticket: { ...ticket, state: 'closed' } });
};

describe('撤回同意', () => {
  it('撤回身份证号：号码、姓名和它证明的都没了，手机号还在；经过留着', async () => {
    const openid = somebody();
    await identify(openid);
    const answer = await cloud.citizen(openid, 'consent.withdraw', { notice: 'idNumber' });
    expect(answer).toMatchObject({ ok: true, value: { level: 'phone' } });
    expect(kept(openid)).toMatchObject({ idIndex: null, proofs: [{ method: 'wechatPhone' }] });
    expect(Object.keys(kept(openid)?.sealed ?? {})).toEqual(['phone']);
    const { value } = await cloud.citizen(openid, 'identity.mine');
    expect(value.consents.find(({ notice }: { notice: string }) => notice === 'idNumber').withdrawnAt).toEqual(
      expect.any(Number),
    );
  });

  it('撤回手机号：再评潮州的窗口要重新实名，先前的评价不变', async () => {
    const openid = somebody();
    await cloud.provePhone(openid);
    const scene = cloud.sign('cz01').scene;
    const id = await rate(openid, { scene });
    await cloud.citizen(openid, 'consent.withdraw', { notice: 'phone' });
    expect(await cloud.citizen(openid, 'rating.submit', aRating(cloud, { scene }))).toMatchObject({
      code: 'identity.required',
    });
    expect(fileOf(id).proof.level).toBe('phone');
  });

  it('没有同意过的也可以撤回，什么都不发生', async () => {
    expect(await cloud.citizen(somebody(), 'consent.withdraw', { notice: 'face' })).toMatchObject({ ok: true });
  });
});

describe('查阅复制', () => {
  it('第四十五条 拿到自己的全部，别人的一点没有', async () => {
    const [openid, other] = [somebody(), somebody()];
    await identify(openid);
    await rate(openid, { comment: '办得很快' });
    await rate(other, { comment: '别人说的话' });
    const { json } = (await cloud.citizen(openid, 'data.export')).value;
    const [person] = cloud.cloud.verifiers.people;
    for (const own of [person?.name, person?.idNumber, '办得很快']) expect(json).toContain(own);
    expect(json).not.toContain('别人说的话');
    expect(json).not.toContain(refOf(openid));
    expect(JSON.parse(json).评价).toHaveLength(1);
  });

  it('向上级反映的话和答复也在', async () => {
    const openid = somebody();
    const id = await rate(openid, BAD);
    await cloud.citizen(openid, 'retaliation.report', { ratingId: id, text: '窗口的人打电话叫我撤回' });
    const { value } = await cloud.citizen(openid, 'data.export');
    expect(JSON.parse(value.json).向上级反映).toMatchObject([{ 内容: '窗口的人打电话叫我撤回', 答复: null }]);
  });

  it('有一项的封存被人动过：不给缺了一块的副本，说清楚找谁', async () => {
    const openid = somebody();
    await identify(openid);
    const identity = kept(openid);
    const name = `${identity?.sealed.name?.slice(0, -6)}AAAAAA`;
    await cloud.cloud.database.replace('identities', { ...identity, sealed: { ...identity?.sealed, name } } as never);
    expect(await cloud.citizen(openid, 'data.export')).toMatchObject({ code: 'vault.tampered' });
  });

  it('一页放不下的评价也都在', async () => {
    const openid = somebody();
    for (let i = 0; i < 23; i++) await rate(openid);
    expect(JSON.parse((await cloud.citizen(openid, 'data.export')).value.json).评价).toHaveLength(23);
  });
});

describe('删除', () => {
  it('差评工单没有办结的，说清楚原因；办结了就可以', async () => {
    const openid = somebody();
    await identify(openid);
    const id = await rate(openid, BAD);
    expect(await cloud.citizen(openid, 'data.erase')).toMatchObject({ code: 'identity.eraseWhileOpen' });
    expect(kept(openid)?.idIndex).toEqual(expect.any(String));
    await close(id);
    expect(await cloud.citizen(openid, 'data.erase')).toMatchObject({ ok: true, value: { ratings: 1 } });
  });

  it('人没有了，数还在：等级、标签、窗口、日子不变，文字、照片、代号和消息都没了', async () => {
    const openid = somebody();
    await identify(openid);
    const [good, bad] = [await rate(openid, { comment: '谢谢' }), await rate(openid, BAD)];
    await cloud.runClock();
    await close(bad);
    const before = fileOf(bad);
    await cloud.citizen(openid, 'data.erase');
    const after = fileOf(bad);
    expect(after).toMatchObject({
      level: before.level,
      tags: before.tags,
      subject: before.subject,
      ratedAt: before.ratedAt,
    });
    expect(after).toMatchObject({ standing: before.standing, comment: '', photos: [] });
    expect(JSON.stringify([after, fileOf(good)])).not.toContain(refOf(openid));
    expect(kept(openid)).toMatchObject({ sealed: {}, phoneIndex: null, idIndex: null, proofs: [] });
    expect((await cloud.citizen(openid, 'rating.mine')).value.items).toEqual([]);
    expect((await cloud.citizen(openid, 'message.mine')).value.items).toEqual([]);
    const everything = ['ratings', 'identities', 'inbox', 'cases'].map((name) => cloud.cloud.database.find(name, {}));
    expect(JSON.stringify(everything.slice(0, 1))).not.toContain(refOf(openid));
    expect(JSON.stringify(everything.slice(2))).not.toContain(refOf(openid));
  });

  it('还没送到的消息也不再送到，没有痕迹', async () => {
    const openid = somebody();
    await close(await rate(openid, BAD));
    expect(await cloud.citizen(openid, 'data.erase')).toMatchObject({ ok: true });
    await cloud.runClock();
    const everything = ['ratings', 'inbox'].map((name) => cloud.cloud.database.find(name, {}));
    expect(JSON.stringify(everything)).not.toContain(refOf(openid));
  });

  it('没有同意过什么、只是试过核验的，也不留下空的档案', async () => {
    const openid = somebody();
    const [person] = cloud.cloud.verifiers.people;
    cloud.cloud.verifiers.next('twoFactor', { result: '-5' });
    await cloud.citizen(openid, 'identity.proveNumber', {
      ...{ name: person?.name, idNumber: person?.idNumber },
      consent: NOTICE_TEXTS.idNumber.version,
    });
    const tried = kept(openid);
    expect(tried?.keepUntil).toEqual(expect.any(Number));
    if (tried) await cloud.cloud.database.replace('identities', { ...tried, keepUntil: Date.now() - DAY_MS });
    await cloud.runClock();
    expect(kept(openid)).toBeUndefined();
  });

  it('办件里认得出他的都去掉：微信、手机号，身份证号也是', async () => {
    const { citizen } = cloud.personas;
    await identify(citizen);
    const idIndex = kept(citizen)?.idIndex ?? '';
    const found = cloud.cloud.database.get('cases', 'CZ4') as { applicantRefs: string[] };
    await cloud.cloud.database.replace('cases', { ...found, applicantRefs: [...found.applicantRefs, idIndex] });
    await cloud.citizen(citizen, 'data.erase');
    expect(cloud.cloud.database.get('cases', 'CZ4')).toMatchObject({ applicantRefs: [] });
  });

  it('一边删一边又给差评：要么一起删了又没有未办结的，要么还是他的，工作人员找得到他', async () => {
    for (let n = 0; n < 12; n++) {
      const openid = somebody();
      await rate(openid);
      await Promise.all([cloud.citizen(openid, 'data.erase'), rate(openid, BAD)]);
    }
    const files = cloud.cloud.database.find('ratings', {}) as unknown as RatingFile[];
    const lost = files.filter(({ raterRef, ticket }) => raterRef.startsWith('erased:') && ticket?.state !== 'closed');
    expect(lost.filter(({ ticket }) => ticket !== null)).toEqual([]);
  });

  it('照片一次最多删50张（云存储的限制），更多的也删得干净', async () => {
    const openid = somebody();
    const id = await rate(openid);
    const photos = Array.from({ length: 120 }, (_, i) => `cloud://env.bucket/photos/${i}.jpg`);
    await change(id, { photos });
    expect(await cloud.citizen(openid, 'data.erase')).toMatchObject({ ok: true });
    expect(fileOf(id).photos).toEqual([]);
  });

  it('删了两次，或什么都没有的人来删，都不出错', async () => {
    const openid = somebody();
    expect(await cloud.citizen(openid, 'data.erase')).toMatchObject({ ok: true, value: { ratings: 0 } });
    await rate(openid);
    expect(await cloud.citizen(openid, 'data.erase')).toMatchObject({ value: { ratings: 1 } });
    expect(await cloud.citizen(openid, 'data.erase')).toMatchObject({ value: { ratings: 0 } });
  });

  it('向上级反映的情况还没有答复的，等答复了再删', async () => {
    const openid = somebody();
    const id = await rate(openid, BAD);
    await close(id);
    await cloud.citizen(openid, 'retaliation.report', { ratingId: id, text: '窗口的人打电话叫我撤回' });
    expect(await cloud.citizen(openid, 'data.erase')).toMatchObject({ code: 'identity.eraseWhileReported' });
  });
});

describe('到期', () => {
  const expire = async (openid: string) => {
    const identity = kept(openid);
    if (!identity) throw new Error('nothing kept');
    await cloud.cloud.database.replace('identities', { ...identity, keepUntil: Date.now() - DAY_MS });
    await cloud.runClock();
  };

  it('保存期满就抹去，同意的记录留着；评价不动', async () => {
    const openid = somebody();
    await identify(openid);
    const id = await rate(openid, { comment: '还好' });
    await change(id, { ratedAt: Date.now() - (PRIVACY.identityKeptFor.value.count + 2) * DAY_MS });
    await expire(openid);
    expect(kept(openid)).toMatchObject({ sealed: {}, idIndex: null, proofs: [] });
    expect(kept(openid)?.consents.every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
    expect(fileOf(id)).toMatchObject({ comment: '还好', raterRef: refOf(openid) });
  });

  it('同意的记录也有期限，期满连它也没有了', async () => {
    const openid = somebody();
    await cloud.provePhone(openid);
    await cloud.citizen(openid, 'data.erase');
    const { count } = PRIVACY.consentKeptFor.value;
    expect(dayOf(kept(openid)?.keepUntil ?? 0)).toBe(dayOf(Date.now() + count * DAY_MS));
    expect((await cloud.citizen(openid, 'identity.mine')).value.keptUntil).toBeNull();
    await expire(openid);
    expect(kept(openid)).toBeUndefined();
  });

  it('其间又评过的，从最后一次评价算起', async () => {
    const openid = somebody();
    await identify(openid);
    await rate(openid);
    await expire(openid);
    const { count } = PRIVACY.identityKeptFor.value;
    expect(dayOf(kept(openid)?.keepUntil ?? 0)).toBe(dayOf(Date.now() + count * DAY_MS));
    expect(kept(openid)?.idIndex).toEqual(expect.any(String));
  });

  it('开始了没有做完的人脸核验，第二天就抹去', async () => {
    const openid = somebody();
    const [person] = cloud.cloud.verifiers.people;
    const claim = { name: person?.name, idNumber: person?.idNumber, consent: NOTICE_TEXTS.idNumber.version };
    await cloud.citizen(openid, 'identity.startFace', { ...claim, faceConsent: NOTICE_TEXTS.face.version });
    expect(kept(openid)?.face).not.toBeNull();
    expect((kept(openid)?.keepUntil ?? 0) - Date.now()).toBeLessThanOrEqual(DAY_MS);
    await expire(openid);
    expect(kept(openid)?.face).toBeNull();
  });

  it('工单还没有办结的，留着', async () => {
    const openid = somebody();
    await identify(openid);
    const id = await rate(openid, BAD);
    await change(id, { ratedAt: Date.now() - 400 * DAY_MS });
    await expire(openid);
    expect(kept(openid)?.idIndex).toEqual(expect.any(String));
  });
});
