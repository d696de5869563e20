import type { Browser } from 'playwright-core';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { anAppealStory } from '../support/a-told-rating';
import { anAppeal, ENDORSE, IN_TAIQIAN, PROPOSE } from '../support/an-appeal';
import { aPhone as aBrowserPhone, describeInBrowser, openBrowser, takePicture } from '../support/browser';
import { prove } from '../support/prove';
import { aPhone, type Phone } from '../support/weapp/a-phone';
import { asWebPage } from '../support/weapp/as-web-page';

describeInBrowser('the screens of the uploaded package, with its own styles', () => {
  let cloud: TestCloud;
  let browser: Browser;
  beforeAll(async () => {
    cloud = await aLocalCloud();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await cloud?.close();
  });

  const fits = async (phone: Phone, name: string) => {
    const glass = await aBrowserPhone(browser);
    const tab = await glass.newPage();
    await tab.setContent(asWebPage(phone));
    await takePicture(tab, `weapp-${name}`, 'body');
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
    await glass.close();
  };

  it.each([
    { mode: 'normal', elder: false },
    { mode: 'elder', elder: true },
  ])('实名, my data, readers and the notice in $mode mode', async ({ mode, elder }) => {
    const phoneOf = (openid: string) => {
      const phone = aPhone({ url: cloud.url, openid });
      phone.storage.set('elder-mode', elder);
      return phone;
    };
    const stranger = phoneOf(`stranger-${mode}`);
    stranger.open('/privacy/identity/index?scene=none&place=chaozhou&demand=required&sends=1');
    for (const way of ['receipt', 'number']) await stranger.tap(`#way-${way}`);
    await stranger.tap('#is-company');
    await stranger.tap('#prove-number');
    await stranger.element('#company-code');
    await fits(stranger, `${mode}-identity-number`);
    const owner = phoneOf(await prove(cloud, `owner-${mode}`));
    owner.open('/privacy/identity/index?scene=none&place=chaozhou&demand=required&sends=1');
    await owner.see('已实名');
    await fits(owner, `${mode}-identity-done`);
    owner.open('/privacy/data/index');
    await owner.see('王*示');
    await fits(owner, `${mode}-data`);
    await owner.tap('#erase');
    await owner.see('删除后不能恢复');
    await fits(owner, `${mode}-data-erase`);
    owner.open('/privacy/notice/index');
    await owner.see('谁在处理');
    await fits(owner, `${mode}-notice`);
  });

  it.each([
    { mode: 'normal', elder: false },
    { mode: 'elder', elder: true },
  ])('rate, confirm, receipt, ticket in $mode mode', async ({ mode, elder }) => {
    const phone = aPhone({ url: cloud.url, openid: `looker-${mode}` });
    phone.storage.set('elder-mode', elder);
    phone.open(`/pages/rate/index?scene=${encodeURIComponent(cloud.sign('tq02').scene)}`);
    await phone.see('2号窗口');
    await fits(phone, `${mode}-rate`);
    await phone.tap('#face-dissatisfied');
    await phone.tap('#tag-209');
    await phone.see('展开其余');
    await fits(phone, `${mode}-rate-bad`);
    await phone.tap('#submit');
    await phone.see('将要提交的评价');
    await fits(phone, `${mode}-rate-confirm`);
    await phone.tap('#confirm-send');
    await phone.see('暂不实名，直接提交');
    await fits(phone, `${mode}-identity`);
    await phone.tap('#go-without');
    await phone.see('评价已提交');
    await fits(phone, `${mode}-receipt`);

    const official = aPhone({ url: cloud.url, openid: cloud.personas.taiqianUnitLiaison });
    official.storage.set('elder-mode', elder);
    official.open('/staff/tickets/index');
    await official.see('未办结');
    await fits(official, `${mode}-tickets`);
  });

  it.each([
    { mode: 'normal', elder: false },
    { mode: 'elder', elder: true },
  ])('the appeals, one of them, and its sheets in $mode mode', async ({ mode, elder }) => {
    const phoneOf = (openid: string, page: string) => {
      const phone = aPhone({ url: cloud.url, openid });
      phone.storage.set('elder-mode', elder);
      phone.open(page);
      return phone;
    };
    const { ratingId, moves } = await anAppeal(cloud, IN_TAIQIAN);
    const page = `/review/appeal/index?ratingId=${encodeURIComponent(ratingId)}`;
    const unit = phoneOf(IN_TAIQIAN.liaison, page);
    await unit.see('请核实，写明单位意见');
    await fits(unit, `${mode}-appeal-unit`);
    await unit.tap('#move-endorse');
    await unit.tap('#own-evidence');
    await unit.element('#caseLog');
    await fits(unit, `${mode}-appeal-endorse`);
    await moves([[IN_TAIQIAN.liaison, ENDORSE]]);
    const list = phoneOf(cloud.personas.taiqianSupervisor, '/review/appeals/index');
    await list.see('轮到您');
    await fits(list, `${mode}-appeals`);
    const reviewer = phoneOf(cloud.personas.taiqianSupervisor, page);
    await reviewer.see('请复核');
    await fits(reviewer, `${mode}-appeal-review`);
    await reviewer.tap('#move-proposeGrant');
    await reviewer.element('#choice-mistap');
    await fits(reviewer, `${mode}-appeal-propose`);
    await moves([[cloud.personas.taiqianSupervisor, PROPOSE]]);
    const second = phoneOf(cloud.personas.taiqianSecondSupervisor, page);
    await second.tap('#move-confirmGrant');
    await second.see('确认以后');
    await fits(second, `${mode}-appeal-confirm`);
  });

  it.each([
    { mode: 'normal', elder: false },
    { mode: 'elder', elder: true },
  ])('what was said of a clerk, and his appeal, in $mode mode', async ({ mode, elder }) => {
    const story = anAppealStory(cloud);
    const may = await story.told({ comment: '说好五天，十天了还没有消息' });
    const filed = await story.told();
    await story.file(filed);
    const clerk = aPhone({ url: cloud.url, openid: cloud.personas.taiqianClerk });
    clerk.storage.set('elder-mode', elder);
    clerk.open('/clerk/told/index');
    await clerk.see('看不到是谁评价的');
    await fits(clerk, `${mode}-told`);
    await clerk.tap(`#told-${may.ticketNo}`);
    await clerk.tap('#open-file');
    await clerk.tap('#choice-wrongTarget');
    await clerk.see('中的一样，其余可选');
    await fits(clerk, `${mode}-appeal-form`);
    clerk.open(`/clerk/appeal/index?ticketNo=${filed.ticketNo}`);
    await clerk.tap('#open-withdraw');
    await clerk.see('撤回以后');
    await fits(clerk, `${mode}-appeal-withdraw`);
  });
});
