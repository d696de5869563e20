import { PEOPLE } from '../../cloudfunctions/stand-ins/people';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aProvenRater } from '../support/a-proven-rater';
import { prove } from '../support/prove';
import { aPhone, type Phone } from '../support/weapp/a-phone';
import { actions, choose, scan, submitted } from '../support/weapp/at-window';
import { agree, pressPhoneButton } from '../support/weapp/identity-steps';

const UNDETERMINED =
  '没有核对成：核验服务没有查到记录，或暂时不可用。不影响您评价：可以直接提交，评价会标明“尚未核对”。';
const COMMENT = '材料交了三次';

describe('实名 in the uploaded package', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await aLocalCloud();
  });
  afterAll(() => cloud?.close());

  const phoneOf = (openid: string, wechat: object = {}) => aPhone({ url: cloud.url, openid, wechat });
  const ratingsOf = async (openid: string) => (await cloud.citizen(openid, 'rating.mine')).value.items;
  const proofOf = async (openid: string) => {
    const [{ ratingId }] = await ratingsOf(openid);
    return (await cloud.citizen(openid, 'rating.show', { ratingId })).value.proof;
  };
  const code = (openid: string) => ({ code: cloud.cloud.phoneCode(openid), errMsg: 'getPhoneNumber:ok' });
  const isIdentityPage = (phone: Phone) => phone.route() === 'privacy/identity/index';
  const atIdentityPage = async (phone: Phone) => {
    await phone.until('the identity page', () => isIdentityPage(phone));
    await phone.element('#identity');
  };

  /** At the identity page with a good rating that 潮州 wants proven. */
  const asked = async (openid: string, wechat: object = {}) => {
    const phone = phoneOf(openid, wechat);
    scan(phone, cloud, 'cz02');
    await phone.see('2号窗口');
    await choose(phone, 'satisfied');
    await phone.see('实名评价（本地要求）：未完成');
    await phone.tap('#submit');
    await atIdentityPage(phone);
    return phone;
  };
  /** At the identity page with a bad one. */
  const askedWhenBad = async (phone: Phone, windowId: string, name: string) => {
    scan(phone, cloud, windowId);
    await phone.see(name);
    await choose(phone, 'dissatisfied');
    await phone.type('#comment', COMMENT);
    await phone.see('6/500');
    await phone.tap('#submit');
    await phone.tap('#confirm-send');
    await atIdentityPage(phone);
  };

  it('第九条 nothing is asked before a level is chosen; then a quiet row says what the place wants', async () => {
    const phone = phoneOf('curious');
    scan(phone, cloud, 'cz02');
    await phone.see('2号窗口');
    expect(phone.text()).not.toContain('实名');
    await choose(phone, 'satisfied');
    await phone.see('实名评价（本地要求）：未完成');
    expect(actions(phone)).toEqual(['window.open']);
  });

  it('required: the phone is proven after the words, and the rating goes with one tap, as typed', async () => {
    const phone = phoneOf('cz-phone');
    await askedWhenBad(phone, 'cz02', '2号窗口');
    expect(submitted(phone)).toEqual([]);
    await pressPhoneButton(phone, code('cz-phone'));
    await phone.see('已实名：手机号实名。');
    await phone.tap('#go-on');
    await phone.see('评价已提交');
    await phone.see('手机号实名');
    expect(submitted(phone)).toMatchObject([{ level: 'dissatisfied', comment: COMMENT }]);
    expect(await proofOf('cz-phone')).toEqual({ level: 'phone', shortfall: null });
  });

  it('who is proven already is not asked again: one call, one rating', async () => {
    const phone = phoneOf(await aProvenRater(cloud, 'cz-known'));
    scan(phone, cloud, 'cz02');
    await phone.see('2号窗口');
    await choose(phone, 'satisfied');
    await phone.see('手机号实名');
    await phone.tap('#submit');
    await phone.see('评价已提交');
    expect(actions(phone)).toEqual(['window.open', 'rating.submit']);
  });

  it.each([
    ['the person refused', { errMsg: 'getPhoneNumber:fail user deny' }, '您没有授权手机号。'],
    ['no quota is left', { errMsg: 'getPhoneNumber:fail', errno: 1_400_001 }, '微信手机号今天不能使用，请换一种方式。'],
    ['WeChat failed', { errMsg: 'getPhoneNumber:fail system error' }, '没有取得手机号，请重试，或换一种方式。'],
  ])('the phone button when %s: says what to do, and every other way stays open', async (_, detail, sentence) => {
    const phone = await asked('refuser');
    await pressPhoneButton(phone, detail);
    await phone.see(sentence);
    await phone.element('#prove-number');
    expect(actions(phone)).not.toContain('identity.provePhone');
  });

  it("WeChat's privacy guide is asked for in a sheet of our own, and 不同意 blocks nothing", async () => {
    const phone = await asked('wary');
    await pressPhoneButton(phone, { errMsg: 'getPhoneNumber:fail privacy permission is not authorized', errno: 104 });
    await phone.see('微信隐私保护指引');
    await phone.tap('#privacy-disagree');
    await phone.until('the sheet is gone', () => !phone.find('#privacy-agree'));
    await phone.element('#prove-number');
  });

  it('without the box ticked nothing is asked of WeChat or sent', async () => {
    const phone = await asked('hasty');
    await phone.tap('#phone-button');
    expect((await phone.element('#phone-agree-phone-error')).dom.textContent).toBe('请先阅读说明并勾选同意，再继续。');
    expect(phone.find('#phone-button')?.data.openType).toBeUndefined();
    await phone.type('#number-name', PEOPLE[0]?.name ?? '');
    await phone.type('#number-id', PEOPLE[0]?.idNumber ?? '');
    await phone.until('the number is typed', () => phone.find('#number-id')?.data.value === PEOPLE[0]?.idNumber);
    await phone.tap('#prove-number');
    await phone.element('#number-agree-idNumber-error');
    expect(actions(phone)).not.toContain('identity.proveNumber');
  });

  it('a slip in the number is read beside its field before anything is sent', async () => {
    const phone = await asked('typist');
    await phone.type('#number-name', '王演示');
    await phone.type('#number-id', '410927198803150000');
    await phone.until('the number is typed', () => phone.find('#number-id')?.data.value === '410927198803150000');
    await agree(phone, 'number-agree-idNumber');
    await phone.tap('#prove-number');
    expect((await phone.element('#number-id-error')).dom.textContent).toMatch(/最后一位对不上/);
    expect(actions(phone)).not.toContain('identity.proveNumber');
  });

  it('name and number prove a person, for a company too', async () => {
    const phone = await asked('agent');
    await phone.type('#number-name', PEOPLE[1]?.name ?? '');
    await phone.type('#number-id', PEOPLE[1]?.idNumber ?? '');
    await agree(phone, 'number-agree-idNumber');
    await agree(phone, 'is-company');
    await phone.type('#company-name', '演示有限公司');
    await phone.type('#company-code', '91350100M000100Y43');
    await phone.until('the code is typed', () => phone.find('#company-code')?.data.value === '91350100M000100Y43');
    await phone.tap('#prove-number');
    await phone.see('已实名：姓名和身份证号相符。');
    await phone.tap('#go-on');
    await phone.see('评价已提交');
    expect(submitted(phone)).toMatchObject([{ forCompany: true }]);
  });

  it('a verifier that is down costs nobody his rating: it goes, and says that it was not checked', async () => {
    const phone = await asked('unlucky');
    cloud.cloud.verifiers.next('phone', { line: 'closed' });
    await pressPhoneButton(phone, code('unlucky'));
    await phone.see(UNDETERMINED);
    await phone.tap('#go-on');
    await phone.see('评价已提交');
    await phone.see('实名尚未核对');
    expect(await proofOf('unlucky')).toEqual({ level: 'account', shortfall: 'undetermined' });
  });

  it('the slip of the case proves it without anything of the person', async () => {
    const phone = phoneOf('slip-holder');
    scan(phone, cloud, 'cz01');
    await phone.see('1号窗口');
    await choose(phone, 'verySatisfied');
    await phone.tap('#submit');
    await atIdentityPage(phone);
    await phone.tap('#way-receipt');
    await phone.tap('#use-receipt');
    await phone.see('请填写回执查询码。');
    await phone.type('#slip-case-no', 'CZ4');
    await phone.type('#slip-code', 'k7m2p9qx');
    await phone.until('the code is typed', () => phone.find('#slip-code')?.data.value === 'k7m2p9qx');
    await phone.tap('#use-receipt');
    await phone.see('评价已提交');
    await phone.see('与办件相符');
    expect(submitted(phone)).toMatchObject([{ caseNo: 'CZ4', receiptCode: 'k7m2p9qx', level: 'verySatisfied' }]);
    expect(actions(phone).filter((action) => action.startsWith('identity.prove'))).toEqual([]);
  });

  it('a wrong code on the way of the slip is refused beside its field also with a good rating', async () => {
    const phone = phoneOf('slip-misreader');
    scan(phone, cloud, 'cz01');
    await phone.see('1号窗口');
    await choose(phone, 'verySatisfied');
    await phone.tap('#submit');
    await atIdentityPage(phone);
    await phone.type('#slip-case-no', 'CZ4');
    await phone.type('#slip-code', 'AAAABBBB');
    await phone.until('the code is typed', () => phone.find('#slip-code')?.data.value === 'AAAABBBB');
    await phone.tap('#use-receipt');
    expect((await phone.element('#case-error')).dom.textContent).toMatch(/查询码与办件编号不符/);
    expect(phone.find('#receipt-code')?.data.value).toBe('AAAABBBB');
    expect(await ratingsOf('slip-misreader')).toEqual([]);
  });

  it('a code that does not belong to the case is refused beside its field, and the words stay', async () => {
    const phone = phoneOf('guesser');
    scan(phone, cloud, 'cz02');
    await phone.see('2号窗口');
    await choose(phone, 'dissatisfied');
    await phone.type('#comment', COMMENT);
    await phone.type('#case-no', 'NONE1');
    await phone.type('#receipt-code', 'XXXX');
    await phone.until('the code is typed', () => phone.find('#receipt-code')?.data.value === 'XXXX');
    await phone.see('凭办件回执实名');
    await phone.tap('#submit');
    await phone.tap('#confirm-send');
    expect((await phone.element('#case-error')).dom.textContent).toMatch(/请核对/);
    expect((await phone.element('#comment')).data.value).toBe(COMMENT);
  });

  it('第十条 encouraged: a good rating goes at once', async () => {
    const phone = phoneOf('tq-pleased');
    scan(phone, cloud, 'tq02');
    await phone.see('2号窗口');
    await choose(phone, 'satisfied');
    await phone.see('实名评价（自愿）：未实名');
    await phone.tap('#submit');
    await phone.see('评价已提交');
    expect(actions(phone)).toEqual(['window.open', 'rating.submit']);
  });

  it('第十条 encouraged: a bad one is asked once, and goes without 实名 when its writer wants it so', async () => {
    const phone = phoneOf('tq-private');
    await askedWhenBad(phone, 'tq02', '2号窗口');
    await phone.tap('#go-without');
    await phone.see('评价已提交');
    expect(submitted(phone)).toMatchObject([{ level: 'dissatisfied', comment: COMMENT }]);
    expect(await proofOf('tq-private')).toEqual({ level: 'account', shortfall: 'notGiven' });
  });

  it('whoever turns back finds everything as typed, also when the app was closed at the identity page', async () => {
    const phone = phoneOf('turner');
    await askedWhenBad(phone, 'cz02', '2号窗口');
    scan(phone, cloud, 'cz02');
    await phone.see('已恢复您上次填写的内容。');
    expect((await phone.element('#comment')).data.value).toBe(COMMENT);
    expect(phone.find('#face-dissatisfied')?.data.ariaChecked).toBe(true);
    expect(await ratingsOf('turner')).toEqual([]);
  });

  it('without a network at that step the rating is kept, comes back for 实名, and goes then', async () => {
    const phone = phoneOf('traveller');
    scan(phone, cloud, 'cz02');
    await phone.see('2号窗口');
    await choose(phone, 'satisfied');
    phone.setOffline(true);
    await phone.tap('#submit');
    await phone.see('网络不通，您填写的内容已保存');
    phone.setOffline(false);
    await phone.see('没有提交成功：本地实行实名评价');
    await phone.tap('#prove');
    await atIdentityPage(phone);
    await pressPhoneButton(phone, code('traveller'));
    await phone.tap('#go-on');
    await phone.see('评价已提交');
    expect(await ratingsOf('traveller')).toHaveLength(1);
  });

  it('the network that breaks at the identity page: the rating is put aside with one tap', async () => {
    const phone = await asked('tunnel');
    phone.setOffline(true);
    await pressPhoneButton(phone, code('tunnel'));
    await phone.tap('#phone-keep');
    await phone.see('网络不通，您填写的内容已保存');
    expect(phone.route()).toBe('pages/rate/index');
  });

  it('the row leads there too, and back to a form that is not sent yet', async () => {
    const phone = phoneOf('early');
    scan(phone, cloud, 'tq02');
    await phone.see('2号窗口');
    await choose(phone, 'dissatisfied');
    await phone.tap('#proof');
    await atIdentityPage(phone);
    expect(phone.find('#go-without')).toBeUndefined();
    await pressPhoneButton(phone, code('early'));
    await phone.tap('#go-on');
    await phone.until('the form', () => phone.route() === 'pages/rate/index');
    await phone.see('手机号实名');
    expect(submitted(phone)).toEqual([]);
  });

  it('a face is scanned by WeChat where it can, with two consents, and the cloud says what came of it', async () => {
    const scans: string[] = [];
    const requestFacialVerify = (how: { verifyId: string; success: (result: object) => void }) => {
      scans.push(how.verifyId);
      how.success({ errMsg: 'requestFacialVerify:ok' });
    };
    const phone = await asked('seen', { requestFacialVerify });
    await phone.type('#face-name', PEOPLE[0]?.name ?? '');
    await phone.type('#face-id', PEOPLE[0]?.idNumber ?? '');
    await agree(phone, 'face-agree-idNumber');
    await phone.tap('#prove-face');
    await phone.element('#face-agree-face-error');
    await agree(phone, 'face-agree-face');
    await phone.tap('#prove-face');
    await phone.see('已实名：身份已核验。');
    expect(scans).toHaveLength(1);
  });

  it('no face where this WeChat has none, and no province: its page would open outside of the account', async () => {
    const phone = await asked('old-phone');
    expect(phone.find('#way-face')).toBeUndefined();
    expect(phone.find('#way-province')).toBeUndefined();
  });
});

