import type { Browser } from 'playwright-core';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aPhone, describeInBrowser, H5_BUILD, onTop, openApp, openBrowser } from '../support/browser';

describeInBrowser('what a journey costs, counted in a browser', () => {
  let cloud: TestCloud;
  let browser: Browser;
  beforeAll(async () => {
    cloud = await aLocalCloud({ staticDir: H5_BUILD });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await cloud?.close();
  });

  it('scan to form is one function call, tap to receipt is one more and one write', async () => {
    const { scene, window } = cloud.sign('tq02');
    const phone = await aPhone(browser);
    const tab = await openApp(phone, cloud.url, 'passer-by', `/pages/rate/index?scene=${encodeURIComponent(scene)}`);
    await onTop(tab).getByText(window).first().waitFor();
    expect(cloud.counters.read()).toMatchObject({ calls: { citizen: 1 }, writes: 0 });

    await tab.getByRole('radio', { name: /^非常满意/ }).click();
    await onTop(tab).getByRole('button', { name: '提交', exact: true }).click();
    await onTop(tab).getByText('评价已提交').first().waitFor();
    expect(cloud.counters.read()).toMatchObject({ calls: { citizen: 2 }, writes: 1 });
    await phone.close();
  });
});
