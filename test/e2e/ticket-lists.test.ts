import type { RatingFile } from '@shared/domain/rating-file';
import type { Browser, BrowserContext } from 'playwright-core';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';
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
import { DARK, ELDER, NORMAL, wrongInReadings } from '../support/readings';

const DAY = 86_400_000;
const LIST = '/staff/tickets/index';

describeInBrowser('officials see what is theirs to do', () => {
  let cloud: TestCloud;
  let browser: Browser;
  let phone: BrowserContext;

  beforeAll(async () => {
    cloud = await aLocalCloud({ staticDir: H5_BUILD });
    browser = await openBrowser();
    phone = await aPhone(browser);
    const late = fileOf(await complain('tq02'));
    await put({ ...late, ticket: late.ticket && { ...late.ticket, dueAt: Date.now() - 9 * DAY } });
    await complain('tq02');
    await complain('tq03');
  });
  afterEach(() => wiped(phone, cloud.url));
  afterAll(async () => {
    await browser?.close();
    await cloud?.close();
  });

  let raters = 0;
  const complain = async (windowId: string): Promise<string> => {
    const bad = aRating(cloud, { scene: cloud.sign(windowId).scene, level: 'dissatisfied', tags: ['213'] });
    return (await cloud.citizen(`rater-of-lists-${++raters}`, 'rating.submit', bad)).value.ratingId;
  };
  const fileOf = (id: string) => cloud.cloud.database.get('ratings', id) as RatingFile;
  const put = (file: RatingFile) => cloud.cloud.database.replace('ratings', file);

  it('监督人员 opens with what waits for him, late first, and turns to the other lists', async () => {
    const tab = await openApp(phone, cloud.url, cloud.personas.taiqianSupervisor, LIST);
    await onTop(tab).getByRole('radio', { name: '待办 2' }).waitFor();
    expect(await onTop(tab).locator('.cell').count()).toBe(2);
    const first = onTop(tab).locator('.cell').first();
    expect(await first.textContent()).toMatch(/轮到您：催办或者督办[\s\S]*已超期 \d+ 个工作日/);
    await takePicture(tab, 'ticket-lists-supervisor');
    await onTop(tab).getByRole('radio', { name: '待派单 1' }).click();
    await onTop(tab).getByText('轮到您：派单到责任单位').waitFor();
    await onTop(tab).getByRole('radio', { name: '已办结' }).click();
    await onTop(tab).getByText('还没有办结的工单。').waitFor();
  });

  it('责任人员 has the lists of his unit alone', async () => {
    const tab = await openApp(phone, cloud.url, cloud.personas.taiqianUnitLiaison, LIST);
    await onTop(tab).getByRole('radio', { name: '待办 2' }).waitFor();
    expect(
      await onTop(tab)
        .getByRole('radio', { name: /待派单|单位办理中/ })
        .count(),
    ).toBe(0);
    await onTop(tab).getByText('轮到您：签收').first().waitFor();
  });

  it('what comes in while he looks is there within a minute, without a touch', async () => {
    const tab = await phone.newPage();
    await tab.clock.install();
    await tab.goto(`${cloud.url}/app/?openid=${cloud.personas.taiqianSupervisor}#${LIST}`);
    await onTop(tab).getByRole('radio', { name: '待办 2' }).waitFor();
    const id = await complain('tq03');
    await tab.clock.runFor(61_000);
    await onTop(tab).getByText('新到 1 件工单，已列在下面。').waitFor();
    await onTop(tab)
      .getByText(fileOf(id).ticket?.ticketNo ?? 'none')
      .waitFor();
    await takePicture(tab, 'ticket-lists-news');
    await cloud.cloud.database.remove('ratings', id);
  });

  it('逾期看板 and 同类问题 are one tap from 我的, and a cluster one tap from its tickets', async () => {
    const tab = await openApp(phone, cloud.url, cloud.personas.taiqianSupervisor, '/pages/me/index');
    await onTop(tab).getByRole('link', { name: '逾期看板' }).click();
    await onTop(tab)
      .getByText(/超期 1 件，最久的已超期 \d+ 个工作日/)
      .waitFor();
    await onTop(tab)
      .getByText(/以来没有实名差评/)
      .waitFor();
    await takePicture(tab, 'ticket-lists-overdue');
    await tab.goBack();
    await onTop(tab).getByRole('link', { name: '同类问题' }).click();
    await onTop(tab).getByText('3 件，未办结 3 件').waitFor();
    await takePicture(tab, 'ticket-lists-clusters');
    await onTop(tab).getByText('3 件，未办结 3 件').click();
    await onTop(tab).locator('#alike .cell').nth(2).waitFor();
    await takePicture(tab, 'ticket-lists-alike');
    expect(await onTop(tab).locator('#alike .cell').count()).toBe(3);
  });

  it('fits the phone and has no barrier: normal, for elders, in the dark', async () => {
    const like = `by=tag&dictionary=${encodeURIComponent(fileOf(await complain('tq02')).dictionary)}&tag=213`;
    for (const [page, ready] of [
      ['tickets', '#filters'],
      ['overdue', '#follow-up-rate'],
      ['clusters', '#clusters .cell'],
      ['alike', '#alike .cell'],
    ] as const) {
      const query = page === 'alike' ? `?${like}` : '';
      const tab = await openApp(phone, cloud.url, cloud.personas.taiqianSupervisor, `/staff/${page}/index${query}`);
      await onTop(tab).locator(ready).first().waitFor();
      await onTop(tab).locator('.skeleton').waitFor({ state: 'hidden' });
      const wrong = await wrongInReadings(tab, [NORMAL, ELDER, DARK], ({ name }) =>
        takePicture(tab, `ticket-lists-${name}-${page}`),
      );
      expect({ page, wrong }).toEqual({ page, wrong: {} });
    }
  });
});
