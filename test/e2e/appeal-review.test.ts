import type { Browser, BrowserContext, Page } from 'playwright-core';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { anAppeal, ENDORSE, IN_CHAOZHOU, IN_TAIQIAN, PROPOSE } from '../support/an-appeal';
import {
  aPhone,
  describeInBrowser,
  H5_BUILD,
  onTop,
  openApp,
  openBrowser,
  takePicture,
  wiped,
} from '../support/browser';
import { barriers, misfits } from '../support/usable';

const WORDS = '文字是表扬，回访时评价人说点错了等级。';
const LIST = '/review/appeals/index';

describeInBrowser('an appeal is decided by two persons, on phones', () => {
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

  const pageOf = (ratingId: string) => `/review/appeal/index?ratingId=${encodeURIComponent(ratingId)}`;
  const press = (tab: Page, name: string) => onTop(tab).getByRole('button', { name, exact: true }).click();
  const fill = (tab: Page, name: string, text: string) => onTop(tab).getByRole('textbox', { name }).fill(text);
  const see = (tab: Page, text: string | RegExp) => onTop(tab).getByText(text).first().waitFor();
  const submit = async (tab: Page) => {
    await tab.locator('#move-submit').click();
    await tab.locator('#sheet').waitFor({ state: 'detached' });
  };

  const isUsable = async (tab: Page, name: string) => {
    await takePicture(tab, `appeal-${name}`);
    expect([name, ...(await barriers(tab)), ...(await misfits(tab, 48))]).toEqual([name]);
  };

  const endorse = async (tab: Page) => {
    await see(tab, /请核实，写明单位意见/);
    await isUsable(tab, 'unit');
    await press(tab, '同意报送');
    await tab.locator('#own-evidence').click();
    await fill(tab, '单位意见', '与回访说的一致，同意报送。');
    await isUsable(tab, 'unit-sheet');
    await submit(tab);
    await see(tab, '已同意报送，等待复核。');
  };

  const propose = async (tab: Page, appealNo: string) => {
    await see(tab, '轮到您');
    await isUsable(tab, 'list');
    await onTop(tab).locator(`#appeal-${appealNo}`).click();
    await see(tab, /请复核，提出拟采纳或拟驳回/);
    await isUsable(tab, 'review');
    await press(tab, '拟采纳');
    await onTop(tab)
      .getByRole('radio', { name: /误触等级/ })
      .click();
    await fill(tab, '裁定理由', WORDS);
    await isUsable(tab, 'propose');
    await submit(tab);
    await see(tab, /您不能确认自己的裁定/);
    expect(await onTop(tab).getByRole('button', { name: '确认采纳' }).count()).toBe(0);
    await isUsable(tab, 'own-ruling');
  };

  const confirm = async (tab: Page) => {
    await see(tab, /请看全部材料/);
    await isUsable(tab, 'second');
    await press(tab, '确认采纳');
    await tab.locator('#sheet').getByText(PROPOSE.words).waitFor();
    await isUsable(tab, 'confirm');
    await submit(tab);
    await see(tab, '已采纳，请报市里修正。');
    await press(tab, '报市修正');
    await submit(tab);
  };

  it('the unit endorses', async () => {
    const { ratingId, appealOf } = await anAppeal(cloud, IN_TAIQIAN);
    await endorse(await openApp(phone, cloud.url, IN_TAIQIAN.liaison, pageOf(ratingId)));
    expect(appealOf().state).toBe('awaitingReview');
  });

  it('a supervisor proposes and cannot confirm', async () => {
    const { appealOf, moves } = await anAppeal(cloud, IN_TAIQIAN);
    await moves([[IN_TAIQIAN.liaison, ENDORSE]]);
    await propose(await openApp(phone, cloud.url, cloud.personas.taiqianSupervisor, LIST), appealOf().appealNo);
    expect(appealOf()).toMatchObject({ state: 'awaitingSecond', ruling: { words: WORDS } });
  });

  it('another supervisor confirms, the city corrects', async () => {
    const { ratingId, fileOf, moves } = await anAppeal(cloud, IN_TAIQIAN);
    const { taiqianSupervisor, taiqianSecondSupervisor, puyangSupervisor } = cloud.personas;
    await moves([
      [IN_TAIQIAN.liaison, ENDORSE],
      [taiqianSupervisor, PROPOSE],
    ]);
    const second = await openApp(phone, cloud.url, taiqianSecondSupervisor, pageOf(ratingId));
    await confirm(second);
    await second.close();
    const city = await openApp(phone, cloud.url, puyangSupervisor, pageOf(ratingId));
    await see(city, '报请修正，请核实后答复。');
    await isUsable(city, 'city');
    await press(city, '确认已修正');
    await submit(city);
    await see(city, '市里已确认修正。');
    expect(fileOf()).toMatchObject({ appeal: { state: 'corrected' }, ticket: { state: 'setAside' } });
  });

  it('who must step aside is told why', async () => {
    const { chaozhouSupervisor, chaozhouSecondSupervisor, chaozhouThirdSupervisor } = cloud.personas;
    const { openid, ratingId, moves } = await anAppeal(cloud, IN_CHAOZHOU);
    await moves([
      [IN_CHAOZHOU.liaison, ENDORSE],
      [chaozhouSupervisor, PROPOSE],
      [chaozhouSecondSupervisor, { move: 'confirmGrant' }],
    ]);
    await cloud.citizen(openid, 'rating.object', { ratingId, words: '我说的是反话。' });
    const aside = await openApp(phone, cloud.url, chaozhouSupervisor, pageOf(ratingId));
    await see(aside, /您与这件申诉有关，应当回避/);
    await isUsable(aside, 'conflict');
    const other = await openApp(phone, cloud.url, chaozhouThirdSupervisor, pageOf(ratingId));
    await press(other, '拟驳回');
    await fill(other, '裁定理由', '评价人说的是反话，评价有效。');
    await isUsable(other, 'propose-denial');
    await submit(other);
    await see(other, /拟驳回。这是您提出的/);
  });
});
