import type { Identity } from '@shared/domain/identity';
import type { RatingFile } from '@shared/domain/rating-file';
import { LIMITS } from '@shared/policy/limits';
import { NOTICE_TEXTS } from '@shared/policy/notices';
import { type Answer, aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await aLocalCloud();
});
afterAll(() => cloud.close());

const consent = NOTICE_TEXTS.idNumber.version;
const personAt = (i: number) => {
  const person = cloud.cloud.verifiers.people[i];
  if (!person) throw new Error('no such person');
  return { name: person.name, idNumber: person.idNumber };
};
let openids = 0;
const somebody = () => `somebody-${++openids}`;
const number = (openid: string, difference: object = {}): Promise<Answer> =>
  cloud.citizen(openid, 'identity.proveNumber', { ...personAt(0), consent, ...difference });
const phone = (openid: string, code = cloud.cloud.phoneCode(openid)): Promise<Answer> =>
  cloud.citizen(openid, 'identity.provePhone', { code, consent: NOTICE_TEXTS.phone.version });
const mine = (openid: string) => cloud.citizen(openid, 'identity.mine');
const inChaozhou = (openid: string, difference: object = {}) =>
  cloud.citizen(openid, 'rating.submit', aRating(cloud, { scene: cloud.sign('cz01').scene, ...difference }));
const inTaiqian = (openid: string, difference: object = {}) =>
  cloud.citizen(openid, 'rating.submit', aRating(cloud, difference));
const fileOf = (receipt: Answer) => cloud.cloud.database.get('ratings', receipt.value.ratingId) as RatingFile;
const kept = (openid: string) =>
  cloud.cloud.database.get('identities', cloud.digests.accountRef(openid)) as Identity | undefined;

describe('实名要求', () => {
  it('第九条（潮州） 没有实名的评价不收，说清楚怎么办；实名后同一份草稿照样交上去', async () => {
    const openid = somebody();
    const draft = aRating(cloud, { scene: cloud.sign('cz01').scene });
    expect(await cloud.citizen(openid, 'rating.submit', draft)).toMatchObject({ code: 'identity.required' });
    await phone(openid);
    const receipt = await cloud.citizen(openid, 'rating.submit', draft);
    expect(receipt).toMatchObject({ ok: true, value: { proof: { level: 'phone', shortfall: null } } });
  });

  it('第九条（潮州） 先看话说得对不对，再问是谁：内容不全时说的是内容', async () => {
    expect(await inChaozhou(somebody(), { level: 'dissatisfied' })).toMatchObject({ code: 'rating.reasonMissing' });
  });

  it('第十条（台前） 鼓励实名：不实名也收，记为没有给', async () => {
    const receipt = await inTaiqian(somebody());
    expect(fileOf(receipt).proof).toEqual({
      level: 'account',
      demand: 'encouraged',
      shortfall: 'notGiven',
      isIdentified: false,
    });
  });

  it('从自己的办件进入的，办件已证明是谁，不再问', async () => {
    const receipt = await cloud.citizen(
      cloud.personas.otherCitizen,
      'rating.submit',
      aRating(cloud, { scene: undefined, serviceKey: 'CZ3#1' }),
    );
    expect(receipt).toMatchObject({ ok: true, value: { proof: { level: 'caseMatch', shortfall: null } } });
  });
});

describe('核验服务说不准的时候', () => {
  it.each([
    ['没有记录', { result: '-5' }],
    ['达到限额', { result: '-7' }],
    ['断线', { line: 'closed' }],
    ['答非所问', { line: 'garbage' }],
  ] as const)('%s：评价照收，标明当时无法核对', async (_, answer) => {
    const openid = somebody();
    cloud.cloud.verifiers.next('twoFactor', answer);
    expect(await number(openid)).toMatchObject({ ok: true, value: { outcome: 'undetermined', level: 'account' } });
    const receipt = await inChaozhou(openid);
    expect(receipt).toMatchObject({ ok: true, value: { proof: { level: 'account', shortfall: 'undetermined' } } });
    expect(JSON.stringify(kept(openid))).not.toContain('sealed":{"name');
  });
});