describe('我的个人信息', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await aLocalCloud();
  });
  afterAll(() => cloud?.close());

  const phoneOf = (openid: string, wechat: object = {}) => aPhone({ url: cloud.url, openid, wechat });
  const proven = (openid: string) => prove(cloud, openid);
  const rated = (openid: string, level: string, idempotencyKey: string) =>
    cloud.citizen(openid, 'rating.submit', {
      ...{ scene: cloud.sign('tq02').scene, level, tags: level === 'satisfied' ? [] : ['209'], comment: '' },
      idempotencyKey,
    });

  it('nothing kept says so, and leads to 实名', async () => {
    const phone = phoneOf('empty');
    phone.open('/pages/me/index');
    await phone.tap('#to-my-data');
    await phone.see('没有保存您的姓名、号码和手机号。');
    await phone.tap('#to-identity');
    await phone.element('#identity');
    expect(phone.find('#way-receipt')).toBeUndefined();
  });

  it('shows what is kept masked, how and when it was proven, and until when', async () => {
    const phone = phoneOf(await proven('keeper'));
    phone.open('/privacy/data/index');
    await phone.see('王*示');
    expect(phone.text()).toMatch(/410\*{11}\d{3}[\dX]/);
    expect(phone.text()).toMatch(/1\d{2}\*{4}\d{4}/);
    await phone.see('微信手机号');
    await phone.see('保存到');
    await phone.see('说明2026-11版');
    expect(phone.text()).not.toContain(PEOPLE[0]?.idNumber);
  });

  it('a consent is withdrawn after its consequence was read, and what was kept under it is gone', async () => {
    const phone = phoneOf(await proven('withdrawer'));
    phone.open('/privacy/data/index');
    await phone.tap('#withdraw-idNumber');
    await phone.see('马上删除您的姓名、身份证号和所代表的单位');
    await phone.tap('#confirm-withdraw');
    await phone.see('已撤回');
    await phone.until('name and number are gone', () => !phone.text().includes('王*示'));
    expect((await cloud.citizen('withdrawer', 'identity.mine')).value).toMatchObject({ name: null, level: 'phone' });
  });

  it('is taken along by the clipboard, after the guide of WeChat was agreed to', async () => {
    const copied: string[] = [];
    const wechat = {
      getPrivacySetting: ({ success }: { success: (result: object) => void }) =>
        success({ needAuthorization: true, privacyContractName: '《用户隐私保护指引》' }),
      setClipboardData: ({ data, success }: { data: string; success: (result: object) => void }) => {
        copied.push(data);
        success({});
      },
    };
    const phone = phoneOf(await proven('taker'), wechat);
    phone.open('/privacy/data/index');
    await phone.tap('#export');
    const button = await phone.element('#privacy-agree');
    expect(copied).toEqual([]);
    button.dispatchEvent('agreeprivacyauthorization', { detail: {} });
    await phone.see('已复制到剪贴板');
    expect(copied[0]).toContain(PEOPLE[0]?.idNumber);
  });

  it('is erased after it was said what goes and what stays', async () => {
    const phone = phoneOf(await proven('leaver'));
    await rated('leaver', 'satisfied', 'leaver-good-0001');
    phone.open('/privacy/data/index');
    await phone.tap('#erase');
    await phone.see('删除后不能恢复。');
    await phone.tap('#confirm-erase');
    await phone.see('1 条评价不再与您关联');
    await phone.see('没有保存您的姓名、号码和手机号。');
    expect((await cloud.citizen('leaver', 'rating.mine')).value.items).toEqual([]);
  });

  it('is not erased while somebody still has to reach him, and says when it can be', async () => {
    const phone = phoneOf(await proven('complainer'));
    await rated('complainer', 'dissatisfied', 'complainer-bad-0001');
    phone.open('/privacy/data/index');
    await phone.tap('#erase');
    await phone.tap('#confirm-erase');
    expect((await phone.element('#erase-error')).dom.textContent).toMatch(/办结后就可以删除/);
    await phone.tap('#to-mine');
    await phone.see('已评价');
  });

  it('谁看过我的评价: nobody, then unit, post, day and what for', async () => {
    const { ratingId } = (await rated('watched', 'dissatisfied', 'watched-bad-0001')).value;
    const phone = phoneOf('watched');
    phone.open(`/mine/progress/index?ratingId=${encodeURIComponent(ratingId)}`);
    await phone.see('实名情况');
    await phone.tap('#to-readers');
    await phone.see('还没有人查看过。');
    await cloud.staff(cloud.personas.taiqianUnitLiaison, 'ticket.show', { ratingId });
    phone.open(`/privacy/readers/index?ratingId=${encodeURIComponent(ratingId)}`);
    await phone.see('台前县人力资源和社会保障局');
    await phone.see('查看工单');
  });

  it('the notice is one readable page', async () => {
    const phone = phoneOf('reader');
    phone.open('/pages/me/index');
    await phone.tap('#to-notice');
    for (const words of ['谁在处理', '谁能看到', '180天', '您的权利', '12345']) await phone.see(words);
  });
});
