import type { RatingFile } from '@shared/domain/rating-file';
import { LIMITS } from '@shared/policy/limits';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await aLocalCloud();
});
afterEach(() => cloud.close());

const rate = (openid: string, difference: object) =>
  cloud.citizen(openid, 'rating.submit', aRating(cloud, { scene: cloud.sign('cz01').scene, ...difference }));
const waiting = async (openid: string): Promise<string[]> => {
  const list = await cloud.citizen(openid, 'rating.mine');
  return list.value.waiting.map((service: { key: string }) => service.key);
};
const fileOf = (id: string) => cloud.cloud.database.get('ratings', id) as RatingFile;

describe('与办件相符', () => {
  it('实名了预留手机号，就看到自己的办件；从那里评价不再问是谁', async () => {
    const { citizen } = cloud.personas;
    expect(await waiting(citizen)).not.toContain('CZ4#1');
    await cloud.provePhone(citizen);
    expect(await waiting(citizen)).toContain('CZ4#1');
    const opened = await cloud.citizen(citizen, 'window.open', { scene: cloud.sign('cz01').scene });
    expect(opened.value.services.map((service: { key: string }) => service.key)).toContain('CZ4#1');
    await rate(citizen, { scene: undefined, serviceKey: 'CZ4#1' });
    expect(fileOf('CZ4#1')).toMatchObject({ verification: 'applicant', proof: { level: 'caseMatch' } });
  });

  it('别人的办件：号码不是自己的，看不到，也评不了', async () => {
    const { otherCitizen } = cloud.personas;
    await cloud.provePhone(otherCitizen);
    expect(await waiting(otherCitizen)).not.toContain('CZ4#1');
    expect(await rate(otherCitizen, { scene: undefined, serviceKey: 'CZ4#1' })).toMatchObject({
      code: 'service.notYours',
    });
  });

  it('报出别人相符的姓名和身份证号，也看不到别人的办件', async () => {
    const person = cloud.cloud.verifiers.people[0];
    const index = cloud.vault.index('idNumber', person?.idNumber ?? '');
    const found = cloud.cloud.database.get('cases', 'CZ4') as { applicantRefs: string[] };
    await cloud.cloud.database.replace('cases', { ...found, applicantRefs: [...found.applicantRefs, index] });
    const claim = { name: person?.name, idNumber: person?.idNumber, consent: '2026-11' };
    expect(await cloud.citizen('impostor', 'identity.proveNumber', claim)).toMatchObject({ ok: true });
    expect(await waiting('impostor')).not.toContain('CZ4#1');
    await cloud.provePhone(cloud.personas.citizen);
    await cloud.citizen(cloud.personas.citizen, 'identity.proveNumber', claim);
    expect(await waiting(cloud.personas.citizen)).toContain('CZ4#1');
  });

  it('回执上的查询码，大小写、全角、有没有横线都认得，等于实名', async () => {
    const receipt = await rate('holder', { caseNo: 'CZ4', receiptCode: 'ｋ7m2p9qx' });
    expect(receipt).toMatchObject({ ok: true, value: { proof: { level: 'caseMatch', shortfall: null } } });
    expect(fileOf('CZ4#1').verification).toBe('receiptCode');
  });

  it('只有办件编号不算实名', async () => {
    expect(await rate('reader-of-a-slip', { caseNo: 'CZ4' })).toMatchObject({ code: 'identity.required' });
  });

  it('一个人猜查询码，超过次数就请明天再试；猜的时候写的话还能照样评', async () => {
    const { count } = LIMITS.receiptCodeGuess.value;
    const guesses = await Promise.all(
      Array.from({ length: count + 10 }, (_, i) => rate('guesser', { caseNo: 'CZ4', receiptCode: `GUESS${i}` })),
    );
    const answered = (code: string) => guesses.filter((guess) => guess.code === code).length;
    expect(answered('service.receiptCodeWrong')).toBe(count);
    expect(answered('limit.guesses')).toBe(10);
    expect(await rate('guesser', { caseNo: 'CZ4', receiptCode: 'K7M2P9QX' })).toMatchObject({ code: 'limit.guesses' });
  });

  it('一个微信猜得再多，也锁不住办件：本人照样用查询码', async () => {
    const { count } = LIMITS.receiptCodeOfCase.value;
    for (let i = 0; i < 2 * count; i++) await rate('thief', { caseNo: 'CZ4', receiptCode: `WRONG${i}` });
    expect(await rate('holder', { caseNo: 'CZ4', receiptCode: 'K7M2-P9QX' })).toMatchObject({ ok: true });
  });

  it('查询码填对了不占次数：别处填错、重试几次，照样能交', async () => {
    const right = { caseNo: 'CZ4', receiptCode: 'K7M2-P9QX' };
    for (let i = 0; i <= LIMITS.receiptCodeGuess.value.count; i++) {
      expect(await rate('holder', { ...right, level: 'dissatisfied' })).toMatchObject({ code: 'rating.reasonMissing' });
    }
    expect(await rate('holder', right)).toMatchObject({ ok: true });
  });

  it('许多微信合起来猜一个办件的查询码，也有总数', async () => {
    const { count } = LIMITS.receiptCodeOfCase.value;
    const guesses = await Promise.all(
      Array.from({ length: count + 5 }, (_, i) => rate(`guesser-${i}`, { caseNo: 'CZ4', receiptCode: 'WRONG' })),
    );
    expect(guesses.filter(({ code }) => code === 'service.receiptCodeWrong')).toHaveLength(count);
  });

  it('猜办件编号，一天有次数；填对的不占次数', async () => {
    await cloud.provePhone('typist');
    const { count } = LIMITS.caseNoGuess.value;
    const wrong = await Promise.all(Array.from({ length: count - 1 }, (_, i) => rate('typist', { caseNo: `NO${i}` })));
    expect(wrong.every(({ code }) => code === 'service.unknown')).toBe(true);
    expect(await rate('typist', { caseNo: 'CZ4' })).toMatchObject({ ok: true });
    expect(await rate('typist', { caseNo: 'NO' })).toMatchObject({ code: 'service.unknown' });
    expect(await rate('typist', { caseNo: 'NO' })).toMatchObject({ code: 'limit.guesses' });
    expect(await rate('typist', {})).toMatchObject({ ok: true });
  });
});

