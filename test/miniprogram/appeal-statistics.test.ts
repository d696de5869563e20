import { addDays, addMonths, dayOf, firstDayOf, monthOf, sayMonth } from '@shared/kernel/time';
import { anAppeal, denial, GRANT } from '../domain/a-rating-file';
import { aTicketIn } from '../domain/a-ticket';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { keepFigures, rollupsOf } from '../support/figures-of';
import { aFileAt } from '../support/many-ratings';
import { aPhone, type Phone } from '../support/weapp/a-phone';

const THIS_MONTH = monthOf(dayOf(Date.now()));
const LAST_MONTH = addMonths(THIS_MONTH, -1);
const DAY = firstDayOf(LAST_MONTH);

let cloud: TestCloud;
const insert = (windowId: string, _id: string, given: object, day = DAY) =>
  cloud.cloud.database.insert(
    'ratings',
    aFileAt(cloud, windowId, day, { _id, level: 'dissatisfied', ticket: aTicketIn('closed'), ...given }),
  );
beforeAll(async () => {
  cloud = await aLocalCloud();
  await insert('tq01', 'granted', { standing: 'setAside', appeal: anAppeal('reportedUp', { decision: GRANT }) });
  await insert('tq01', 'corrected', { standing: 'setAside', appeal: anAppeal('corrected', { decision: GRANT }) });
  await insert('tq02', 'explained', { appeal: anAppeal('denied', { decision: denial(true) }) });
  await insert('tq02', 'open', { appeal: anAppeal('awaitingUnit') }, addDays(DAY, 3));
  await insert('cz01', 'elsewhere', { appeal: anAppeal('withdrawn') });
  await keepFigures(cloud);
});
afterAll(() => cloud.close());

const at = (openid: string, page: string): Phone => {
  const phone = aPhone({ url: cloud.url, openid });
  phone.open(page);
  return phone;
};
const lastMonth = async (openid: string) => {
  const phone = at(openid, '/review/statistics/index');
  await phone.see(sayMonth(THIS_MONTH));
  await phone.tap('#month-before');
  await phone.see(sayMonth(LAST_MONTH));
  return phone;
};

describe('申诉统计', () => {
  it('从“我的”进去，本月没有申诉的就说没有', async () => {
    const phone = at(cloud.personas.taiqianSupervisor, '/pages/me/index');
    await phone.tap('#to-statistics');
    await phone.see('这个月的服务没有申诉。');
    await phone.see('可以对外公布');
    expect(phone.find('#month-after')).toBeUndefined();
    expect(phone.text()).not.toContain('采纳率');
  });

  it('换到上个月：合计、各单位，没有申诉的合为一行', async () => {
    const phone = await lastMonth(cloud.personas.taiqianSupervisor);
    await phone.see('采纳率 67%');
    await phone.see('已裁定 3 件，采纳 2 件');
    await phone.see('1 件（其中解释说明 1 件）');
    await phone.see('待市里修正');
    await phone.see('提出 2 件，采纳 2 件，待市里修正 1 件，市里已修正 1 件');
    await phone.see('2/2，100%');
    await phone.see('提出 2 件，正在办 1 件，驳回 1 件（其中解释说明 1 件）');
    await phone.see('个单位没有申诉');
    expect(phone.text()).not.toContain('台前县市场监督管理局');
    await phone.tap('#without');
    await phone.see('台前县市场监督管理局');
    await phone.tap('#month-after');
    await phone.see('这个月的服务没有申诉。');
  });

  it('没有裁定的不算采纳率；不报市修正的地方不写修正', async () => {
    const phone = await lastMonth(cloud.personas.chaozhouSupervisor);
    await phone.see('采纳率 —');
    await phone.see('还没有裁定的申诉');
    await phone.see('提出 1 件，撤回 1 件');
    expect(phone.text()).not.toContain('修正');
  });

  it('申诉列表最后可以去看；单位责任人员没有', async () => {
    const phone = at(cloud.personas.taiqianSupervisor, '/review/appeals/index');
    await phone.tap('#to-statistics');
    await phone.see('这个月的服务没有申诉。');
    const unit = at(cloud.personas.taiqianUnitLiaison, '/review/appeals/index');
    await unit.see('现在没有要您办的申诉');
    expect(unit.find('#to-statistics')).toBeUndefined();
  });

  it('还没有数完的说一声', async () => {
    await insert('tq02', 'waits', {});
    const phone = at(cloud.personas.taiqianSupervisor, '/review/statistics/index');
    await phone.see('数字还在统计，稍后会更准。');
    await keepFigures(cloud);
  });
});

it('系统管理员重新统计以前，先读会怎样', async () => {
  const kept = rollupsOf(cloud);
  const phone = at(cloud.personas.taiqianSystemAdmin, '/pages/me/index');
  await phone.tap('#to-figures');
  await phone.tap('#rebuild');
  await phone.see('评价、工单、申诉一条也不会少');
  expect(rollupsOf(cloud)).toEqual(kept);
  await phone.tap('#confirm');
  await phone.see('已开始重新统计');
  expect(rollupsOf(cloud)).toEqual([]);
  await keepFigures(cloud);
  expect(rollupsOf(cloud)).toEqual(kept);
});
