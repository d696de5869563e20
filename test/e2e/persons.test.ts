import type { Browser, BrowserContext } from 'playwright-core';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aProvenRater } from '../support/a-proven-rater';
import { aPhone, describeInBrowser, H5_BUILD, onTop, openApp, openBrowser } from '../support/browser';

describeInBrowser('several persons try one browser, as in the demo', () => {
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

  const rate = (windowId: string) => `/pages/rate/index?scene=${encodeURIComponent(cloud.sign(windowId).scene)}`;
  const ratingsOf = async (openid: string) => (await cloud.citizen(openid, 'rating.mine')).value.items;

  it("what one has written and not sent is neither the other's to see nor to send", async () => {
    await aProvenRater(cloud, 'first');
    const first = await openApp(phone, cloud.url, 'first', rate('cz02'));
    await onTop(first).getByText('2号窗口').waitFor();
    await first.getByRole('radio', { name: /^满意/ }).click();
    await phone.setOffline(true);
    await onTop(first).getByRole('button', { name: '提交', exact: true }).click();
    await onTop(first).getByText('网络恢复后会自动提交').waitFor();
    await first.close();
    await phone.setOffline(false);

    const second = await openApp(phone, cloud.url, 'second', rate('cz02'));
    await onTop(second).getByText('2号窗口').waitFor();
    expect(await onTop(second).getByRole('radio', { checked: true }).count()).toBe(0);
    expect(await ratingsOf('second')).toEqual([]);
    await second.close();

    const again = await openApp(phone, cloud.url, 'first', rate('cz02'));
    await onTop(again).getByText('评价已提交').waitFor();
    expect(await ratingsOf('first')).toHaveLength(1);
  });
});
