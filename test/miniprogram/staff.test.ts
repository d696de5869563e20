import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aPhone } from '../support/weapp/a-phone';

const COMMENT = '说好五个工作日，十天了还没有消息';

describe('officials on a phone', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await aLocalCloud();
    await cloud.citizen('somebody', 'rating.submit', {
      scene: cloud.sign('tq02').scene,
      level: 'dissatisfied',
      tags: ['209'],
      comment: COMMENT,
      photos: [],
      idempotencyKey: 'staff-test-0001',
    });
    await cloud.runClock();
  });
  afterAll(() => cloud?.close());

  it('责任人员 comes from 我的 to the list and the ticket, with every clock explained', async () => {
    const phone = aPhone({ url: cloud.url, openid: cloud.personas.taiqianUnitLiaison });
    phone.open('/pages/me/index');
    await phone.tap('#to-tickets');
    await phone.see('台前县人力资源和社会保障局');
    await phone.see('台前县行政服务中心 · 2号窗口');
    await phone.see('未在承诺时间内办结');
    expect(phone.text()).toMatch(/\d+月\d+日 17:30 前 ·|期限待定/);
    const cell = await phone.until('a ticket', () => phone.find('.cells .cell'));
    cell.dispatchEvent('tap');

    await phone.see(COMMENT);
    await phone.see('签收并联系评价人');
    await phone.see('请签收，并联系评价人。');
    await phone.see('工作人员赵小晴');
    expect(phone.text()).not.toContain('somebody');
    // At the turn of the year the next holidays may not be announced yet: then there is no deadline to explain.
    if (phone.text().includes('放假安排尚未公布')) return;
    await phone.tap('#why-accept');
    await phone.see('建议值');
    await phone.see('当天不计入');
    await phone.see('国办发明电');
  });

  it('the message of the unit leads to the same ticket', async () => {
    const phone = aPhone({ url: cloud.url, openid: cloud.personas.taiqianUnitLiaison });
    phone.open('/staff/messages/index');
    const message = await phone.until('a message', () => phone.find('.cells .cell'));
    message.dispatchEvent('tap');
    await phone.see(COMMENT);
    expect(phone.route()).toBe('staff/ticket/index');
  });

  it('a ticket that is not there leads back to the list', async () => {
    const phone = aPhone({ url: cloud.url, openid: cloud.personas.taiqianUnitLiaison });
    phone.open('/staff/ticket/index?ratingId=nothing');
    await phone.see('没有找到这张工单');
    expect(phone.find('#retry')).toBeUndefined();
    await phone.tap('#to-tickets');
    await phone.see('台前县人力资源和社会保障局');
    expect(phone.route()).toBe('staff/tickets/index');
  });

  it('窗口工作人员 sees who he is, and no entrance to what he may not read', async () => {
    const phone = aPhone({ url: cloud.url, openid: cloud.personas.taiqianClerk });
    phone.open('/pages/me/index');
    await phone.see('窗口工作人员');
    expect(phone.find('#to-tickets')).toBeUndefined();
    expect(phone.find('#to-work-reminders')).toBeUndefined();
    await phone.element('#to-unit-messages');

    await phone.tap('#to-own');
    await phone.see('能显示的评价还不满 5 条');
    await phone.see('当天的和不满一批的先不显示');
  });

  it('a citizen sees no entrance, and at the page itself why not', async () => {
    const phone = aPhone({ url: cloud.url, openid: 'somebody' });
    phone.open('/pages/me/index');
    await phone.see('怎样评价');
    await phone.until('staff.me is answered', () => phone.calls.some(({ action }) => action === 'staff.me'));
    expect(phone.find('#to-tickets')).toBeUndefined();

    phone.open('/staff/tickets/index');
    await phone.see('您没有权限进行此操作');
    await phone.element('#to-home');
    expect(phone.find('#retry')).toBeUndefined();
  });

  it('长辈模式 is kept and holds on every page', async () => {
    const phone = aPhone({ url: cloud.url, openid: 'grandmother' });
    phone.open('/pages/me/index');
    await phone.tap('#elder-mode');
    await phone.until('large letters', () => phone.find('.screen--elder'));
    phone.open('/pages/rate/index');
    await phone.element('.screen--elder');
  });
});
