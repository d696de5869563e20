import type { Browser, Page } from 'playwright-core';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { anAppealStory } from '../support/a-told-rating';
import { anAppeal, ENDORSE, IN_TAIQIAN, PROPOSE } from '../support/an-appeal';
import { aPhone as aBrowserPhone, describeInBrowser, openBrowser, takePicture } from '../support/browser';
import { prove } from '../support/prove';
import { ELDER_FRAME } from '../support/readings';
import { aPhone, type Phone } from '../support/weapp/a-phone';
import { asWebPage } from '../support/weapp/as-web-page';

describeInBrowser('the screens of the uploaded package, with its own styles', () => {
  let cloud: TestCloud;
  let browser: Browser;
  let glass: Page;
  beforeAll(async () => {
    cloud = await aLocalCloud();
    browser = await openBrowser();
    glass = await (await aBrowserPhone(browser)).newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await cloud?.close();
  });

  /** Turns the frame to elder mode in place; the last test proves that the app writes it so. */
  const turnToElder = () =>
    glass.evaluate((scale) => {
      const frame = document.querySelector<HTMLElement>('.page--screen');
      frame?.classList.add('page--screen--elder');
      frame?.style.setProperty('--scale', scale);
    }, ELDER_FRAME.scale);
  const width = () => glass.evaluate(() => document.documentElement.scrollWidth);

  const fits = async (phone: Phone, name: string) => {
    await glass.setContent(asWebPage(phone));
    await takePicture(glass, `weapp-normal-${name}`, 'body');
    const usual = await width();
    await turnToElder();
    await takePicture(glass, `weapp-elder-${name}`, 'body');
    expect({ name, usual, elder: await width() }).toEqual({ name, usual: 375, elder: 375 });
  };

  it('实名, my data, readers and the notice', async () => {
    const phoneOf = (openid: string) => aPhone({ url: cloud.url, openid });
    const stranger = phoneOf('stranger');
    stranger.open('/privacy/identity/index?scene=none&place=chaozhou&demand=required&sends=1');
    for (const way of ['receipt', 'number']) await stranger.tap(`#way-${way}`);
    await stranger.tap('#is-company');
    await stranger.tap('#prove-number');
    await stranger.element('#company-code');
    await fits(stranger, 'identity-number');
    const owner = phoneOf(await prove(cloud, 'owner'));
    owner.open('/privacy/identity/index?scene=none&place=chaozhou&demand=required&sends=1');
    await owner.see('已实名');
    await fits(owner, 'identity-done');
    owner.open('/privacy/data/index');
    await owner.see('王*示');
    await fits(owner, 'data');
    await owner.tap('#erase');
    await owner.see('删除后不能恢复');
    await fits(owner, 'data-erase');
    owner.open('/privacy/notice/index');
    await owner.see('谁在处理');
    await fits(owner, 'notice');
  });

  it('rate, confirm, receipt, ticket', async () => {
    const phone = aPhone({ url: cloud.url, openid: 'looker' });
    phone.open(`/pages/rate/index?scene=${encodeURIComponent(cloud.sign('tq02').scene)}`);
    await phone.see('2号窗口');
    await fits(phone, 'rate');
    await phone.tap('#face-dissatisfied');
    await phone.tap('#tag-209');
    await phone.see('展开其余');
    await fits(phone, 'rate-bad');
    await phone.tap('#submit');
    await phone.see('将要提交的评价');
    await fits(phone, 'rate-confirm');
    await phone.tap('#confirm-send');
    await phone.see('暂不实名，直接提交');
    await fits(phone, 'identity');
    await phone.tap('#go-without');
    await phone.see('评价已提交');
    await fits(phone, 'receipt');

    const official = aPhone({ url: cloud.url, openid: cloud.personas.taiqianUnitLiaison });
    official.open('/staff/tickets/index');
    await official.see('未办结');
    await fits(official, 'tickets');
  });

  it('the appeals, one of them, and its sheets', async () => {
    const phoneOf = (openid: string, page: string) => {
      const phone = aPhone({ url: cloud.url, openid });
      phone.open(page);
      return phone;
    };
    const { ratingId, moves } = await anAppeal(cloud, IN_TAIQIAN);
    const page = `/review/appeal/index?ratingId=${encodeURIComponent(ratingId)}`;
    const unit = phoneOf(IN_TAIQIAN.liaison, page);
    await unit.see('请核实，写明单位意见');
    await fits(unit, 'appeal-unit');
    await unit.tap('#move-endorse');
    await unit.tap('#own-evidence');
    await unit.element('#caseLog');
    await fits(unit, 'appeal-endorse');
    await moves([[IN_TAIQIAN.liaison, ENDORSE]]);
    const list = phoneOf(cloud.personas.taiqianSupervisor, '/review/appeals/index');
    await list.see('轮到您');
    await fits(list, 'appeals');
    const reviewer = phoneOf(cloud.personas.taiqianSupervisor, page);
    await reviewer.see('请复核');
    await fits(reviewer, 'appeal-review');
    await reviewer.tap('#move-proposeGrant');
    await reviewer.element('#choice-mistap');
    await fits(reviewer, 'appeal-propose');
    await moves([[cloud.personas.taiqianSupervisor, PROPOSE]]);
    const second = phoneOf(cloud.personas.taiqianSecondSupervisor, page);
    await second.tap('#move-confirmGrant');
    await second.see('确认以后');
    await fits(second, 'appeal-confirm');
  });

  it('what was said of a clerk, and his appeal,', async () => {
    const story = anAppealStory(cloud);
    const may = await story.told({ comment: '说好五天，十天了还没有消息' });
    const filed = await story.told();
    await story.file(filed);
    const clerk = aPhone({ url: cloud.url, openid: cloud.personas.taiqianClerk });
    clerk.open('/clerk/told/index');
    await clerk.see('看不到是谁评价的');
    await fits(clerk, 'told');
    await clerk.tap(`#told-${may.ticketNo}`);
    await clerk.tap('#open-file');
    await clerk.tap('#choice-wrongTarget');
    await clerk.see('中的一样，其余可选');
    await fits(clerk, 'appeal-form');
    clerk.open(`/clerk/appeal/index?ticketNo=${filed.ticketNo}`);
    await clerk.tap('#open-withdraw');
    await clerk.see('撤回以后');
    await fits(clerk, 'appeal-withdraw');
  });

  it('a phone set to elder mode draws the frame that was looked at', async () => {
    const phone = aPhone({ url: cloud.url, openid: 'elder' });
    phone.storage.set('elder-mode', true);
    phone.open('/pages/mine/index');
    await phone.element('.screen--elder');
    expect(phone.html()).toContain(`--scale: ${ELDER_FRAME.scale}`);
  });
});
