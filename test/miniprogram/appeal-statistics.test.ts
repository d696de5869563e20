import { dayOf, monthOf } from '@shared/kernel/time';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { anAppeal, ENDORSE, IN_TAIQIAN } from '../support/an-appeal';
import { aPhone } from '../support/weapp/a-phone';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await aLocalCloud();
});
afterAll(() => cloud.close());

it('申诉统计：提出几件、怎样了，哪个单位的；翻到没有申诉的月份也说得清', async () => {
  const { fileOf, moves } = await anAppeal(cloud, IN_TAIQIAN);
  const { taiqianSupervisor, taiqianSecondSupervisor } = cloud.personas;
  await moves([
    [IN_TAIQIAN.liaison, ENDORSE],
    [taiqianSupervisor, { move: 'proposeDenial', isExplanation: true, words: '诉求没有法律依据，已经解释' }],
    [taiqianSecondSupervisor, { move: 'confirmDenial' }],
  ]);
  await cloud.runClock();
  const phone = aPhone({ url: cloud.url, openid: taiqianSupervisor });
  phone.open('/review/statistics/index');
  await phone.see('提出');
  // It was rated some days ago: perhaps that was last month.
  if (monthOf(fileOf().subject.servedOn) !== monthOf(dayOf(Date.now()))) await phone.tap('#month-before');
  await phone.see('1 件（其中解释说明 1 件）');
  await phone.see('0 / 1，0%');
  await phone.see('台前县人力资源和社会保障局');
  await phone.see('可以对外公布');
  await phone.tap('#month-before');
  await phone.see('辖区内没有申诉。');
  await phone.see('—');

  const administrator = aPhone({ url: cloud.url, openid: cloud.personas.taiqianSystemAdmin });
  administrator.open('/administration/figures/index');
  await administrator.tap('#confirm');
  await administrator.see('已经开始');
  await cloud.runClock();
  await phone.tap('#month-after');
  await phone.see('1 件（其中解释说明 1 件）');
});
