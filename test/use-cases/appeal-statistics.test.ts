import { addDays, addMonths, dayOf, firstDayOf, monthOf } from '@shared/kernel/time';
import { anAppeal, denial, GRANT } from '../domain/a-rating-file';
import { aTicketIn } from '../domain/a-ticket';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { keepFigures } from '../support/figures-of';
import { aFileAt } from '../support/many-ratings';

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
  await insert('tq10001', 'lapsed', { appeal: anAppeal('lapsed') });
  await insert('cz01', 'elsewhere', { appeal: anAppeal('withdrawn') });
  await insert('tq01', 'long ago', { appeal: anAppeal('withdrawn') }, firstDayOf(addMonths(THIS_MONTH, -4)));
  await keepFigures(cloud);
});
afterAll(() => cloud.close());

const ask = (openid: string, input: object = { from: LAST_MONTH, to: LAST_MONTH }) =>
  cloud.staff(openid, 'appeal.statistics', input);

describe('申诉统计', () => {
  it('按单位，乡镇合为一行；采纳率是两个整数', async () => {
    const { value } = await ask(cloud.personas.taiqianSupervisor);
    expect(value).toMatchObject({ from: LAST_MONTH, to: LAST_MONTH, isComplete: true });
    const rowOf = (unit: string) => value.units.find((row: { unit: string }) => row.unit === unit);
    expect(rowOf('台前县公安局')).toMatchObject({
      ...{ filed: 2, granted: 2, denied: 0, correctionPending: 1, corrected: 1 },
      grantRate: { numerator: 2, denominator: 2 },
    });
    expect(rowOf('台前县人力资源和社会保障局')).toMatchObject({
      ...{ filed: 2, open: 1, denied: 1, explained: 1, grantRate: { numerator: 0, denominator: 1 } },
    });
    expect(rowOf('台前县市场监督管理局')).toMatchObject({ filed: 0, grantRate: null });
    expect(value.units.filter(({ lapsed }: { lapsed: number }) => lapsed === 1)).toHaveLength(1);
    expect(value.total).toMatchObject({ filed: 5, granted: 2, denied: 1, open: 1, lapsed: 1, withdrawn: 0 });
    const sum = value.units.reduce((all: number, { filed }: { filed: number }) => all + filed, 0);
    expect(sum).toBe(value.total.filed);
  });

  it('几个月合起来；没有写哪个月就是本月', async () => {
    const { taiqianSupervisor } = cloud.personas;
    const months = { from: addMonths(THIS_MONTH, -4), to: LAST_MONTH };
    expect((await ask(taiqianSupervisor, months)).value.total).toMatchObject({ filed: 6, withdrawn: 1 });
    expect((await ask(taiqianSupervisor, {})).value).toMatchObject({ from: THIS_MONTH, total: { filed: 0 } });
    const backwards = { from: THIS_MONTH, to: LAST_MONTH };
    expect(await ask(taiqianSupervisor, backwards)).toMatchObject({ code: 'request.malformed' });
  });

  it('只有本辖区的监督人员看得到', async () => {
    const { taiqianUnitLiaison, chaozhouSupervisor } = cloud.personas;
    expect(await ask(taiqianUnitLiaison)).toMatchObject({ code: 'request.forbidden' });
    expect((await ask(chaozhouSupervisor)).value.total).toMatchObject({ filed: 1, withdrawn: 1 });
    expect(await ask(chaozhouSupervisor, { orgId: 'tq-bureau' })).toMatchObject({ code: 'org.unknown' });
  });

  it('还有久等的没有计入，就说不全', async () => {
    await insert('tq02', 'waits', {});
    expect((await ask(cloud.personas.taiqianSupervisor)).value.isComplete).toBe(false);
    await keepFigures(cloud);
    expect((await ask(cloud.personas.taiqianSupervisor)).value.isComplete).toBe(true);
  });
});