describe('听来的办件编号', () => {
  it('夺不走申请人的评价：编号先被别人填了，本人照样评，各记各的', async () => {
    const typed = { scene: cloud.sign('tq02').scene, caseNo: 'TQ2' };
    const friend = await rate('friend-of-the-clerk', { ...typed, level: 'verySatisfied' });
    expect(friend).toMatchObject({ ok: true });
    expect(friend.value.ratingId).not.toBe('TQ2#2');
    const own = await rate(cloud.personas.citizen, {
      scene: undefined,
      serviceKey: 'TQ2#2',
      level: 'dissatisfied',
      tags: ['213'],
    });
    expect(own).toMatchObject({ ok: true, value: { ratingId: 'TQ2#2' } });
  });

  it('问不出申请人评过没有：答的都一样；申请人评过以后的先核查', async () => {
    const typed = { scene: cloud.sign('tq02').scene, caseNo: 'TQ2' };
    await rate(cloud.personas.citizen, { scene: undefined, serviceKey: 'TQ2#2' });
    const probe = await rate('prober', typed);
    expect(probe).toMatchObject({ ok: true });
    expect(fileOf(probe.value.ratingId)).toMatchObject({ standing: 'quarantined', subject: { caseNo: 'TQ2' } });
  });

  it('同一个人先凭编号、后凭查询码，是同一次评价', async () => {
    await cloud.provePhone('holder-of-the-slip');
    expect(await rate('holder-of-the-slip', { caseNo: 'CZ4' })).toMatchObject({ ok: true });
    expect(await rate('holder-of-the-slip', { caseNo: 'CZ4' })).toMatchObject({ code: 'rating.alreadyRated' });
    expect(await rate('holder-of-the-slip', { caseNo: 'CZ4', receiptCode: 'K7M2P9QX' })).toMatchObject({
      code: 'rating.alreadyRated',
    });
  });
});

describe('一个人两个微信', () => {
  it('同一个身份的两个微信在一个窗口合起来数，多出的先核查', async () => {
    const [person] = cloud.cloud.verifiers.people;
    const claim = { name: person?.name, idNumber: person?.idNumber, consent: '2026-11' };
    for (const openid of ['first', 'second']) {
      await cloud.provePhone(openid);
      expect(await cloud.citizen(openid, 'identity.proveNumber', claim)).toMatchObject({ ok: true });
    }
    const standings: string[] = [];
    for (const openid of ['first', 'second', 'first', 'second']) {
      standings.push(fileOf((await rate(openid, {})).value.ratingId).standing);
    }
    expect(standings).toEqual(['effective', 'effective', 'effective', 'quarantined']);
  });

  it.each([
    ['别人', 'impostor'],
    ['窗口人员', 'clerk-chaozhou'],
  ])('%s报出我的姓名和号码，他做的事不算到我头上', async (_, impostor) => {
    const { citizen } = cloud.personas;
    const [person] = cloud.cloud.verifiers.people;
    const claim = { name: person?.name, idNumber: person?.idNumber, consent: '2026-11' };
    await cloud.provePhone(citizen);
    for (const openid of [citizen, impostor]) await cloud.citizen(openid, 'identity.proveNumber', claim);
    await cloud.provePhone(impostor);
    for (let i = 0; i < 4; i++) await rate(impostor, {});
    expect(fileOf((await rate(citizen, {})).value.ratingId).standing).toBe('effective');
  });
});
