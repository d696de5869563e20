import type { Browser, Page } from 'playwright-core';
import { accountsOf, CITIZENS, officials } from '../../cloudfunctions/demo/personas';
import { demoRoutes, type Hall, type HallSign } from '../../cloudfunctions/demo/routes';
import { DEMO_TABLES } from '../../cloudfunctions/demo/world';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';
import { describeInBrowser, H5_BUILD, openBrowser } from '../support/browser';
import { violationsOf } from '../support/usable';

/** Eight tenths: smaller, the text of the app is hard to read. */
const SMALLEST_WIDTH = Math.round(0.8 * 399);

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

  it('names for every sign who answers for it and who supervises: there a bad rating really arrives, at one sign of each', async () => {
    const signs = (await (await get('/demo/codes.json')).json()) as HallSign[];
    const byWhom = ({ answeredBy, supervisedBy }: HallSign) => `${answeredBy} ${supervisedBy}`;
    const oneOfEach = new Map(signs.map((sign) => [byWhom(sign), sign]));
    for (const { scene, answeredBy, supervisedBy, hasLiaison, windowId } of oneOfEach.values()) {
      const bad = aRating(cloud, { scene, level: 'dissatisfied', tags: ['213'] });
      const rater = await cloud.provePhone(`demo-rater-${windowId}`);
      const receipt = await cloud.citizen(rater, 'rating.submit', bad);
      const { ratingId } = receipt.value;
      for (const openid of [answeredBy, supervisedBy])
        expect(await cloud.staff(openid ?? '', 'ticket.show', { ratingId })).toMatchObject({ ok: true });
      expect({ windowId, isTheSame: answeredBy === supervisedBy }).toEqual({ windowId, isTheSame: !hasLiaison });
    }
    expect(new Set(signs.map(({ supervisedBy }) => supervisedBy)).size).toBe(7);
  });

  it('offers the number of a case at a window until somebody has used it', async () => {
    const offered = async () => {
      const { signs } = (await (await get('/demo/hall.json')).json()) as Hall;
      return signs.find(({ windowId }) => windowId === 'cz01');
    };
    const { scene, caseNo, receiptCode } = (await offered()) as HallSign;
    expect(caseNo).toBe('CZ20260101');
    const bad = aRating(cloud, { scene, level: 'dissatisfied', tags: ['213'], caseNo, receiptCode });
    expect(await cloud.citizen('demo-case-holder', 'rating.submit', bad)).toMatchObject({ ok: true });
    expect(await offered()).toMatchObject({ caseNo: null });
  });

  it('runs the timers at once, and only for a page of its own', async () => {
    expect(await (await get('/demo/clock', { method: 'POST' })).json()).toMatchObject({ ok: true });
    for (const origin of ['https://elsewhere.example', 'http://localhost:3000']) {
      expect((await get('/demo/clock', { method: 'POST', headers: { origin } })).status).toBe(400);
    }
  });

  it('draws the code of a scene, and none of what is too long for one', async () => {
    expect((await get(`/demo/qr/${cloud.sign('tq01').scene}.svg`)).status).toBe(200);
    expect((await get(`/demo/qr/${'x'.repeat(5_000)}`)).status).toBe(404);
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
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    page = await context.newPage();
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

  it('keeps who holds the phone, and the window, over a reload', async () => {
    await page.getByText(/^全部 \d+$/).click();
    await page.getByRole('button', { name: '扫描潮安区政务服务中心3号窗口的窗口牌' }).click();
    await phone().getByText('潮安区市场监督管理局').first().waitFor();
    await page.reload();
    await phone().getByText('潮安区市场监督管理局').first().waitFor();
    expect(await page.locator('.is-scanned').getAttribute('data-window')).toBe('ca03');
    await page.getByText('政数局监督', { exact: true }).click();
    await page.reload();
    await phone().getByText('潮安区政务服务数据管理局').first().waitFor();
    const holder = page.locator('.person[aria-pressed=true]');
    expect(await holder.textContent()).toContain('（监督刚扫的窗口）');
  });

  it('says where the tickets of a unit without 责任人员 are, and offers who has them', async () => {
    await page.getByRole('button', { name: '扫描湘桥区政务服务中心5号窗口的窗口牌' }).click();
    await phone().getByText('湘桥区民政局').first().waitFor();
    await page.getByText('责任人员', { exact: true }).click();
    await page.getByText(/^该单位没有责任人员，工单在政数局监督（.+）。$/).waitFor();
    await page.getByRole('button', { name: /（负责刚扫的窗口）/ }).click();
    await phone().getByText('湘桥区政务服务数据管理局').first().waitFor();
  });

  const SCREENS = [
    { width: 1366, height: 640 },
    { width: 1366, height: 768 },
    { width: 1440, height: 900 },
    { width: 1920, height: 1080 },
  ];
  it.each(['办事群众', '窗口人员', '责任人员', '政数局监督', '管理员'])(
    'shows the whole phone on screens of all sizes, when %s holds it',
    async (role) => {
      await page.getByText(role, { exact: true }).click();
      await phone().locator('.screen__body').first().waitFor();
      for (const screen of SCREENS) {
        await page.setViewportSize(screen);
        const frame = await page.locator('.phone__frame').boundingBox();
        expect(frame?.y).toBeGreaterThan(0);
        expect((frame?.y ?? 0) + (frame?.height ?? screen.height)).toBeLessThanOrEqual(screen.height);
        expect((frame?.x ?? 0) + (frame?.width ?? screen.width)).toBeLessThanOrEqual(screen.width);
        expect(Math.round(frame?.width ?? 0)).toBeGreaterThanOrEqual(SMALLEST_WIDTH);
      }
    },
  );

  it('is accessible, in the phone too', async () => {
    const violations = await violationsOf(page);
    expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(' ')) }))).toEqual([]);
  });
});
