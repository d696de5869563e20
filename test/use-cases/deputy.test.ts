import type { RatingFile } from '@shared/domain/rating-file';
import { addDays, dayOf } from '@shared/kernel/time';
import { type Answer, aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';
import { PERSONAS, SMALL_TABLES } from '../support/small-world';

const LIAISON = PERSONAS.taiqianUnitLiaison;
const COLLEAGUE = PERSONAS.taiqianClerk;
const UNIT = 'tq-insurance';
const DAY_MS = 24 * 3_600_000;
const TODAY = dayOf(Date.now());
const OTHER = 'liaison-market';

let cloud: TestCloud;
beforeAll(async () => {
  const more = [
    { openid: OTHER, staffId: 'liaison-tq-market', about: '' },
    { openid: 'clerk-market', staffId: 'clerk-tq04', about: '' },
  ];
  cloud = await aLocalCloud({ tables: { ...SMALL_TABLES, accounts: [...SMALL_TABLES.accounts, ...more] } });
});
afterAll(() => cloud.close());

let raters = 0;
const complain = async (windowId = 'tq02'): Promise<RatingFile> => {
  const bad = { level: 'veryDissatisfied', tags: ['115'], comment: '等太久', scene: cloud.sign(windowId).scene };
  const receipt = await cloud.citizen(`waits-${++raters}`, 'rating.submit', aRating(cloud, bad));
  return cloud.cloud.database.get('ratings', receipt.value.ratingId) as RatingFile;
};
const deputize = (difference: object = {}, who: string = LIAISON): Promise<Answer> =>
  cloud.staff(who, 'liaison.deputize', {
    ...{ orgId: UNIT, staffId: 'clerk-tq02', from: TODAY, until: addDays(TODAY, 2) },
    ...difference,
  });
const later = async (openid: string, action: string, input: object, days: number) =>
  (await cloud.cloud.call('staff', { action, input }, { openid, millisecondsAgo: -days * DAY_MS })) as Answer;

describe('代理', () => {
  it('代理人在期内办得了本单位的工单，看不到自己被评价的那件；到期自己结束，哪里都不再算', async () => {
    const aboutColleague = await complain();
    const town = await complain('tq10001');
    expect(await deputize()).toMatchObject({ ok: true });
    const { database } = cloud.cloud;
    await database.replace('ratings', {
      ...aboutColleague,
      subject: { ...aboutColleague.subject, staffId: 'somebody' },
    });
    const seen = { ratingId: aboutColleague._id };
    expect(await cloud.staff(COLLEAGUE, 'ticket.show', seen)).toMatchObject({ ok: true });
    expect(await cloud.staff(COLLEAGUE, 'ticket.show', { ratingId: town._id })).toMatchObject({
      code: 'ticket.unknown',
    });
    expect((await cloud.staff(COLLEAGUE, 'ticket.list')).value.items).toHaveLength(1);
    await database.replace('ratings', aboutColleague);
    expect(await cloud.staff(COLLEAGUE, 'ticket.show', seen)).toMatchObject({ code: 'ticket.unknown' });

    const me = async (days: number) => (await later(COLLEAGUE, 'staff.me', {}, days)).value.staff.grants;
    expect(await me(2)).toHaveLength(2);
    expect(await me(3)).toHaveLength(1);
    expect(await later(COLLEAGUE, 'ticket.list', {}, 3)).toMatchObject({ code: 'request.forbidden' });
    // What he is told of himself stays his; of the unit there is nothing any more.
    expect(await later(COLLEAGUE, 'message.unit', {}, 3)).toMatchObject({ value: { items: [] } });
  });

  it('还没有开始的不算', async () => {
    await deputize({ from: addDays(TODAY, 1), until: addDays(TODAY, 1) });
    expect(await cloud.staff(COLLEAGUE, 'ticket.list')).toMatchObject({ code: 'request.forbidden' });
    expect(await later(COLLEAGUE, 'ticket.list', {}, 1)).toMatchObject({ ok: true });
  });

  it.each([
    ['不是本单位的同事', { staffId: 'clerk-tq01' }, 'deputy.notColleague'],
    ['没有这个人', { staffId: 'nobody' }, 'deputy.notColleague'],
    ['责任人员自己', { staffId: 'liaison-tq-insurance' }, 'deputy.notColleague'],
    ['别的单位', { orgId: 'tq-police' }, 'deputy.onlyLiaison'],
    ['已经过去的日子', { from: '2026-01-01', until: '2026-01-02' }, 'deputy.daysInvalid'],
    ['倒着的日子', { from: addDays(TODAY, 3), until: addDays(TODAY, 2) }, 'deputy.daysInvalid'],
    ['不存在的日子', { until: '2027-02-30' }, 'deputy.daysInvalid'],
    ['十年', { until: addDays(TODAY, 3650) }, 'deputy.daysInvalid'],
  ])('%s：不行', async (_, difference, code) => {
    expect(await deputize(difference)).toMatchObject({ code });
  });

  it('没有绑定微信的同事办不了事；代理人不能再指定代理人；窗口人员不能指定', async () => {
    expect(await deputize({ orgId: 'tq-police', staffId: 'clerk-tq01' }, LIAISON)).toMatchObject({ ok: false });
    await deputize();
    expect(await deputize({ staffId: 'liaison-tq-insurance' }, COLLEAGUE)).toMatchObject({
      code: 'deputy.onlyLiaison',
    });
    expect(await deputize({}, PERSONAS.chaozhouClerk)).toMatchObject({ code: 'request.forbidden' });
  });

  it('请假与代理的页面说的就是这些', async () => {
    await deputize();
    const shown = await cloud.staff(LIAISON, 'absence.show');
    expect(shown.value).toMatchObject({
      awayUntil: null,
      units: [{ orgId: UNIT, isAnswered: true, deputies: [{ from: TODAY, until: addDays(TODAY, 2) }] }],
    });
    expect(shown.value.units[0].colleagues).toHaveLength(1);
  });
});

it('唯一的责任人员请假、没有代理人：新的差评先到局里待派单；有了代理人，派得到本单位', async () => {
  await cloud.staff(OTHER, 'staff.setAbsence', { until: addDays(TODAY, 4) });
  expect((await cloud.staff(OTHER, 'absence.show')).value).toMatchObject({
    awayUntil: addDays(TODAY, 4),
    units: [{ isAnswered: false }],
  });
  const { ticket, _id } = await complain('tq04');
  expect(ticket).toMatchObject({ state: 'awaitingDispatch', unitId: 'tq-bureau' });
  const units = async () =>
    (await cloud.staff(PERSONAS.taiqianSupervisor, 'ticket.units', { ratingId: _id })).value.items.map(
      ({ unitId }: { unitId: string }) => unitId,
    );
  expect(await units()).not.toContain('tq-market');
  // The clerk at that window was rated here; the deputy must be another one of the unit.
  const member = cloud.cloud.database.get('staff', 'clerk-tq01') as { orgId: string; _id: string };
  await cloud.cloud.database.replace('staff', {
    ...member,
    orgId: 'tq-market',
    accountRef: cloud.digests.accountRef('moved-here'),
  });
  const named = { orgId: 'tq-market', staffId: 'clerk-tq01', from: TODAY, until: addDays(TODAY, 4) };
  expect(await cloud.staff(OTHER, 'liaison.deputize', named)).toMatchObject({ ok: true });
  expect(await units()).toContain('tq-market');
  expect(await cloud.staff(OTHER, 'staff.setAbsence', { until: null })).toMatchObject({ ok: true });
  expect((await cloud.staff(OTHER, 'absence.show')).value.awayUntil).toBeNull();
});

it('责任人员离任：没办完的工单留在单位，接手的人和局里都看得到，他自己看不到了', async () => {
  const { _id: ratingId } = await complain();
  const seen = (who: string) => cloud.staff(who, 'ticket.show', { ratingId });
  expect(await seen(LIAISON)).toMatchObject({ ok: true });
  const member = cloud.cloud.database.get('staff', 'clerk-tq01') as { _id: string };
  await cloud.cloud.database.replace('staff', {
    ...{ ...member, _id: 'successor', orgId: UNIT, grants: [], rev: 0 },
    accountRef: cloud.digests.accountRef('successor-of-liaison'),
  });
  const handOver = { orgId: UNIT, from: 'liaison-tq-insurance', to: 'successor' };
  expect(await cloud.staff(PERSONAS.taiqianSystemAdmin, 'liaison.handOver', handOver)).toMatchObject({ ok: true });
  expect(await seen('successor-of-liaison')).toMatchObject({ value: { moves: expect.arrayContaining(['accept']) } });
  expect(await seen(PERSONAS.taiqianSupervisor)).toMatchObject({ ok: true });
  expect(await seen(LIAISON)).toMatchObject({ code: 'request.forbidden' });
});
