import type { StaffMember } from '@shared/domain/role';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aPhone, describeInBrowser, H5_BUILD, onTop, openApp, openBrowser } from '../support/browser';

describeInBrowser('三员分立，在手机上', () => {
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

  const open = (openid: string, page: string) => openApp(phone, cloud.url, openid, page);
  const member = (staffId: string) => cloud.cloud.database.get('staff', staffId) as StaffMember;
  const rolesOf = (staffId: string) => member(staffId).grants.map(({ role }) => role);
  const press = (tab: Page, name: string) => onTop(tab).getByRole('button', { name, exact: true }).click();
  const pressRow = (tab: Page, name: string | RegExp) => onTop(tab).getByRole('link', { name }).first().click();
  const goTo = async (tab: Page, unit: string) => {
    await onTop(tab)
      .getByRole('button', { name: /^下级单位/ })
      .click();
    await pressRow(tab, unit);
    await onTop(tab).getByRole('heading', { name: unit }).waitFor();
  };

  it('系统管理员邀请，本人输入邀请码就看得到工作人员的入口；解除后马上没有', async () => {
    const clerk = member('clerk-tq01');
    const admin = await open(cloud.personas.taiqianSystemAdmin, '/administration/staff/index');
    await goTo(admin, '台前县公安局');
    await pressRow(admin, new RegExp(clerk.name));
    await press(admin, '邀请绑定');
    await press(admin, '生成邀请码');
    const code = (await onTop(admin).locator('#invitation').textContent()) ?? '';
    expect(code).toMatch(/^[0-9A-Z]{4} [0-9A-Z]{4}$/);
    await press(admin, '我已告知本人');
    await onTop(admin)
      .getByText(/^已邀请，/)
      .waitFor();

    const own = await open('new-colleague', '/pages/me/index');
    await pressRow(own, '工作人员绑定');
    await press(own, '绑定');
    await onTop(own).getByText('请先输入邀请码。').waitFor();
    await onTop(own).getByRole('textbox', { name: '邀请码' }).fill('0000 0000');
    await press(own, '绑定');
    await onTop(own).getByText('邀请码不对或已过期').waitFor();
    await onTop(own).getByRole('textbox', { name: '邀请码' }).fill(code.toLowerCase());
    await press(own, '绑定');
    await press(own, '去“我的”');
    await onTop(own).getByText(`工作人员 ${clerk.name}`).waitFor();

    await admin.reload();
    await goTo(admin, '台前县公安局');
    await pressRow(admin, new RegExp(clerk.name));
    await press(admin, '解除绑定');
    await press(admin, '确认解除');
    await onTop(admin).getByText('还没有绑定微信').waitFor();
    await own.reload();
    await onTop(own).getByRole('link', { name: '工作人员绑定' }).waitFor();
  });

  it('责任人员交接给本单位的另一个人：他看得到工单，原来的人看不到', async () => {
    const { taiqianSystemAdmin, taiqianClerk, taiqianUnitLiaison } = cloud.personas;
    const [before, after] = [member('liaison-tq-insurance'), member('clerk-tq02')];
    const admin = await open(taiqianSystemAdmin, '/administration/staff/index');
    await goTo(admin, '台前县人力资源和社会保障局');
    await pressRow(admin, new RegExp(before.name));
    await press(admin, '交接责任人员');
    await onTop(admin)
      .getByRole('radio', { name: new RegExp(after.name) })
      .click();
    await press(admin, '确认交接');
    await onTop(admin).getByText('窗口工作人员、责任人员').waitFor();
    expect(await cloud.staff(taiqianClerk, 'ticket.list')).toMatchObject({ ok: true });
    expect(await cloud.staff(taiqianUnitLiaison, 'ticket.list')).toMatchObject({ code: 'request.forbidden' });
  });

  it('安全管理员授予、收回角色；不相容的说得出原因，不能给自己授权', async () => {
    const clerk = member('clerk-tq03');
    const admin = await open(cloud.personas.taiqianSecurityAdmin, '/administration/roles/index');
    await goTo(admin, '台前县自然资源局');
    await pressRow(admin, new RegExp(clerk.name));
    await press(admin, '授予角色');
    await onTop(admin)
      .getByRole('radio', { name: /^审计管理员/ })
      .click();
    await press(admin, '确认授予');
    await onTop(admin).getByText('这个角色只能在政务服务数据管理局授予').waitFor();
    await onTop(admin)
      .getByRole('radio', { name: /^责任人员/ })
      .click();
    await press(admin, '确认授予');
    await onTop(admin).getByText('窗口工作人员、责任人员').waitFor();
    expect(rolesOf('clerk-tq03')).toEqual(['clerk', 'liaison']);

    await pressRow(admin, new RegExp(clerk.name));
    await press(admin, '收回责任人员');
    await press(admin, '确认收回');
    await onTop(admin).getByText('窗口工作人员', { exact: true }).waitFor();
    expect(rolesOf('clerk-tq03')).toEqual(['clerk']);
  });

  it('换窗口码之前说清楚会怎样，换了以后是第 2 版', async () => {
    const admin = await open(cloud.personas.taiqianSystemAdmin, '/administration/windows/index');
    await goTo(admin, '台前县公安局');
    await pressRow(admin, /第 1 版码/);
    await press(admin, '换码');
    await onTop(admin).getByText('窗口上现在的牌子作废').waitFor();
    await press(admin, '确认换码');
    await onTop(admin).getByText('第 2 版码，使用中').waitFor();
  });

  it('审计管理员看得到谁做了什么，核对链条用一句话说结果；别人进不来', async () => {
    const security = member('securityAdmin-tq-bureau');
    const auditor = await open(cloud.personas.taiqianAuditAdmin, '/administration/audit/index');
    await press(auditor, '核对链条');
    await onTop(auditor)
      .getByText(/^共 \d+ 条，前后相连/)
      .waitFor();
    await pressRow(auditor, new RegExp(`${security.name} 授予角色`));
    await onTop(auditor)
      .getByRole('heading', { name: `${security.name}的日志` })
      .waitFor();
    await onTop(auditor).getByText('换窗口码').waitFor({ state: 'hidden' });
    const intruder = await open(cloud.personas.taiqianSystemAdmin, '/administration/audit/index');
    await onTop(intruder).getByText('您没有权限进行此操作').first().waitFor();
  });
});
