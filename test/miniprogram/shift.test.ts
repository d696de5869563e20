import type { ServiceWindow } from '@shared/domain/organization';
import type { RatingFile } from '@shared/domain/rating-file';
import type { StaffMember } from '@shared/domain/role';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aPhone } from '../support/weapp/a-phone';
import { choose, scan, submitted } from '../support/weapp/at-window';

const A = 'clerk-tq02';
const B = 'liaison-tq-insurance';

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await aLocalCloud();
});
afterEach(() => cloud.close());

const phoneOf = (openid: string) => aPhone({ url: cloud.url, openid });
const onDuty = () => (cloud.cloud.database.get('windows', 'tq02') as ServiceWindow).onDuty?.staffId;
const takeOver = () => cloud.staff(cloud.personas.taiqianUnitLiaison, 'shift.start', { windowId: 'tq02' });
const rated = () => (cloud.cloud.database.find('ratings', {}) as RatingFile[]).map(({ subject }) => subject.staffId);

describe('我的岗位', () => {
  it('从“我的”进去，下岗，再上岗', async () => {
    const phone = phoneOf(cloud.personas.taiqianClerk);
    phone.open('/pages/me/index');
    await phone.tap('#to-shift');
    await phone.see('一直在这个窗口。');
    await phone.tap('#end-shift');
    await phone.see('现在没有上岗');
    expect(onDuty()).toBeUndefined();
    await phone.tap('#window-tq02');
    await phone.tap('#start-shift');
    await phone.see('现在是您');
    expect(onDuty()).toBe(A);
  });

  it('接替别人以前，说明现在是谁在岗', async () => {
    const phone = phoneOf(cloud.personas.taiqianUnitLiaison);
    phone.open('/clerk/shift/index');
    await phone.see('现在是赵小晴');
    await phone.tap('#window-tq02');
    await phone.see('赵小晴现在在这个窗口，您上岗后由您接替。');
    await phone.tap('#start-shift');
    await phone.see('现在是您');
    expect(onDuty()).toBe(B);
  });
});

describe('评给打开表单时的当班人员', () => {
  it('打开以后换了班：评给屏幕上写的那一位', async () => {
    const phone = phoneOf('rater');
    scan(phone, cloud, 'tq02');
    await phone.see('赵小晴');
    await takeOver();
    await choose(phone, 'satisfied');
    await phone.tap('#submit');
    await phone.see('评价已提交');
    expect(rated()).toEqual([A]);
  });

  it('没有网络时留在手机上、换班以后才送到的：每次重试都是同一位', async () => {
    const phone = phoneOf('offline-rater');
    scan(phone, cloud, 'tq02');
    await phone.see('赵小晴');
    await choose(phone, 'satisfied');
    phone.beforeHearing('rating.submit', () => Promise.reject(new Error('the answer got lost')));
    phone.setOffline(true);
    await phone.tap('#submit');
    await phone.see('您填写的内容已保存');
    await takeOver();
    phone.setOffline(false);
    await phone.see('您填写的内容已保存');
    scan(phone, cloud, 'tq02');
    await phone.see('评价已提交');
    expect(rated()).toEqual([A]);
    expect(new Set(submitted(phone).map((input) => (input as { served?: string }).served)).size).toBe(1);
  });

  it('写到一半关掉、换班以后再打开的：屏幕仍写原来那一位，可以改评现在的', async () => {
    const phone = phoneOf('hesitant-rater');
    scan(phone, cloud, 'tq02');
    await phone.see('赵小晴');
    await choose(phone, 'satisfied');
    await takeOver();
    await new Promise((resolve) => setTimeout(resolve, 5_200));
    scan(phone, cloud, 'tq02');
    await phone.see('已恢复您上次填写的内容。');
    await phone.see('工作人员 赵小晴');
    await phone.tap('#served-now');
    await phone.until('the other one is named', () => !phone.text().includes('赵小晴'));
    await phone.tap('#submit');
    await phone.see('评价已提交');
    expect(rated()).toEqual([B]);
  });

  it('打开时没有网络，送出时才问到窗口的：不拿那时的凭证当打开时的', async () => {
    const phone = phoneOf('offline-from-the-start');
    phone.setOffline(true);
    scan(phone, cloud, 'tq02');
    await choose(phone, 'satisfied');
    phone.setOffline(false);
    await phone.tap('#submit');
    await phone.see('评价已提交');
    expect(submitted(phone)[0]).not.toHaveProperty('served');
  });
});

it('系统管理员给离职的人办理离岗', async () => {
  const phone = phoneOf(cloud.personas.taiqianSystemAdmin);
  phone.open('/administration/staff/index');
  await phone.tap('#below');
  await phone.tap('#unit-tq-insurance');
  await phone.tap(`#staff-${A}`);
  await phone.tap('#leave');
  await phone.see('人员记录和已有的评价保留');
  await phone.tap('#confirm');
  await phone.see('离岗');
  await phone.until('he has left', () => (cloud.cloud.database.get('staff', A) as StaffMember).leftAt !== undefined);
  await phone.tap(`#staff-${A}`);
  await phone.see('没有角色');
  expect(phone.find('#leave')).toBeUndefined();
  expect(phone.find('#invite')).toBeUndefined();
});