describe('姓名和身份证号', () => {
  it('相符的封存起来，屏幕上只看得到打码的', async () => {
    const openid = somebody();
    expect(await number(openid)).toMatchObject({ ok: true, value: { outcome: 'proven', level: 'twoFactor' } });
    const shown = await mine(openid);
    expect(shown.value).toMatchObject({ level: 'twoFactor', name: '王*示', phone: null });
    const { name, idNumber } = personAt(0);
    expect(JSON.stringify([shown, kept(openid)])).not.toContain(idNumber);
    expect(JSON.stringify([shown, kept(openid)])).not.toContain(name);
    expect(Object.keys(kept(openid)?.sealed ?? {}).sort()).toEqual(['idNumber', 'name']);
  });

  it('小写 x、全角、空格都认得；存下来是同一个号码', async () => {
    const [one, other] = [somebody(), somebody()];
    const { idNumber } = personAt(0);
    const fullWidth = [...idNumber].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');
    await number(one);
    expect(await number(other, { idNumber: ` ${fullWidth.toLowerCase()} ` })).toMatchObject({ ok: true });
    expect(kept(one)?.idIndex).toBe(kept(other)?.idIndex);
  });

  it.each([
    ['idNumber.fifteenDigits', { idNumber: '410927880315001' }],
    ['idNumber.checkDigit', { idNumber: '110105194912310020' }],
    ['idNumber.birthInvalid', { idNumber: '410927209901010000' }],
    ['idNumber.malformed', { idNumber: '41092719880315' }],
    ['identity.nameInvalid', { name: '<b>王</b>' }],
    ['companyCode.checkDigit', { company: { name: '潮州演示公司', code: '91350100M000100Y44' } }],
    ['identity.companyNameInvalid', { company: { name: '　', code: '91350100M000100Y43' } }],
    ['identity.noticeOutdated', { consent: '2019-01' }],
    ['identity.consentMissing', { consent: '' }],
  ])('填错了答 %s，什么都不留下', async (code, difference) => {
    const openid = somebody();
    expect(await number(openid, difference)).toMatchObject({ ok: false, code });
    expect(kept(openid)).toBeUndefined();
  });

  it('姓名和号码对不上：说清楚，什么都不留下', async () => {
    const openid = somebody();
    expect(await number(openid, { name: personAt(1).name })).toMatchObject({ code: 'identity.mismatch' });
    expect(kept(openid)).toBeUndefined();
  });

  it('有手机号的核三要素；手机是家里别人的名下，退到二要素', async () => {
    const { citizen } = cloud.personas;
    await phone(citizen);
    expect(await number(citizen)).toMatchObject({ value: { level: 'threeFactor' } });
    const borrowed = somebody();
    await phone(borrowed);
    expect(await number(borrowed)).toMatchObject({ value: { level: 'twoFactor' } });
  });

  it('核验一天有次数，超过了请明天再试', async () => {
    const openid = somebody();
    const tries: Answer[] = [];
    for (let i = 0; i < 11; i++) tries.push(await number(openid, { name: personAt(1).name }));
    expect(tries.at(9)).toMatchObject({ code: 'identity.mismatch' });
    expect(tries.at(10)).toMatchObject({ code: 'limit.proofs' });
  });

  it('未满14周岁的由监护人用自己的信息；孩子的不收', async () => {
    const openid = somebody();
    const child = personAt(4);
    expect(await number(openid, child)).toMatchObject({ code: 'identity.underFourteen' });
    const guardianConsent = NOTICE_TEXTS.guardian.version;
    expect(await number(openid, { ...child, guardianConsent })).toMatchObject({ code: 'identity.underFourteen' });
    expect(await number(openid, { guardianConsent })).toMatchObject({ ok: true });
    expect(kept(openid)).toMatchObject({ isGuardian: true });
  });

  it('企业：单位加经办人；没填单位的不能代表单位', async () => {
    const openid = somebody();
    await number(openid);
    expect(await inChaozhou(openid, { forCompany: true })).toMatchObject({ code: 'identity.companyMissing' });
    await number(openid, { company: { name: '潮州演示有限公司', code: '91350100M000100Y43' } });
    const receipt = await inChaozhou(openid, { forCompany: true });
    expect(fileOf(receipt).raterKind).toBe('company');
    expect((await mine(openid)).value.company).toEqual({ name: '潮州演示有限公司', code: '91350100M000100Y43' });
  });
});

