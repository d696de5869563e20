import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aProvenRater } from '../support/a-proven-rater';
import { aPhone, describeInBrowser, H5_BUILD, onTop, openApp, openBrowser, wiped } from '../support/browser';

/** At the turn of the year the next holidays may not be announced yet: then the screen says so. */
const PROMISE = /我们会在 \d+月\d+日 17:30 前联系您|放假安排公布后确定|您没有留下电话/;
const PRELOADED_AFTER_MS = 3000;
const FIRST_SCRIPTS_MAX_KB = 150;

/** It begins a second and a half after the start, which a busy machine may need for the first page alone. */
const leaveOutPreloading = () => {
  const later = window.setTimeout;
  const soon = (action: () => void, ms = 0) => (ms < 1000 ? later(action, ms) : 0);
  Object.assign(window, { setTimeout: soon });
};

describeInBrowser('in a browser, from the scanned window to the ticket', () => {
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

  const rate = (windowId: string) => `/pages/rate/index?scene=${encodeURIComponent(cloud.sign(windowId).scene)}`;
  const choose = (tab: Page, level: RegExp) => tab.getByRole('radio', { name: level }).click();
  const press = (tab: Page, name: string) => onTop(tab).getByRole('button', { name, exact: true }).click();
  const read = (tab: Page, text: string | RegExp) => onTop(tab).getByText(text).first().waitFor();

  it('a good rating takes two taps and one call each way', async () => {
    const tab = await openApp(phone, cloud.url, await aProvenRater(cloud, 'pleased'), rate('cz01'));
    await read(tab, '1号窗口');
    cloud.counters.reset();

    await choose(tab, /^非常满意/);
    await press(tab, '提交');

    await read(tab, '评价已提交');
    expect(cloud.counters.read().calls).toEqual({ citizen: 1 });
  });

  it('the rating page needs little script', async () => {
    const tab = await phone.newPage();
    await tab.addInitScript(leaveOutPreloading);
    const scripts: Promise<Buffer>[] = [];
    tab.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(response.body());
    });
    await tab.goto(`${cloud.url}/app/?openid=passer-by#${rate('cz01')}`);
    await read(tab, '1号窗口');
    const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script).length);
    const total = Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024);
    console.info(`H5 rating page: ${total} KB of gzipped script in ${sizes.length} files`);
    expect(total).toBeLessThanOrEqual(FIRST_SCRIPTS_MAX_KB);
  });

  it('a bad rating needs a reason, and leads from receipt to progress to the ticket of the unit', async () => {
    const tab = await openApp(phone, cloud.url, 'somebody', rate('tq02'));
    await choose(tab, /^不满意/);
    await press(tab, '提交');
    await read(tab, '请选择标签或填写原因。');

    await tab.getByRole('checkbox').first().click();
    await tab.getByRole('textbox', { name: '原因' }).fill('<img src=x onerror=alert(1)> 等了两个小时');
    await press(tab, '提交');
    await read(tab, '将要提交的评价');
    await press(tab, '确认提交');
    await press(tab, '暂不实名，直接提交');

    await read(tab, PROMISE);
    await press(tab, '查看进度');
    await read(tab, '现在：待签收');
    await read(tab, '<img src=x onerror=alert(1)> 等了两个小时');

    const desk = await openApp(phone, cloud.url, cloud.personas.taiqianUnitLiaison, '/pages/me/index');
    await onTop(desk).getByRole('link', { name: '差评工单' }).click();
    await onTop(desk)
      .getByRole('link', { name: /不满意/ })
      .first()
      .click();
    await read(desk, '<img src=x onerror=alert(1)> 等了两个小时');
    const why = onTop(desk).getByRole('button', { name: '为什么是这个期限' }).first();
    await why.or(onTop(desk).getByText('放假安排尚未公布')).first().waitFor();
    if (!(await why.isVisible())) return;
    await why.click();
    await read(desk, '建议值');
    await read(desk, /当天不计入/);
  });

  it('one of my own services that wait is rated from 我的评价, and moves to what I have rated', async () => {
    const tab = await openApp(phone, cloud.url, cloud.personas.otherCitizen, '/pages/mine/index');
    const waiting = onTop(tab).locator('[id^="waiting-"]');
    await waiting.first().waitFor();
    const before = await waiting.count();

    await waiting.first().click();
    await choose(tab, /^满意/);
    await press(tab, '提交');
    await press(tab, '我的评价');

    await onTop(tab).locator('#my-ratings').waitFor();
    expect(await waiting.count()).toBe(before - 1);
  });

  it('what was filled in is there again when the page was closed', async () => {
    const tab = await openApp(phone, cloud.url, 'forgetful', rate('xq01'));
    await choose(tab, /^非常不满意/);
    await tab.getByRole('textbox', { name: '原因' }).fill('还没有写完');
    await tab.close();

    const again = await openApp(phone, cloud.url, 'forgetful', rate('xq01'));
    await again.getByRole('radio', { name: /^非常不满意/, checked: true }).waitFor();
    expect(await again.getByRole('textbox', { name: '原因' }).inputValue()).toBe('还没有写完');
  });

  it('without a network the rating waits on the phone, and is sent once when the network is back', async () => {
    const tab = await openApp(phone, cloud.url, await aProvenRater(cloud, 'far-away'), rate('cz02'));
    await read(tab, '2号窗口');
    await choose(tab, /^基本满意/);
    await phone.setOffline(true);
    await press(tab, '提交');
    await read(tab, '网络不通，您填写的内容已保存，网络恢复后会自动提交。');

    cloud.counters.reset();
    await phone.setOffline(false);
    await read(tab, '评价已提交');
    expect(cloud.counters.read().calls).toEqual({ citizen: 1 });
  });

  it('a main page opens without a network when it was not opened before', async () => {
    const unused = await aPhone(browser);
    const tab = await openApp(unused, cloud.url, 'in-a-tunnel', '/pages/me/index');
    await read(tab, '怎样评价');
    await tab.waitForTimeout(PRELOADED_AFTER_MS);
    await unused.setOffline(true);
    await onTop(tab).getByRole('link', { name: '我的评价' }).click();
    await read(tab, '网络不通，请检查网络后重试。');
    await unused.close();
  });

  it('a page that was opened by a link has a way home', async () => {
    const tab = await openApp(phone, cloud.url, 'guided-by-a-link', rate('cz01'));
    await read(tab, '1号窗口');
    await press(tab, '返回首页');
    await read(tab, '评价窗口服务');
    await onTop(tab).getByRole('link', { name: '我的评价' }).click();
    await read(tab, '还没有评价');
  });

  it('an answer that got lost on its way does not make two ratings', async () => {
    const tab = await openApp(phone, cloud.url, await aProvenRater(cloud, 'unlucky'), rate('cz02'));
    await read(tab, '2号窗口');
    await choose(tab, /^满意/);
    cloud.cloud.faults.next('dropAnswer', 'citizen');
    await press(tab, '提交');
    // The browser itself may have asked again: then there is nothing left to press.
    const retry = onTop(tab).getByRole('button', { name: '立即重试' });
    await retry.or(onTop(tab).getByText('评价已提交')).first().waitFor();
    if (await retry.isVisible()) await retry.click();
    await read(tab, '评价已提交');

    const { value } = await cloud.citizen('unlucky', 'rating.mine');
    expect(value.items).toHaveLength(1);
  });

  it.each([
    ['a replaced code', 'tq04', /已经停用/],
    ['a code that was taken down', 'fq02', /已经停用/],
  ])('%s says what to do, and shows no blank form', async (_, windowId, sentence) => {
    const old = cloud.oldSigns.find((sign) => sign.windowId === windowId)?.scene ?? '';
    const tab = await openApp(phone, cloud.url, 'passer-by', `/pages/rate/index?scene=${encodeURIComponent(old)}`);
    await read(tab, sentence);
    expect(await tab.getByRole('radio').count()).toBe(0);
  });

  it('a long list is read on, page by page', async () => {
    const scene = cloud.sign('tq02').scene;
    const many = Array.from({ length: 23 }, (_, i) => `long-list-${String(i).padStart(4, '0')}`);
    for (const idempotencyKey of many) {
      const input = { scene, level: 'satisfied', tags: [], comment: '', photos: [], idempotencyKey };
      await cloud.citizen('regular', 'rating.submit', input);
    }
    const tab = await openApp(phone, cloud.url, 'regular', '/pages/mine/index');
    const rated = onTop(tab).locator('#my-ratings').getByRole('link');
    await rated.first().waitFor();
    // The end of the page asks for more by itself, so the button may be gone before it is pressed.
    const more = onTop(tab).locator('#more');
    while (await more.isVisible()) await more.click({ timeout: 1000 }).catch(() => undefined);
    expect(await rated.count()).toBe(many.length);
  });
});
