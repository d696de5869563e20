import type { RatingFile } from '@shared/domain/rating-file';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { anAppeal, IN_TAIQIAN } from '../support/an-appeal';
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
import { keepFigures } from '../support/figures-of';
import { prove } from '../support/prove';
import { DARK, ELDER, ELDER_DARK, ELDER_FRAME, frameOf, NORMAL, wrongInReadings } from '../support/readings';
import { identityScreens } from './identity-screens';

const COMMENT = '材料交了三次，每次说的都不一样。'.repeat(4);
const LIGHT = [NORMAL, ELDER] as const;
const ALL = [NORMAL, ELDER, DARK, ELDER_DARK] as const;
/** The dark colours are the same on all screens: these show each of them. */
const SHOWN_DARK = [
  'rate-bad',
  'rate-confirm',
  'receipt',
  'me',
  'tickets',
  'tickets-forbidden',
  'ticket',
  'identity',
  'identity-number',
  'data',
];

type Screen = { readonly name: string; readonly openid: string; readonly page: string; readonly act?: Act };
type Act = (tab: Page) => Promise<unknown>;

const press =
  (name: string | RegExp): Act =>
  (tab) =>
    onTop(tab).getByRole('button', { name }).first().click();
const badRating: Act = async (tab) => {
  await tab.getByRole('radio', { name: /^非常不满意/ }).click();
  await press('提交')(tab);
};
const confirmation: Act = async (tab) => {
  await badRating(tab);
  await tab.getByRole('textbox', { name: '原因' }).fill(COMMENT);
  await press('提交')(tab);
};

const openFirst: Act = (tab) => onTop(tab).locator('.cell').first().click();
const openReport: Act = async (tab) => {
  await openFirst(tab);
  await onTop(tab).locator('#report-result').waitFor();
};

const pressRow =
  (id: string): Act =>
  (tab) =>
    onTop(tab).locator(`#${id}`).click();
const inOrder =
  (...acts: readonly Act[]): Act =>
  async (tab) => {
    for (const act of acts) await act(tab);
  };
const insurance = inOrder(press(/^下级单位/), pressRow('unit-tq-insurance'));
const liaison = inOrder(insurance, pressRow('staff-liaison-tq-insurance'));

/** The screens of the three administrators, and of whoever was invited. */
const administration = ({ personas }: TestCloud): readonly Screen[] => {
  const system = { openid: personas.taiqianSystemAdmin, page: '/administration/staff/index' };
  const security = { openid: personas.taiqianSecurityAdmin, page: '/administration/roles/index' };
  const sign = { openid: personas.taiqianSystemAdmin, page: '/administration/windows/index' };
  const audit = { openid: personas.taiqianAuditAdmin, page: '/administration/audit/index' };
  return [
    { name: 'binding', openid: personas.citizen, page: '/staff/binding/index', act: press('绑定') },
    { ...system, name: 'administration-staff', act: press(/^下级单位/) },
    { ...system, name: 'administration-person', act: liaison },
    { ...system, name: 'administration-hand-over', act: inOrder(liaison, press('交接责任人员')) },
    { ...security, name: 'administration-grant', act: inOrder(liaison, press('授予角色')) },
    { ...sign, name: 'administration-windows' },
    { ...sign, name: 'administration-replace', act: inOrder(pressRow('window-tq01'), press('换码')) },
    { ...system, name: 'administration-figures', page: '/administration/figures/index', act: press('重新统计') },
    { ...audit, name: 'administration-audit', act: inOrder(press('近七天谁读得多'), press('核对链条')) },
  ];
};

type World = { readonly cloud: TestCloud; readonly ratingId: string; readonly appealed: RatingFile };

const citizens = ({ cloud, ratingId }: World): readonly Screen[] => {
  const { citizen } = cloud.personas;
  const scene = encodeURIComponent(cloud.sign('tq02').scene);
  const rated = `ratingId=${encodeURIComponent(ratingId)}`;
  const rate = `/pages/rate/index?scene=${scene}`;
  return [
    { name: 'scan', openid: citizen, page: '/pages/rate/index' },
    { name: 'rate', openid: citizen, page: rate },
    { name: 'rate-good', openid: citizen, page: rate, act: (tab) => tab.getByRole('radio', { name: /^满意/ }).click() },
    { name: 'rate-bad', openid: 'passer-by', page: rate, act: badRating },
    { name: 'rate-confirm', openid: 'passer-by', page: rate, act: confirmation },
    { name: 'rate-forged', openid: citizen, page: '/pages/rate/index?scene=forged' },
    { name: 'receipt', openid: citizen, page: `/pages/receipt/index?${rated}` },
    { name: 'mine', openid: citizen, page: '/pages/mine/index' },
    { name: 'mine-empty', openid: 'passer-by', page: '/pages/mine/index' },
    { name: 'progress', openid: citizen, page: `/mine/progress/index?${rated}` },
    { name: 'messages', openid: citizen, page: '/pages/messages/index' },
    { name: 'retaliation', openid: citizen, page: `/privacy/report/index?${rated}` },
  ];
};

