import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { anAppealStory } from '../support/a-told-rating';
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
import { ELDER, NORMAL, type Reading, wrongInReadings } from '../support/readings';

const WORDS = '评价人说的是旁边的 3 号窗口，我当天在 2 号窗口，叫号记录可以查到。';

describeInBrowser('the clerk who was rated, and the rater whose rating he appeals against', () => {
  let cloud: TestCloud;
  let browser: Browser;
  let phone: BrowserContext;
  let story: ReturnType<typeof anAppealStory>;

  beforeAll(async () => {
    cloud = await aLocalCloud({ staticDir: H5_BUILD });
    story = anAppealStory(cloud);
    browser = await openBrowser();
    phone = await aPhone(browser);
  });
  afterEach(() => wiped(phone, cloud.url));
  afterAll(async () => {
    await browser?.close();
    await cloud?.close();
  });

  const open = (openid: string, page: string) => openApp(phone, cloud.url, openid, page);
  const press = (tab: Page, name: string) => onTop(tab).getByRole('button', { name, exact: true }).click();
  const choose = (tab: Page, name: RegExp) => onTop(tab).getByRole('radio', { name }).click();
  const write = (tab: Page, name: string, words: string) => onTop(tab).getByRole('textbox', { name }).fill(words);
  const sees = (tab: Page, words: string | RegExp) => onTop(tab).getByText(words).first().waitFor();
  const looksIn =
    (...readings: [Reading, ...Reading[]]) =>
    async (tab: Page, name: string) =>
      expect(
        await wrongInReadings(tab, readings, (reading) => takePicture(tab, `${reading.name}-appeal-${name}`)),
      ).toEqual({});
  const looksRight = looksIn(NORMAL);
  /** For the longest form; what all pages look like to an elder is in `screens.test.ts`. */
  const looksRightToElders = looksIn(NORMAL, ELDER);
  const askStatement = async (ratingId: string) => {
    const step = { move: 'askStatement' };
    const version = story.fileOf(ratingId).rev;
    await cloud.staff(cloud.personas.taiqianUnitLiaison, 'ticket.move', { ratingId, version, step });
  };
  const aPhoto = () => {
    const picture = new PNG({ width: 320, height: 240 });
    picture.data.fill(190);
    return { name: 'a.png', mimeType: 'image/png', buffer: PNG.sync.write(picture) };
  };

  it('home, list, and what his unit asks him to explain', async () => {
    const { taiqianClerk } = cloud.personas;
    const asked = await story.told({ comment: '系统停了一个小时，没有人说什么时候能好，电话 13800138000 也没人接' });
    await askStatement(asked.ratingId);
    await story.told({ tags: ['209'], level: 'dissatisfied', comment: '' });
    const denied = await story.told({ comment: '排队时间太长' });
    await story.file(denied);
    await story.deny(denied.ratingId);
    const tab = await open(taiqianClerk, '/pages/me/index');
    await sees(tab, '对我的差评');
    await looksRight(tab, 'home');
    await onTop(tab).getByRole('link', { name: '对我的差评' }).click();
    await sees(tab, /看不到是谁评价的/);
    await looksRight(tab, 'list');

    await onTop(tab).locator(`#told-${asked.ticketNo}`).click();
    await sees(tab, '单位请您说明情况');
    await press(tab, '提交说明');
    await sees(tab, '请写明情况和理由，再提交。');
    await looksRight(tab, 'statement-error');
    await write(tab, '当时的情况', '当天 10 点系统停机 50 分钟，已经贴了告示。');
    await press(tab, '提交说明');
    await sees(tab, '已提交，办理工单的人会看到。');
    await looksRight(tab, 'statement-given');
  });

  it('nobody rated him badly', async () => {
    const { taiqianClerk, taiqianTownClerk } = cloud.personas;
    const nothing = await open(taiqianTownClerk, '/clerk/told/index');
    await sees(nothing, /没有要告知您的差评/);
    await looksRight(nothing, 'empty');
    const own = await open(taiqianClerk, '/clerk/own/index');
    await sees(own, '对我的差评');
    await looksRight(own, 'own');
  });

  it('he appeals with a photo', async () => {
    const { ticketNo } = await story.told({ tags: ['209'], level: 'dissatisfied', comment: '说好五天，十天了' });
    const tab = await open(cloud.personas.taiqianClerk, `/clerk/appeal/index?ticketNo=${ticketNo}`);
    await press(tab, '提出申诉');
    await choose(tab, /^评错对象/);
    await press(tab, '提出申诉');
    await sees(tab, '请写明情况和理由，再提交。');
    await write(tab, '情况和理由', WORDS);
    await press(tab, '提出申诉');
    await sees(tab, /这个理由要有证据，请提供/);
    await looksRightToElders(tab, 'file-error');
    const chooser = tab.waitForEvent('filechooser');
    await press(tab, '添加照片');
    await (await chooser).setFiles(aPhoto());
    await onTop(tab).locator('.photos__one').waitFor();
    await write(tab, '录音录像（怎样查到）', '大厅 3 号摄像头，11月26日 9:50 到 10:20');
    await looksRightToElders(tab, 'file-filled');
    await press(tab, '提出申诉');
    await sees(tab, '将要提交的内容');
    await looksRightToElders(tab, 'file-confirm');
    await phone.setOffline(true);
    await press(tab, '确认提交');
    await sees(tab, /网络不通，内容已保留/);
    await phone.setOffline(false);
    await press(tab, '确认提交');
    await sees(tab, '申诉已提出。');
    await onTop(tab).getByRole('button', { name: '为什么是这个期限' }).first().click();
    await looksRightToElders(tab, 'filed');
  });

  it('his unit refuses, the bureau denies', async () => {
    const { taiqianClerk, taiqianUnitLiaison } = cloud.personas;
    const refused = await story.told();
    await story.file(refused);
    await story.moves(refused.ratingId, [
      [taiqianUnitLiaison, { move: 'refuse', words: '叫号记录里没有这个号，证据不足' }],
    ]);
    const denied = await story.told({ comment: '排队时间太长' });
    await story.file(denied);
    await story.deny(denied.ratingId, '录像显示评价人就在本窗口办理，等候 52 分钟');
    const tab = await open(taiqianClerk, `/clerk/appeal/index?ticketNo=${refused.ticketNo}`);
    await sees(tab, '申诉：单位未同意');
    await looksRight(tab, 'refused');
    await press(tab, '坚持申诉');
    await looksRight(tab, 'insist');
    await press(tab, '撤回申诉');
    await sees(tab, /撤回以后/);
    await looksRight(tab, 'withdraw');
    const over = await open(taiqianClerk, `/clerk/appeal/index?ticketNo=${denied.ticketNo}`);
    await sees(over, '申诉：驳回');
    await looksRight(over, 'denied');
    await press(over, '再次申诉');
    await looksRight(over, 'renew');
  });

  it('the rater reads the decision and objects', async () => {
    const told = await story.told();
    await story.file(told);
    await story.grant(told.ratingId, '叫号记录显示评价人当天在 3 号窗口办理，不是这个窗口');
    const progress = `/mine/progress/index?ratingId=${encodeURIComponent(told.ratingId)}`;
    const tab = await open(told.openid, progress);
    await sees(tab, '申诉的结果');
    await looksRight(tab, 'rater-set-aside');
    await press(tab, '提出异议');
    await write(tab, '不同意的理由', '我就是在 2 号窗口办的，回执上写着。');
    await looksRight(tab, 'rater-objection');
    await press(tab, '提交异议');
    await sees(tab, /只能提出一次/);
    await looksRight(tab, 'rater-objection-confirm');
    await press(tab, '确认提交');
    await sees(tab, /由没有参与原决定的人另行复核/);
    await looksRight(tab, 'rater-objected');
    const mine = await open(told.openid, '/pages/mine/index');
    await sees(mine, '不予采纳');
    await looksRight(mine, 'rater-mine');
    const official = await open(
      cloud.personas.taiqianUnitLiaison,
      `/staff/ticket/index?ratingId=${encodeURIComponent(told.ratingId)}`,
    );
    await sees(official, /工单终止，不用再办/);
    await looksRight(official, 'ticket-set-aside');
  });

  it('the rater reads that his rating stands', async () => {
    const upheld = await story.told();
    await story.file(upheld);
    await story.deny(upheld.ratingId);
    const counts = await open(upheld.openid, `/mine/progress/index?ratingId=${encodeURIComponent(upheld.ratingId)}`);
    await sees(counts, /您的评价有效/);
    await looksRight(counts, 'rater-denied');
  });
});
