import { NOTICE_TEXTS } from '@shared/policy/notices';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';
import { aPhone, describeInBrowser, H5_BUILD, onTop, openApp, openBrowser, wiped } from '../support/browser';

describeInBrowser('查看评价人信息', () => {
  let cloud: TestCloud;
  let browser: Browser;
  let phone: BrowserContext;

  beforeAll(async () => {
    cloud = await aLocalCloud({ staticDir: H5_BUILD });
    browser = await openBrowser();
    phone = await aPhone(browser);
  });
  afterEach(() => wiped(phone, cloud.url));
  afterAll(async () => {
    await browser?.close();
    await cloud?.close();
  });

  const person = () => {
    const [found] = cloud.cloud.verifiers.people;
    if (!found) throw new Error('the stand-ins know nobody');
    return found;
  };
  const proven = async (openid: string) => {
    const { name, idNumber } = person();
    await cloud.citizen(openid, 'identity.proveNumber', { name, idNumber, consent: NOTICE_TEXTS.idNumber.version });
    const code = cloud.cloud.phoneCode(openid);
    await cloud.citizen(openid, 'identity.provePhone', { code, consent: NOTICE_TEXTS.phone.version });
  };
  const rated = async (openid: string): Promise<string> => {
    const bad = aRating(cloud, { level: 'dissatisfied', tags: ['213'] });
    return (await cloud.citizen(openid, 'rating.submit', bad)).value.ratingId;
  };
  const ticket = (openid: string, ratingId: string) =>
    openApp(phone, cloud.url, openid, `/staff/ticket/index?ratingId=${encodeURIComponent(ratingId)}`);
  const press = (tab: Page, name: string) => tab.getByRole('button', { name, exact: true }).click();
  const readersOf = async (openid: string, ratingId: string) =>
    (await cloud.citizen(openid, 'rating.readers', { ratingId })).value.items;

  it('contact is shown for a purpose, gone with the page, and the rater reads who looked and why', async () => {
    await proven(cloud.personas.citizen);
    const ratingId = await rated(cloud.personas.citizen);
    const liaison = await ticket(cloud.personas.taiqianUnitLiaison, ratingId);
    await press(liaison, '查看称呼和手机号');
    expect(await liaison.getByRole('radio', { checked: true }).count()).toBe(0);
    await liaison.locator('#will-be-seen').getByText('查看会留下记录，评价人能看到').waitFor();
    await press(liaison, '查看');
    await liaison.getByText('请选择查看的用途。').waitFor();
    await liaison.getByRole('radio', { name: /^联系核实情况/ }).click();
    await press(liaison, '查看');
    await onTop(liaison).getByText(person().phone).waitFor();
    await onTop(liaison).getByText('王*示').waitFor();
    await onTop(liaison).getByRole('button', { name: '拨打' }).waitFor();
    expect(await liaison.content()).not.toContain(person().idNumber);
    expect(await liaison.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(
      person().phone,
    );

    await liaison.reload();
    await onTop(liaison).getByRole('button', { name: '查看称呼和手机号' }).waitFor();
    expect(await liaison.content()).not.toContain(person().phone);
    expect(await readersOf(cloud.personas.citizen, ratingId)).toContainEqual({
      on: expect.any(String),
      unit: '台前县人力资源和社会保障局',
      role: '责任人员',
      what: '查看评价人信息',
      purpose: '称呼和手机号，联系核实情况',
    });
  });

  it('who has left nothing is not shown, and it is said how to go on', async () => {
    const liaison = await ticket(cloud.personas.taiqianUnitLiaison, await rated('shy'));
    await press(liaison, '查看称呼和手机号');
    await liaison.getByRole('radio', { name: /^联系核实情况/ }).click();
    await press(liaison, '查看');
    await liaison.getByText('评价人没有留下电话').waitFor();
  });

  it('the full identity waits for a second supervisor; the first cannot agree to his own request', async () => {
    await proven('disputed');
    const ratingId = await rated('disputed');
    const { taiqianSupervisor, taiqianSecondSupervisor } = cloud.personas;
    const first = await ticket(taiqianSupervisor, ratingId);
    const askFor = async () => {
      await press(first, '查看完整身份');
      await first.getByRole('radio', { name: /^核对身份争议/ }).click();
      await press(first, '查看');
    };
    await askFor();
    await press(first, '申请查看（需另一人同意）');
    await first.getByText('等待另一人同意').waitFor();
    expect(await first.getByRole('button', { name: /申请查看/ }).count()).toBe(0);

    const own = await openApp(phone, cloud.url, taiqianSupervisor, '/pages/me/index');
    await onTop(own).getByRole('link', { name: '查看申请' }).click();
    await onTop(own).getByText('我的申请').waitFor();
    expect(await onTop(own).getByText('等您同意').count()).toBe(0);

    const second = await openApp(phone, cloud.url, taiqianSecondSupervisor, '/staff/openings/index');
    await onTop(second)
      .getByRole('link', { name: /核对身份争议/ })
      .click();
    await press(second, '同意');
    await second.getByText('每次查看都有记录，评价人能看到').waitFor();
    await press(second, '确认同意');
    await onTop(second).getByText('已经决定的').waitFor();

    await press(first, '返回');
    await askFor();
    await onTop(first).getByText(person().idNumber).waitFor();
    await onTop(first).getByText(person().name).waitFor();
    expect(await readersOf('disputed', ratingId)).toContainEqual(
      expect.objectContaining({ role: '监督人员', purpose: '完整身份，核对身份争议' }),
    );
  });

  it('a sealed field that somebody touched is not shown, and it is said whom to call', async () => {
    await proven('touched');
    const ratingId = await rated('touched');
    const ref = cloud.digests.accountRef('touched');
    const { database } = cloud.cloud;
    const kept = database.get('identities', ref) as { sealed: Record<string, string> };
    database.replace('identities', { ...kept, _id: ref, sealed: { ...kept.sealed, phone: kept.sealed.name } });
    const liaison = await ticket(cloud.personas.taiqianUnitLiaison, ratingId);
    await press(liaison, '查看称呼和手机号');
    await liaison.getByRole('radio', { name: /^联系核实情况/ }).click();
    await press(liaison, '查看');
    await liaison.getByText('已停止读取并记录，请联系安全管理员').waitFor();
  });
});
