import type { Identity } from '@shared/domain/identity';
import { sayOpeningPurpose } from '@shared/domain/identity-labels';
import { NOTICE_TEXTS } from '@shared/policy/notices';
import { type Answer, aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';

let cloud: TestCloud;
const lines: string[] = [];
beforeAll(async () => {
  cloud = await aLocalCloud({ log: (line) => lines.push(line) });
});
afterAll(() => cloud.close());

const BAD = { level: 'veryDissatisfied', tags: ['115'], comment: '等了很久' };
let openids = 0;
/** Somebody with a phone, a name and a number, who has given a bad rating. */
const ratedBy = async (openid = `rater-${++openids}`) => {
  const [person] = cloud.cloud.verifiers.people;
  await cloud.provePhone(openid);
  await cloud.citizen(openid, 'identity.proveNumber', {
    ...{ name: person?.name, idNumber: person?.idNumber },
    consent: NOTICE_TEXTS.idNumber.version,
  });
  const receipt = await cloud.citizen(openid, 'rating.submit', aRating(cloud, BAD));
  return { openid, ratingId: receipt.value.ratingId as string };
};
const open = (staff: string, ratingId: string, part = 'contact', purpose = 'followUp'): Promise<Answer> =>
  cloud.staff(staff, 'identity.open', { ratingId, part, purpose });
const readers = async (openid: string, ratingId: string) =>
  (await cloud.citizen(openid, 'rating.readers', { ratingId })).value.items;

describe('查看评价人信息', () => {
  it('办理的单位为回访看得到称呼和手机号，看不到全名和身份证号；评价人知道是谁、哪天、为什么', async () => {
    const { openid, ratingId } = await ratedBy();
    const opened = await open(cloud.personas.taiqianUnitLiaison, ratingId);
    expect(opened.value).toEqual({
      name: '王*示',
      phone: cloud.cloud.verifiers.phoneOf(openid),
      idNumber: null,
      companyName: null,
      companyCode: null,
    });
    expect(await readers(openid, ratingId)).toEqual([
      {
        on: expect.any(String),
        unit: '台前县人力资源和社会保障局',
        role: '责任人员',
        what: '查看评价人信息',
        purpose: sayOpeningPurpose('contact.followUp'),
      },
    ]);
  });

  it('看几次工单也只记一行；别人问不到我的评价被谁看过', async () => {
    const { openid, ratingId } = await ratedBy();
    for (let i = 0; i < 3; i++) await cloud.staff(cloud.personas.taiqianUnitLiaison, 'ticket.show', { ratingId });
    expect(await readers(openid, ratingId)).toHaveLength(1);
    expect(await cloud.citizen('stranger', 'rating.readers', { ratingId })).toMatchObject({ code: 'rating.unknown' });
  });

  it('看过身份以后再看多少次工单，也盖不住那一行', async () => {
    const { openid, ratingId } = await ratedBy();
    const { taiqianUnitLiaison } = cloud.personas;
    await open(taiqianUnitLiaison, ratingId);
    for (let i = 0; i < 21; i++) await cloud.staff(taiqianUnitLiaison, 'ticket.show', { ratingId });
    const whats = (await readers(openid, ratingId)).map(({ what }: { what: string }) => what);
    expect(whats.sort()).toEqual(['查看工单', '查看评价人信息']);
  });

  it.each([
    ['用途不在名单上', { purpose: 'curiosity' }, 'opening.purposeMissing'],
    ['没有用途', { purpose: undefined }, 'opening.purposeMissing'],
    ['要看的不是两样之一', { part: 'everything' }, 'request.malformed'],
  ])('%s：拒绝', async (_, difference, code) => {
    const { ratingId } = await ratedBy();
    const input = { ratingId, part: 'contact', purpose: 'followUp', ...difference };
    expect(await cloud.staff(cloud.personas.taiqianUnitLiaison, 'identity.open', input)).toMatchObject({ code });
  });

  it('窗口人员、别的单位、别的县都看不到；被拒绝也留下记录，但不写明是哪一条', async () => {
    const { openid, ratingId } = await ratedBy();
    const { taiqianClerk, taiqianTownLiaison, chaozhouSupervisor } = cloud.personas;
    expect(await open(taiqianClerk, ratingId)).toMatchObject({ code: 'request.forbidden' });
    expect(await open(taiqianTownLiaison, ratingId)).toMatchObject({ code: 'ticket.unknown' });
    expect(await open(chaozhouSupervisor, ratingId)).toMatchObject({ code: 'ticket.unknown' });
    expect(await readers(openid, ratingId)).toEqual([]);
  });

  it('没有留下信息的，说没有', async () => {
    const receipt = await cloud.citizen('anonymous', 'rating.submit', aRating(cloud, BAD));
    expect(await open(cloud.personas.taiqianUnitLiaison, receipt.value.ratingId)).toMatchObject({
      code: 'identity.none',
    });
  });

  it('没有实名的评价一直没有名字：以后在别处实名，也不因此看得到', async () => {
    const openid = 'named-later';
    const receipt = await cloud.citizen(openid, 'rating.submit', aRating(cloud, BAD));
    await cloud.provePhone(openid);
    expect(await open(cloud.personas.taiqianUnitLiaison, receipt.value.ratingId)).toMatchObject({
      code: 'identity.none',
    });
  });

  it('评价人撤回了手机号，就再也看不到', async () => {
    const { openid, ratingId } = await ratedBy();
    await cloud.citizen(openid, 'consent.withdraw', { notice: 'phone' });
    expect((await open(cloud.personas.taiqianUnitLiaison, ratingId)).value.phone).toBeNull();
  });
});

describe('第二人', () => {
  const request = (staff: string, ratingId: string) =>
    cloud.staff(staff, 'opening.request', { ratingId, purpose: 'dispute' });
  const decide = (staff: string, openingId: string, agrees: boolean) =>
    cloud.staff(staff, 'opening.decide', { openingId, agrees });

  it('完整身份要另一人同意；同意后只对申请人、只对这一条、只有一天', async () => {
    const { taiqianUnitLiaison, taiqianSupervisor } = cloud.personas;
    const [{ ratingId }, other] = [await ratedBy(), await ratedBy()];
    expect(await open(taiqianUnitLiaison, ratingId, 'person', 'dispute')).toMatchObject({ code: 'opening.notGranted' });
    const { openingId } = (await request(taiqianUnitLiaison, ratingId)).value;
    expect(await open(taiqianUnitLiaison, ratingId, 'person', 'dispute')).toMatchObject({ code: 'opening.notGranted' });
    expect(await decide(taiqianSupervisor, openingId, true)).toMatchObject({ ok: true });
    const [person] = cloud.cloud.verifiers.people;
    expect((await open(taiqianUnitLiaison, ratingId, 'person', 'dispute')).value).toMatchObject({
      name: person?.name,
      idNumber: person?.idNumber,
    });
    expect(await open(taiqianSupervisor, ratingId, 'person', 'dispute')).toMatchObject({ code: 'opening.notGranted' });
    expect(await open(taiqianUnitLiaison, other.ratingId, 'person')).toMatchObject({ code: 'opening.notGranted' });
    const stored = cloud.cloud.database.get('openings', openingId) as { decidedAt: number };
    await cloud.cloud.database.replace('openings', { ...stored, decidedAt: stored.decidedAt - 25 * 3_600_000 });
    expect(await open(taiqianUnitLiaison, ratingId, 'person', 'dispute')).toMatchObject({ code: 'opening.notGranted' });
  });

  it('同意的是哪个用途，就只能为那个用途看', async () => {
    const { taiqianUnitLiaison, taiqianSupervisor } = cloud.personas;
    const { ratingId } = await ratedBy();
    const { openingId } = (await request(taiqianUnitLiaison, ratingId)).value;
    await decide(taiqianSupervisor, openingId, true);
    expect(await open(taiqianUnitLiaison, ratingId, 'person', 'followUp')).toMatchObject({
      code: 'opening.notGranted',
    });
    expect(await open(taiqianUnitLiaison, ratingId, 'person', 'dispute')).toMatchObject({ ok: true });
  });

  it('同一个申请交多少次都是一个，挤不掉别人的', async () => {
    const { taiqianUnitLiaison } = cloud.personas;
    const { ratingId } = await ratedBy();
    const { openingId } = (await request(taiqianUnitLiaison, ratingId)).value;
    for (let n = 0; n < 3; n++) expect((await request(taiqianUnitLiaison, ratingId)).value).toEqual({ openingId });
    expect(cloud.cloud.database.find('openings', { ratingId })).toHaveLength(1);
  });

  it('自己的申请自己不能同意；责任人员、别县的监督人员也不能；不同意的打不开', async () => {
    const { taiqianUnitLiaison, taiqianSupervisor, chaozhouSupervisor } = cloud.personas;
    const { ratingId } = await ratedBy();
    const own = (await request(taiqianSupervisor, ratingId)).value.openingId;
    expect(await decide(taiqianSupervisor, own, true)).toMatchObject({ code: 'opening.ownRequest' });
    const { openingId } = (await request(taiqianUnitLiaison, ratingId)).value;
    expect(await decide(taiqianUnitLiaison, openingId, true)).toMatchObject({ code: 'request.forbidden' });
    expect(await decide(chaozhouSupervisor, openingId, true)).toMatchObject({ code: 'opening.unknown' });
    expect(await decide(taiqianSupervisor, openingId, false)).toMatchObject({ ok: true });
    expect(await decide(taiqianSupervisor, openingId, true)).toMatchObject({ code: 'opening.unknown' });
    expect(await open(taiqianUnitLiaison, ratingId, 'person')).toMatchObject({ code: 'opening.notGranted' });
  });

  it('申请列表：自己的和等自己同意的，不带评价人的任何东西', async () => {
    const { taiqianUnitLiaison, taiqianSupervisor, xiangqiaoSupervisor } = cloud.personas;
    const { openid, ratingId } = await ratedBy();
    const { openingId } = (await request(taiqianUnitLiaison, ratingId)).value;
    const list = async (staff: string) => (await cloud.staff(staff, 'opening.list')).value.items;
    const mine = (await list(taiqianUnitLiaison)).find((item: { openingId: string }) => item.openingId === openingId);
    expect(mine).toMatchObject({ isOwn: true, mayDecide: false, state: 'awaitingSecond' });
    const theirs = (await list(taiqianSupervisor)).find((item: { openingId: string }) => item.openingId === openingId);
    expect(theirs).toMatchObject({ isOwn: false, mayDecide: true, servedBy: { unit: '台前县人力资源和社会保障局' } });
    expect(await list(xiangqiaoSupervisor)).toEqual([]);
    expect(JSON.stringify(await list(taiqianSupervisor))).not.toContain(cloud.digests.accountRef(openid));
  });
});

describe('保险箱', () => {
  const kept = (openid: string) => cloud.cloud.database.get('identities', cloud.digests.accountRef(openid)) as Identity;
  const tamper = (openid: string, sealed: object) => {
    const before = kept(openid);
    return cloud.cloud.database.replace('identities', { ...before, sealed: { ...before.sealed, ...sealed } });
  };

  it('封存的内容被改动、从别人那里搬来，都不给看，说清楚找谁，并留在审计日志里', async () => {
    const [one, other] = [await ratedBy(), await ratedBy()];
    const phone = kept(one.openid).sealed.phone ?? '';
    for (const forged of [`${phone.slice(0, -2)}AA`, phone.slice(0, 20), kept(other.openid).sealed.phone, 'v1.x']) {
      await tamper(one.openid, { phone: forged });
      expect(await open(cloud.personas.taiqianUnitLiaison, one.ratingId)).toMatchObject({ code: 'vault.tampered' });
    }
    const outcomes = cloud.cloud.database.find('audit', { action: 'identity.open' }) as { outcome: string }[];
    expect(outcomes.map(({ outcome }) => outcome)).toContain('vault.tampered');
    const alarms = lines.filter((line) => line.includes('"outcome":"vault.tampered"'));
    expect(alarms.length).toBeGreaterThanOrEqual(4);
    expect(alarms.every((line) => line.includes('"level":"error"'))).toBe(true);
  });

  it('丢了钥匙：说清楚；评价照收，本人可以重新实名', async () => {
    const { openid, ratingId } = await ratedBy();
    await tamper(openid, { phone: (kept(openid).sealed.phone ?? '').replace(/^v1\./, 'v9.') });
    expect(await open(cloud.personas.taiqianUnitLiaison, ratingId)).toMatchObject({ code: 'vault.keyMissing' });
    expect(await cloud.citizen(openid, 'rating.submit', aRating(cloud))).toMatchObject({ ok: true });
    expect((await cloud.citizen(openid, 'identity.mine')).value.phone).toBeNull();
    await cloud.provePhone(openid);
    expect(await open(cloud.personas.taiqianUnitLiaison, ratingId)).toMatchObject({ ok: true });
  });
});