describe('手机号', () => {
  it('授权码只能用一次，换一个人用也不行', async () => {
    const openid = somebody();
    const code = cloud.cloud.phoneCode(openid);
    expect(await phone(openid, code)).toMatchObject({ ok: true, value: { level: 'phone' } });
    expect(await phone(openid, code)).toMatchObject({ code: 'identity.phoneCodeInvalid' });
    expect(await phone(somebody(), code)).toMatchObject({ code: 'identity.phoneCodeInvalid' });
  });

  it('自己报手机号、报 openid 都没有用：只认微信的授权码', async () => {
    const forged = { phone: '15400000001', openid: cloud.personas.citizen, consent: NOTICE_TEXTS.phone.version };
    expect(await cloud.citizen(somebody(), 'identity.provePhone', { ...forged, code: 'x' })).toMatchObject({
      code: 'request.malformed',
    });
  });

  it('境外号码请换一种方式', async () => {
    const openid = somebody();
    cloud.cloud.verifiers.next('phone', { phone: '61234567', countryCode: '852' });
    expect(await phone(openid)).toMatchObject({ code: 'identity.phoneForeign' });
  });
});

describe('人脸和省统一认证', () => {
  const face = (openid: string, person: object) =>
    cloud.citizen(openid, 'identity.startFace', {
      ...person,
      consent,
      faceConsent: NOTICE_TEXTS.face.version,
    });

  it('人脸通过后身份已核验；没有开始过的、别人开始的都不算', async () => {
    const openid = somebody();
    expect(await cloud.citizen(openid, 'identity.finishFace')).toMatchObject({ code: 'identity.expired' });
    expect(await face(openid, personAt(0))).toMatchObject({ ok: true, value: { outcome: 'started' } });
    expect(await cloud.citizen(somebody(), 'identity.finishFace')).toMatchObject({ code: 'identity.expired' });
    expect(await cloud.citizen(openid, 'identity.finishFace')).toMatchObject({ ok: true, value: { level: 'strong' } });
  });

  it('核验还没有结果就撤回同意或删除：什么都不留下', async () => {
    for (const [action, input] of [
      ['consent.withdraw', { notice: 'face' }],
      ['data.erase', {}],
    ] as const) {
      for (let n = 0; n < 5; n++) {
        const openid = somebody();
        await face(openid, personAt(0));
        const asked = cloud.citizen(openid, 'identity.finishFace');
        await Promise.all([asked, cloud.citizen(openid, action, input)]);
        if (kept(openid)?.consents.some(({ withdrawnAt }) => withdrawnAt !== null)) {
          expect(kept(openid)).toMatchObject({ face: null });
          expect(kept(openid)?.proofs).toEqual([]);
        }
      }
    }
  });

  it('人脸结果一天查询有次数：没有结论也一样，审计日志不会被一个人灌满', async () => {
    const openid = somebody();
    await face(openid, personAt(0));
    const { count } = LIMITS.faceResult.value;
    const answers: Answer[] = [];
    for (let n = 0; n <= count; n++) {
      if (n < count) cloud.cloud.verifiers.next('face', { verifyRet: 90018 });
      answers.push(await cloud.citizen(openid, 'identity.finishFace'));
    }
    expect(answers.at(count - 1)).toMatchObject({ ok: true, value: { outcome: 'undetermined' } });
    expect(answers.at(count)).toMatchObject({ code: 'limit.proofs' });
  });

  it('未成年人不采用人脸', async () => {
    expect(await face(somebody(), personAt(3))).toMatchObject({ code: 'identity.faceForAdultsOnly' });
  });

  it('省统一认证带回来的码和 state 只对本人有效', async () => {
    const [openid, thief] = [somebody(), somebody()];
    const started = await cloud.citizen(openid, 'identity.startProvince', { consent });
    const link = new URL(started.value.link);
    const state = link.searchParams.get('state') ?? '';
    const person = cloud.cloud.verifiers.people[0];
    if (!person) throw new Error('nobody');
    const code = cloud.cloud.verifiers.provinceCode(person, link.searchParams.get('redirect_uri') ?? '');
    expect(await cloud.citizen(thief, 'identity.finishProvince', { code, state, consent })).toMatchObject({
      code: 'identity.expired',
    });
    const input = { code, state, consent };
    expect(await cloud.citizen(openid, 'identity.finishProvince', input)).toMatchObject({ value: { level: 'strong' } });
    expect(await cloud.citizen(openid, 'identity.finishProvince', input)).toMatchObject({ code: 'identity.expired' });
  });
});
