import type { Browser, BrowserContext } from 'playwright-core';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aPhone, describeInBrowser, H5_BUILD, onTop, openApp, openBrowser } from '../support/browser';

describeInBrowser('by keyboard', () => {
  let cloud: TestCloud;
  let browser: Browser;
  let phone: BrowserContext;

  beforeAll(async () => {
    cloud = await aLocalCloud({ staticDir: H5_BUILD });
    browser = await openBrowser();
    phone = await aPhone(browser);
  });
  afterAll(async () => {
    await phone?.close();
    await browser?.close();
    await cloud?.close();
  });

  it('the confirmation is entered, not left by Tab, left by Escape, and the way back is where one was', async () => {
    const scene = encodeURIComponent(cloud.sign('tq02').scene);
    const tab = await openApp(phone, cloud.url, 'typist', `/pages/rate/index?scene=${scene}`);
    await tab.getByRole('radio', { name: /^不满意/ }).press('Enter');
    await tab.getByRole('checkbox').first().press(' ');
    const submit = onTop(tab).locator('#submit');
    await submit.press('Enter');
    const dialog = tab.getByRole('dialog', { name: '将要提交的评价' });
    await dialog.waitFor();
    const isInside = () => dialog.evaluate((element) => element.contains(document.activeElement));
    expect(await isInside()).toBe(true);
    for (const key of ['Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
      await tab.keyboard.press(key);
      expect(await isInside()).toBe(true);
    }
    await tab.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await submit.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});
