import type { RatingFile } from '@shared/domain/rating-file';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';
import { aPhone, describeInBrowser, H5_BUILD, onTop, openApp, openBrowser, takePicture } from '../support/browser';

const MEASURES = '高峰期加开一个窗口，已贴出公告';
const REPLY = '已加开一个窗口，给您带来不便，请谅解。';

describeInBrowser('a bad rating is put right on phones', () => {
  let cloud: TestCloud;
  let browser: Browser;
  let phone: BrowserContext;

  beforeAll(async () => {
    cloud = await aLocalCloud({ staticDir: H5_BUILD });
    browser = await openBrowser();
  });
  afterEach(() => phone?.close());
  afterAll(async () => {
    await browser?.close();
    await cloud?.close();
  });

  const rated = async (openid: string): Promise<string> => {
    const bad = aRating(cloud, { level: 'dissatisfied', tags: ['209'], comment: '说好五个工作日，十天了还没有消息' });
    return (await cloud.citizen(openid, 'rating.submit', bad)).value.ratingId;
  };
  const ticketPage = (ratingId: string) => `/staff/ticket/index?ratingId=${encodeURIComponent(ratingId)}`;
  const press = (tab: Page, name: string) => onTop(tab).getByRole('button', { name, exact: true }).click();
  const pick = (tab: Page, name: string | RegExp) => onTop(tab).getByRole('radio', { name }).click();
  const fill = (tab: Page, name: string, text: string) => onTop(tab).getByRole('textbox', { name }).fill(text);
  const submit = async (tab: Page) => {
    await tab.locator('#move-submit').click();
    await tab.locator('#sheet').waitFor({ state: 'detached' });
  };

  const handle = async (tab: Page, picture: (name: string) => Promise<void>) => {
    await picture('liaison-accept');
    await press(tab, '签收');
    await onTop(tab).getByText('已签收。').waitFor();
    await picture('liaison-accepted');

    await press(tab, '记录联系');
    await tab.locator('#move-submit').click();
    await onTop(tab).getByText('请选择联系结果。').waitFor();
    await picture('liaison-contact');
    await pick(tab, '已接通');
    await submit(tab);

    await press(tab, '填写回访结论');
    await pick(tab, '情况属实');
    await fill(tab, '核实情况', '高峰期只开一个窗口');
    await picture('liaison-finding');
    await submit(tab);

    await press(tab, '研判');
    await pick(tab, '办事流程');
    await pick(tab, /一般问题/);
    await picture('liaison-classify');
    await submit(tab);

    await press(tab, '更多操作');
    await picture('liaison-more');
    await press(tab, '返回');
    await press(tab, '提交整改结果');
    await fill(tab, '整改措施（供审核）', MEASURES);
    await tab.locator('#templates').click();
    await tab.locator('#template-0').click();
    await tab.locator('#move-submit').click();
    await onTop(tab).getByText('请把【】里的内容改成实际情况，再提交。').waitFor();
    await picture('liaison-result');
    await fill(tab, '给评价人的答复', REPLY);
    await submit(tab);
    await onTop(tab).getByText('整改结果已提交，等待主管单位审核。').waitFor();
    await picture('liaison-submitted');
  };

  const verify = async (tab: Page, picture: (name: string) => Promise<void>) => {
    await onTop(tab).getByText('请审核人留意').waitFor();
    await picture('supervisor-verify');
    await press(tab, '审核通过');
    await tab.locator('#sheet').getByText(REPLY).waitFor();
    await picture('supervisor-verify-sheet');
    await submit(tab);
    await onTop(tab).getByText('答复已发给评价人').waitFor();
    await picture('supervisor-verified');
  };

  // In the mode where everything is largest; the other tests press the same buttons in the usual one.
  it('accepted, followed up, put right, verified, judged, in 长辈模式', async () => {
    phone = await aPhone(browser, { elder: true });
    const openid = 'loop-elder';
    const ratingId = await rated(openid);
    const look = (tab: Page) => (name: string) => takePicture(tab, `loop-${name}-elder`);
    const { taiqianUnitLiaison, taiqianSupervisor } = cloud.personas;

    const liaison = await openApp(phone, cloud.url, taiqianUnitLiaison, ticketPage(ratingId));
    await onTop(liaison).getByText('请签收，并联系评价人。').waitFor();
    await handle(liaison, look(liaison));
    await liaison.close();

    const supervisor = await openApp(phone, cloud.url, taiqianSupervisor, ticketPage(ratingId));
    await verify(supervisor, look(supervisor));
    await supervisor.close();

    await cloud.citizen(openid, 'rating.judge', { ratingId, verdict: 'satisfied', words: '改得快' });
    const after = await openApp(phone, cloud.url, taiqianUnitLiaison, ticketPage(ratingId));
    await onTop(after).getByText('工单已办结。').waitFor();
    await onTop(after)
      .getByText(/满意：改得快/)
      .waitFor();
    await look(after)('closed');
    expect((cloud.cloud.database.get('ratings', ratingId) as RatingFile).ticket?.state).toBe('closed');
  });

  it('words outlive a dead network and a reload, in the dark too', async () => {
    phone = await aPhone(browser, { dark: true });
    const ratingId = await rated('loop-dark');
    const tab = await openApp(phone, cloud.url, cloud.personas.taiqianUnitLiaison, ticketPage(ratingId));
    await press(tab, '签收');
    await onTop(tab).getByText('已签收。').waitFor();
    await press(tab, '记录联系');
    await pick(tab, '无人接听');
    await fill(tab, '备注（可不填）', '上午十点打过');
    await phone.setOffline(true);
    await tab.locator('#move-submit').click();
    await onTop(tab)
      .getByText(/填写的内容已保存在手机上/)
      .waitFor();
    await takePicture(tab, 'loop-offline-dark');
    await phone.setOffline(false);
    await tab.reload();
    await press(tab, '记录联系');
    await onTop(tab).getByText('已恢复上次没有提交的内容。').waitFor();
    await submit(tab);
    await onTop(tab)
      .getByText(/已联系 1 次，还没有联系上/)
      .waitFor();
    await takePicture(tab, 'loop-unreached-dark');
  });
});
