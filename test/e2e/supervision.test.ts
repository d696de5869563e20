import type { Browser, BrowserContext } from 'playwright-core';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';
import { aPhone, describeInBrowser, H5_BUILD, onTop, openApp, openBrowser, wiped } from '../support/browser';

const WORDS = '第二天窗口的人打电话，要我撤回评价';

describeInBrowser('the supervisor looks after what nobody else may', () => {
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

  const rated = async (openid: string): Promise<string> => {
    const bad = aRating(cloud, { level: 'dissatisfied', tags: ['213'] });
    return (await cloud.citizen(openid, 'rating.submit', bad)).value.ratingId;
  };

  it('a report goes from the progress page to the upper level, and its answer comes back', async () => {
    const page = `/mine/progress/index?ratingId=${encodeURIComponent(await rated('pressed'))}`;
    const citizen = await openApp(phone, cloud.url, 'pressed', page);
    await onTop(citizen).getByText('受到打击报复？向上级反映').click();
    await onTop(citizen).getByText('只由濮阳市政务服务管理机构查看').waitFor();
    await onTop(citizen).getByRole('button', { name: '提交反映' }).click();
    await onTop(citizen).getByText('请写明发生了什么，再提交。').waitFor();
    await onTop(citizen).getByRole('textbox', { name: '发生了什么' }).fill(WORDS);
    await onTop(citizen).getByRole('button', { name: '提交反映' }).click();
    await onTop(citizen)
      .getByText(/已收到，编号FY/)
      .waitFor();
    await citizen.close();

    const supervisor = await openApp(phone, cloud.url, cloud.personas.puyangSupervisor, '/pages/me/index');
    await onTop(supervisor).getByText('群众反映').click();
    await onTop(supervisor).getByText(/^待办/).click();
    await onTop(supervisor).getByText(WORDS).waitFor();
    await onTop(supervisor).getByRole('textbox', { name: '办理结果' }).fill('已谈话并警示，不会再联系您。');
    await onTop(supervisor).getByRole('button', { name: '办结并告知反映人' }).click();
    await onTop(supervisor).getByText('反映 · 已办结').waitFor();
    await supervisor.goBack();
    await onTop(supervisor)
      .getByText(/^已办结/)
      .waitFor();
    await supervisor.close();

    const back = await openApp(phone, cloud.url, 'pressed', page);
    await onTop(back).getByText('受到打击报复？向上级反映').click();
    await onTop(back).getByText('已谈话并警示，不会再联系您。').waitFor();
  });

  it('a quarantined rating is looked at, and counts once somebody says why', async () => {
    for (let n = 0; n < 3; n++) await rated('often');
    const ratingId = await rated('often');
    const supervisor = await openApp(phone, cloud.url, cloud.personas.taiqianSupervisor, '/pages/me/index');
    await onTop(supervisor).getByText('待核查评价').click();
    await onTop(supervisor)
      .getByText(/同一人当日在同一窗口/)
      .click();
    await supervisor.getByRole('button', { name: '计入统计', exact: true }).click();
    await supervisor.getByText('请写明作出这个决定的理由，再提交。').waitFor();
    await supervisor.getByRole('textbox', { name: '理由' }).fill('是代办人，逐件核对过');
    await supervisor.getByRole('button', { name: '计入统计', exact: true }).click();
    await onTop(supervisor).getByText('没有待核查的评价。').waitFor();
    expect(cloud.cloud.database.get('ratings', ratingId)).toMatchObject({ standing: 'effective' });
  });

  it('who is no supervisor finds neither entrance', async () => {
    const liaison = await openApp(phone, cloud.url, cloud.personas.taiqianUnitLiaison, '/pages/me/index');
    await onTop(liaison).getByText('差评工单').waitFor();
    expect(
      await onTop(liaison)
        .getByText(/待核查评价|群众反映/)
        .count(),
    ).toBe(0);
  });
});
