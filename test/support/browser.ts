import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  // One process for all tabs of a phone: what one of them has compiled, the next does not compile again.
  ...['--renderer-process-limit=1', '--disable-site-isolation-trials'],
  ...['--disable-features=IsolateOrigins,site-per-process', '--in-process-gpu'],
];
const ROOT = path.resolve(__dirname, '../..');
const PICTURES = path.join(ROOT, '.data/screenshots');
/** Pictures are for people: drawn when somebody asks for them. */
const DRAWS_PICTURES = process.env.SCREENSHOTS !== undefined;
const PATIENCE_MS = 15_000;

/** The H5 build, as the gateway serves it. */
export const H5_BUILD = path.join(ROOT, 'miniprogram/dist-h5');

const missing = (): string | undefined => {
  if (!existsSync(EXECUTABLE)) return `no Chromium at ${EXECUTABLE} (name another one in CHROMIUM)`;
  if (!existsSync(path.join(H5_BUILD, 'index.html'))) return 'no H5 build (npm run build:h5)';
  return undefined;
};

/** `describe`, where there is a browser and a build; elsewhere one test that says what is missing. */
export const describeInBrowser = (name: string, body: () => void): void => {
  const why = missing();
  if (why === undefined) {
    describe(name, body);
    return;
  }
  describe(name, () => {
    it(`is left out: ${why}`, () => console.warn(`${name} is left out: ${why}`));
  });
};

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });

export type Phone = {
  readonly openid: string;
  readonly elder?: boolean;
  readonly dark?: boolean;
};

/** A phone of 375×812 in somebody's hand. */
export const aPhone = async (browser: Browser, { elder = false, dark = false }: Omit<Phone, 'openid'> = {}) => {
  const phone = await browser.newContext({
    viewport: { width: 375, height: 812 },
    deviceScaleFactor: DRAWS_PICTURES ? 2 : 1,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  phone.setDefaultTimeout(PATIENCE_MS);
  if (elder) await phone.addInitScript(() => localStorage.setItem('elder-mode', JSON.stringify({ data: true })));
  return phone;
};

const BLANK = 'about:blank';

/** Opens a page of the app (`/pages/rate/index?scene=…`) as the person whose phone it is. */
export const openApp = async (phone: BrowserContext, url: string, openid: string, page: string): Promise<Page> => {
  const blanks = phone.pages().filter((tab) => tab.url() === BLANK);
  const tab = await phone.newPage();
  await tab.goto(`${url}/app/?openid=${openid}#${page}`);
  // A page that stays open beside it hears of the network before it does, in its stead.
  await Promise.all(blanks.map((blank) => blank.close()));
  return tab;
};

/** The phone for the next test: nothing is open or stored. Its process goes on, so that the app is not compiled once more. */
export const wiped = async (phone: BrowserContext, url: string): Promise<void> => {
  const used = phone.pages();
  const blank = await phone.newPage();
  await Promise.all(used.map((tab) => tab.close()));
  await phone.setOffline(false);
  const devtools = await phone.newCDPSession(blank);
  await devtools.send('Storage.clearDataForOrigin', { origin: url, storageTypes: 'local_storage,indexeddb' });
};

/** The page on top: the ones below stay in the document, hidden. */
export const onTop = (tab: Page) => tab.locator('.taro_page:visible').last();

/** With `SCREENSHOTS=1`: writes what is seen, the whole length of the page (or of `whole`), for people to look at. */
export const takePicture = async (tab: Page, name: string, whole?: string): Promise<void> => {
  if (!DRAWS_PICTURES) return;
  await mkdir(PICTURES, { recursive: true });
  const page = whole === undefined ? onTop(tab) : tab.locator(whole);
  const height = await page.evaluate((element) => Math.max(812, element.scrollHeight));
  await tab.setViewportSize({ width: 375, height });
  await tab.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  await tab.setViewportSize({ width: 375, height: 812 });
};
