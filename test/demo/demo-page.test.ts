import type { Browser, Page } from 'playwright-core';
import { accountsOf, CITIZENS, officials } from '../../cloudfunctions/local/demo/personas';
import { demoRoutes, type HallSign } from '../../cloudfunctions/local/demo/routes';
import { DEMO_TABLES } from '../../cloudfunctions/local/demo/world';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';
import { describeInBrowser, H5_BUILD, openBrowser } from '../support/browser';

let cloud: TestCloud;
const startHall = async () => {
  cloud = await aLocalCloud({
    tables: DEMO_TABLES,
    staticDir: H5_BUILD,
    routes: (app) => {
      const personas = () => [...CITIZENS, ...officials(cloud.world, accountsOf(cloud.world, DEMO_TABLES.accounts))];
      const codes = {
        windowCode: (version: string, text: string) => cloud.digests.windowCode(version, text),
        windowCodeKey: '1',
      };
      app.route('/', demoRoutes({ cloud: () => cloud.cloud, codes, personas }));
    },
  });
};

describe('the routes of the demo', () => {
  beforeAll(startHall);
  afterAll(() => cloud.close());
  const get = (path: string, init: RequestInit = {}) => fetch(`${cloud.url}${path}`, { redirect: 'manual', ...init });

  it('gives a scanned link to the rate page, to the same visitor each time', async () => {
    const scene = cloud.sign('tq01').scene;
    const first = await get(`/w/${scene}`);
    expect(first.status).toBe(302);
    expect(first.headers.get('location')).toMatch(
      new RegExp(`^/app/\\?openid=demo-visitor-[0-9a-f]{8}#/pages/rate/index\\?scene=${scene}$`),
    );
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
    const second = await get(`/w/${scene}`, { headers: { cookie } });
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
  });

  it('lists signs, refused signs, personas and what was said to WeChat', async () => {
    const list = async (name: string) => (await get(`/demo/${name}.json`)).json() as Promise<object[]>;
    expect(await list('codes')).toHaveLength(cloud.windows.length);
    expect(await list('revoked-codes')).toHaveLength(cloud.oldSigns.length);
    expect(await list('personas')).toHaveLength(CITIZENS.length + accountsOf(cloud.world, DEMO_TABLES.accounts).length);
    expect(await list('outbox')).toEqual([]);
  });

  it('names for every sign who answers for it: there its bad rating really arrives', async () => {
    const signs = (await (await get('/demo/codes.json')).json()) as HallSign[];
    for (const { scene, answeredBy, windowId } of signs) {
      const bad = aRating(cloud, { scene, level: 'dissatisfied', tags: ['213'] });
      const receipt = await cloud.citizen(`demo-rater-${windowId}`, 'rating.submit', bad);
      const { ratingId } = receipt.value;
      expect(await cloud.staff(answeredBy ?? '', 'ticket.show', { ratingId })).toMatchObject({ ok: true });
    }
  });

  it('runs the timers at once, and only for a page of its own', async () => {
    expect(await (await get('/demo/clock', { method: 'POST' })).json()).toMatchObject({ ok: true });
    const foreign = { method: 'POST', headers: { origin: 'https://elsewhere.example' } };
    expect((await get('/demo/clock', foreign)).status).toBe(400);
  });

  it('prints a sign, and knows no sign of a window without one', async () => {
    expect(await (await get('/demo/sign/cz01?paper=A4')).text()).toContain('size: 210mm 297mm');
    expect((await get('/demo/sign/fx02')).status).toBe(404);
  });
});

describeInBrowser('the demo page', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    await startHall();
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    await page.goto(cloud.url);
  });
  afterAll(async () => {
    await browser.close();
    await cloud.close();
  });
  const phone = () => page.frameLocator('iframe');

  it('opens the rate page of the sign that is clicked', async () => {
    await page.getByRole('button', { name: '扫描台前县行政服务中心3号窗口的窗口牌' }).click();
    await phone().getByText('您对这次服务满意吗').waitFor();
    await phone().getByText('台前县人力资源和社会保障局').first().waitFor();
  });

  it('shows signs by place and level', async () => {
    await page.getByText('潮州市', { exact: true }).click();
    await page.getByText(/^市 \d+$/).click();
    const windows = cloud.windows.filter(({ place, level }) => place === 'chaozhou' && level === 'city');
    expect(await page.locator('.sign').count()).toBe(windows.length);
  });

  it('hands the phone to a liaison, whose tickets show', async () => {
    await page.getByText('责任人员', { exact: true }).click();
    await phone().getByText('未办结').waitFor();
  });

  it('gives the phone back to a citizen when a sign is scanned, and tells the refused one', async () => {
    await page.getByRole('button', { name: /旧牌已换新/ }).click();
    await phone().getByText('这个二维码已经停用').first().waitFor();
    expect(await page.locator('input[name=role]:checked').getAttribute('value')).toBe('citizen');
  });
});
