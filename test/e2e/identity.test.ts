import { readFile } from 'node:fs/promises';
import { REFUSALS } from '@shared/kernel/refusals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PEOPLE } from '../../cloudfunctions/stand-ins/people';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aPhone, describeInBrowser, H5_BUILD, onTop, openApp, openBrowser, wiped } from '../support/browser';
import { prove } from '../support/prove';

const PRELOADED_AFTER_MS = 3000;
const COMMENT = '材料交了三次';

describeInBrowser('实名 and one’s own data, in a browser', () => {
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

  const read = (tab: Page, text: string | RegExp) => onTop(tab).getByText(text).first().waitFor();
  const press = (tab: Page, name: string) => onTop(tab).getByRole('button', { name, exact: true }).click();
  const tick = (tab: Page, box: string) => onTop(tab).locator(`#${box}`).click();
  const fill = (tab: Page, label: string, text: string) =>
    onTop(tab).getByRole('textbox', { name: label }).first().fill(text);
  const ratingsOf = async (openid: string) => (await cloud.citizen(openid, 'rating.mine')).value.items;

  /** A bad rating in 潮州, confirmed, at the identity page. */
  const asked = async (openid: string) => {
    const scene = encodeURIComponent(cloud.sign('cz02').scene);
    const tab = await openApp(phone, cloud.url, openid, `/pages/rate/index?scene=${scene}`);
    await read(tab, '2号窗口');
    await tab.getByRole('radio', { name: /^不满意/ }).click();
    await tab.getByRole('textbox', { name: '原因' }).fill(COMMENT);
    await press(tab, '提交');
    await press(tab, '确认提交');
    await read(tab, '本地实行实名评价。');
    return tab;
  };
  const arrived = async (tab: Page, openid: string, level: string) => {
    await press(tab, '提交评价');
    await read(tab, '评价已提交');
    await read(tab, level);
    const [{ ratingId }] = await ratingsOf(openid);
    const { value } = await cloud.citizen(openid, 'rating.show', { ratingId });
    expect(value).toMatchObject({ level: 'dissatisfied', comment: COMMENT });
  };

  it('第九条 by phone: from the words to the receipt, nothing typed twice', async () => {
    const tab = await asked('by-phone');
    await press(tab, '使用微信手机号');
    await read(tab, '请先阅读说明并勾选同意，再继续。');
    await tick(tab, 'phone-agree-phone');
    await press(tab, '使用微信手机号');
    await read(tab, '已实名：手机号实名。');
    await arrived(tab, 'by-phone', '手机号实名');
  });

  it('by name and number, with the keyboard alone', async () => {
    const tab = await asked('by-number');
    await onTop(tab)
      .getByRole('button', { name: /^姓名和身份证号/ })
      .press('Enter');
    await fill(tab, '姓名', PEOPLE[1]?.name ?? '');
    await fill(tab, '身份证号', '123456789012345');
    await onTop(tab).getByRole('checkbox', { name: '我单独同意为评价处理我的身份证号' }).first().press(' ');
    await onTop(tab).getByRole('button', { name: '核对' }).press('Enter');
    await read(tab, REFUSALS['idNumber.fifteenDigits']);
    await fill(tab, '身份证号', PEOPLE[1]?.idNumber ?? '');
    await onTop(tab).getByRole('button', { name: '核对' }).press('Enter');
    await read(tab, '已实名：姓名和身份证号相符。');
    await arrived(tab, 'by-number', '姓名和身份证号相符');
  });

  it('by the province: away to its page, back, and the draft is still there to be sent', async () => {
    const tab = await asked('by-province');
    await onTop(tab)
      .getByRole('button', { name: /^省统一身份认证/ })
      .click();
    await tick(tab, 'province-agree-idNumber');
    await press(tab, '去登录');
    await tab.getByRole('link', { name: PEOPLE[0]?.name ?? '' }).click();
    await read(tab, '已实名：身份已核验。');
    expect(tab.url()).not.toContain('/app/?code');
    await arrived(tab, 'by-province', '身份已核验');
  });

  it('the province was left without signing in: said plainly, the other ways stay', async () => {
    const tab = await asked('turned-back');
    await onTop(tab)
      .getByRole('button', { name: /^省统一身份认证/ })
      .click();
    await tick(tab, 'province-agree-idNumber');
    await press(tab, '去登录');
    await tab.getByRole('link', { name: '取消' }).click();
    await read(tab, '核验已取消，可以重试，或换一种方式。');
    await onTop(tab)
      .getByRole('button', { name: /^姓名和身份证号/ })
      .waitFor();
    expect(await ratingsOf('turned-back')).toEqual([]);
  });

  it('the identity page opens without a network, and puts the rating aside', async () => {
    const scene = encodeURIComponent(cloud.sign('cz02').scene);
    const tab = await openApp(phone, cloud.url, 'tunnel', `/pages/rate/index?scene=${scene}`);
    await read(tab, '2号窗口');
    await tab.getByRole('radio', { name: /^满意/ }).click();
    await tab.waitForTimeout(PRELOADED_AFTER_MS);
    await phone.setOffline(true);
    await onTop(tab)
      .getByRole('link', { name: /^实名评价/ })
      .click();
    await read(tab, '网络不通，请检查网络后重试。');
    await press(tab, '返回');
    await press(tab, '提交');
    await read(tab, '网络不通，您填写的内容已保存');
  });

  it('我的个人信息: seen, exported as a file, withdrawn', async () => {
    const tab = await openApp(phone, cloud.url, await prove(cloud, 'owner'), '/pages/me/index');
    await onTop(tab).getByRole('link', { name: '我的个人信息' }).click();
    await read(tab, '王*示');
    const [file] = await Promise.all([tab.waitForEvent('download'), press(tab, '导出')]);
    expect(await readFile(await file.path(), 'utf8')).toContain(PEOPLE[0]?.idNumber);
    await read(tab, '已下载');
    await press(tab, '撤回对手机号的同意');
    await press(tab, '确认撤回');
    await read(tab, '已撤回');
    expect((await cloud.citizen('owner', 'identity.mine')).value).toMatchObject({ phone: null });
  });

  it('我的个人信息: erased after what goes and what stays was read', async () => {
    const tab = await openApp(phone, cloud.url, await prove(cloud, 'leaver'), '/privacy/data/index');
    await press(tab, '删除我的个人信息');
    await read(tab, /会保留：评价的等级/);
    await press(tab, '确认删除');
    await read(tab, '没有保存您的姓名、号码和手机号。');
  });
});