const officials = ({ cloud, ratingId }: World): readonly Screen[] => {
  const { citizen, taiqianUnitLiaison, taiqianSupervisor, puyangSupervisor } = cloud.personas;
  const rated = `ratingId=${encodeURIComponent(ratingId)}`;
  return [
    { name: 'me', openid: taiqianUnitLiaison, page: '/pages/me/index' },
    { name: 'tickets', openid: taiqianSupervisor, page: '/staff/tickets/index' },
    { name: 'tickets-forbidden', openid: citizen, page: '/staff/tickets/index' },
    {
      name: 'ticket',
      openid: taiqianUnitLiaison,
      page: `/staff/ticket/index?${rated}`,
      act: press('为什么是这个期限'),
    },
    { name: 'unit-messages', openid: taiqianUnitLiaison, page: '/staff/messages/index' },
    { name: 'quarantine', openid: taiqianSupervisor, page: '/staff/quarantine/index' },
    { name: 'quarantine-sheet', openid: taiqianSupervisor, page: '/staff/quarantine/index', act: openFirst },
    { name: 'reports', openid: puyangSupervisor, page: '/staff/reports/index' },
    { name: 'report', openid: puyangSupervisor, page: '/staff/reports/index', act: openReport },
  ];
};

const clerksAndAppeals = ({ cloud, appealed }: World): readonly Screen[] => {
  const { taiqianClerk, taiqianUnitLiaison, taiqianSupervisor } = cloud.personas;
  return [
    { name: 'own-ratings', openid: taiqianClerk, page: '/clerk/own/index', act: press('还有哪些不在这里') },
    { name: 'shift', openid: taiqianClerk, page: '/clerk/shift/index' },
    { name: 'told', openid: taiqianClerk, page: '/clerk/told/index' },
    { name: 'told-appeal', openid: taiqianClerk, page: `/clerk/appeal/index?ticketNo=${appealed.ticket?.ticketNo}` },
    { name: 'appeals', openid: taiqianSupervisor, page: '/review/appeals/index' },
    {
      name: 'appeal',
      openid: taiqianUnitLiaison,
      page: `/review/appeal/index?ratingId=${encodeURIComponent(appealed._id)}`,
      act: press(/^同意报送/),
    },
    { name: 'appeal-statistics', openid: taiqianSupervisor, page: '/review/statistics/index' },
  ];
};

const GROUPS = [
  { whose: 'of citizens', screens: citizens },
  {
    whose: 'of 实名 and of one’s own data',
    screens: ({ cloud, ratingId }: World) => identityScreens(cloud, 'data-owner', cloud.personas.citizen, ratingId),
  },
  { whose: 'of officials', screens: officials },
  { whose: 'of clerks, and of appeals', screens: clerksAndAppeals },
  { whose: 'of administrators', screens: ({ cloud }: World) => administration(cloud) },
];

describeInBrowser('every screen', () => {
  let cloud: TestCloud;
  let browser: Browser;
  let phone: BrowserContext;
  let world: World;

  beforeAll(async () => {
    cloud = await aLocalCloud({ staticDir: H5_BUILD });
    browser = await openBrowser();
    phone = await aPhone(browser);
    const given = { scene: cloud.sign('tq02').scene, level: 'dissatisfied', comment: COMMENT, tags: ['210', '213'] };
    const keys = ['screens-0001', 'screens-0002'];
    const [first] = await Promise.all(
      keys.map((idempotencyKey) =>
        cloud.citizen(cloud.personas.citizen, 'rating.submit', { ...given, photos: [], idempotencyKey }),
      ),
    );
    for (let n = 0; n < 4; n++) {
      const again = { ...given, level: 'satisfied', tags: [], idempotencyKey: `screens-again-${n}` };
      await cloud.citizen('often-there', 'rating.submit', again);
    }
    for (let n = 0; n < 5; n++) {
      const input = {
        ...given,
        idempotencyKey: `screens-yesterday-${n}`,
        ...(n > 1 && { level: 'satisfied', tags: [] }),
      };
      const who = { openid: `yesterday-${n}`, millisecondsAgo: 24 * 3_600_000 };
      await cloud.cloud.call('citizen', { action: 'rating.submit', input }, who);
    }
    const reported = { ratingId: first?.value.ratingId, text: COMMENT };
    await cloud.citizen(cloud.personas.citizen, 'retaliation.report', reported);
    await cloud.staff(cloud.personas.taiqianUnitLiaison, 'ticket.show', { ratingId: first?.value.ratingId });
    await prove(cloud, 'data-owner');
    const appealed = (await anAppeal(cloud, IN_TAIQIAN)).fileOf();
    await keepFigures(cloud);
    world = { cloud, ratingId: first?.value.ratingId, appealed };
  });
  afterEach(() => wiped(phone, cloud.url));
  afterAll(async () => {
    await browser?.close();
    await cloud?.close();
  });

  const settled = async (tab: Page) => {
    await onTop(tab).locator('.screen').waitFor();
    await onTop(tab).locator('.skeleton').waitFor({ state: 'hidden' });
  };

  it.each(GROUPS)(
    'those $whose fit the phone and have no barrier, in every mode',
    async ({ screens }) => {
      const found: Record<string, unknown> = {};
      for (const { name, openid, page, act } of screens(world)) {
        const tab = await openApp(phone, cloud.url, openid, page);
        await settled(tab);
        await act?.(tab);
        const readings = SHOWN_DARK.includes(name) ? ALL : LIGHT;
        const wrong = await wrongInReadings(tab, readings, (mode) => takePicture(tab, `${mode.name}-${name}`));
        if (Object.keys(wrong).length > 0) found[name] = wrong;
      }
      expect(found).toEqual({});
    },
    180_000,
  );

  it('a phone set to elder mode shows pages as they were looked at', async () => {
    phone = await aPhone(browser, { elder: true });
    const tab = await openApp(phone, cloud.url, cloud.personas.citizen, '/pages/mine/index');
    await settled(tab);
    expect(await frameOf(tab)).toEqual(ELDER_FRAME);
  });
});
