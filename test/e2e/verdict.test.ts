import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';
import { verifiedTicket } from '../support/a-verified-ticket';
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
import { ELDER, ELDER_DARK, NORMAL, type Reading, wrongInReadings } from '../support/readings';

describeInBrowser('the rater follows his rating', () => {
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

  const rated = async (openid: string, given: object) =>
    (await cloud.citizen(openid, 'rating.submit', aRating(cloud, given))).value.ratingId as string;
  const aPhoto = async () => {
    const picture = new PNG({ width: 64, height: 64 });
    picture.data.fill(160);
    const data = PNG.sync.write(picture).toString('base64');
    return (await cloud.citizen(cloud.personas.taiqianUnitLiaison, 'photo.add', { data })).value.photo as string;
  };
  const progress = (openid: string, ratingId: string) =>
    openApp(phone, cloud.url, openid, `/mine/progress/index?ratingId=${encodeURIComponent(ratingId)}`);
  const press = (tab: Page, name: string) => onTop(tab).getByRole('button', { name, exact: true }).click();
  const sees = (tab: Page, words: string | RegExp) => onTop(tab).getByText(words).first().waitFor();

  const looksIn =
    (...readings: [Reading, ...Reading[]]) =>
    async (tab: Page, name: string) =>
      expect(await wrongInReadings(tab, readings, (reading) => takePicture(tab, `${reading.name}-${name}`))).toEqual(
        {},
      );

  it('bad rating, answer, 不满意, once more, closed, 追评', async () => {
    const openid = 'follower';
    const looksRight = looksIn(NORMAL, ELDER);
    const ratingId = await rated(openid, { level: 'dissatisfied', tags: ['213'], comment: '来了两趟都没办成' });
    const tab = await progress(openid, ratingId);
    await sees(tab, /核实情况/);
    await looksRight(tab, 'progress-waiting');

    await verifiedTicket(cloud, ratingId, [await aPhoto()]);
    await tab.reload();
    await sees(tab, '整改结果和答复');
    expect(await onTop(tab).getByRole('radio', { checked: true }).count()).toBe(0);
    await looksRight(tab, 'progress-verdict');
    await onTop(tab)
      .getByRole('radio', { name: /^不满意/ })
      .click();
    await onTop(tab).getByRole('textbox', { name: '想说的话（可选）' }).fill('窗口还是只有一个');
    await press(tab, '提交评定');
    await sees(tab, '将要提交的评定');
    await looksRight(tab, 'progress-verdict-confirm');
    await phone.setOffline(true);
    await press(tab, '确认提交');
    await sees(tab, /网络不通，内容已保留/);
    await looksRight(tab, 'progress-offline');
    await phone.setOffline(false);
    await press(tab, '确认提交');
    await sees(tab, '现在：整改中');

    await verifiedTicket(cloud, ratingId);
    await tab.reload();
    await sees(tab, /已经重新办理过/);
    await onTop(tab)
      .getByRole('radio', { name: /^基本满意/ })
      .click();
    await press(tab, '提交评定');
    await press(tab, '确认提交');
    await sees(tab, '现在：已办结');
    await press(tab, '追加评价');
    await onTop(tab).getByRole('textbox', { name: '追加的话' }).fill('后来好多了');
    await looksRight(tab, 'progress-follow-on');
    await press(tab, '提交追评');
    await press(tab, '确认提交');
    await sees(tab, '我的追评');
    await looksRight(tab, 'progress-closed');
  }, 120_000);

  it('a rating is changed once', async () => {
    const openid = 'changer';
    const looksRight = looksIn(NORMAL, ELDER_DARK);
    const ratingId = await rated(openid, { level: 'satisfied', comment: '点错了' });
    const tab = await progress(openid, ratingId);
    await onTop(tab)
      .getByRole('link', { name: /修改评价/ })
      .click();
    await onTop(tab)
      .getByRole('radio', { name: /^不满意/ })
      .click();
    await sees(tab, /哪里不满意/);
    await looksRight(tab, 'change');
    await onTop(tab).getByRole('textbox', { name: '原因' }).fill('其实没办成');
    await press(tab, '提交修改');
    await sees(tab, /责任单位会核实、整改并联系您/);
    await takePicture(tab, 'normal-change-confirm');
    await press(tab, '确认提交');
    await sees(tab, '修改前的评价');
    await takePicture(tab, 'normal-progress-changed');
    const me = await openApp(phone, cloud.url, openid, '/pages/me/index');
    await cloud.runClock();
    await me.reload();
    await sees(me, '有新消息');
    await looksRight(me, 'me-unread');
  });
});
