import type { RatingFile } from '@shared/domain/rating-file';
import { type Day, dayOf } from '@shared/kernel/time';
import { anAppeal, aRatingToCount, GRANT } from '../domain/a-rating-file';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';
import { aTicketStory } from '../support/a-ticket-story';
import { figuresOf, keepFigures, rollupsOf } from '../support/figures-of';
import { moveTo } from '../support/many-ratings';

const TODAY: Day = dayOf(Date.now());
const BAD = { level: 'dissatisfied', tags: ['213'] } as const;

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await aLocalCloud({ instances: 3 });
  await keepFigures(cloud);
});
afterEach(() => cloud.close());

let raters = 0;
const rate = async (difference: object = {}, windowId = 'tq02'): Promise<string> => {
  const given = aRating(cloud, { scene: cloud.sign(windowId).scene, ...difference });
  const answer = await cloud.citizen(`rater-of-figures-${++raters}`, 'rating.submit', given);
  if (!answer.ok) throw new Error(`not taken: ${answer.code}`);
  return answer.value.ratingId;
};
const fileOf = (id: string) => cloud.cloud.database.get('ratings', id) as RatingFile;

const change = (id: string, changes: Partial<RatingFile>) => moveTo(cloud, id, changes);
const unit = (day = TODAY) => figuresOf(cloud, 'unit:tq-insurance', day);

describe('计入统计', () => {
  it('一份好评：窗口、单位、大厅、区域、人员和渠道都有', async () => {
    await rate();
    await keepFigures(cloud);
    const one = { services: 1, walkIns: 1, participated: 1, satisfied: 1 };
    for (const subject of [
      'window:tq02',
      'unit:tq-insurance',
      'center:tq-center',
      'region:tq-gov',
      'staff:clerk-tq02',
    ] as const)
      expect([subject, figuresOf(cloud, subject, TODAY)]).toEqual([subject, one]);
    expect(figuresOf(cloud, 'channel:taiqian/windowCode', TODAY)).toEqual({ satisfied: 1 });
    expect(figuresOf(cloud, 'unit:tq-police', TODAY)).toEqual({});
  });

  it('乡镇的也计入县里', async () => {
    await rate({}, 'tq10001');
    await keepFigures(cloud);
    expect(figuresOf(cloud, 'region:tq100-gov', TODAY)).toMatchObject({ satisfied: 1 });
    expect(figuresOf(cloud, 'region:tq-gov', TODAY)).toMatchObject({ satisfied: 1 });
  });

  it('没有评价的办件也是服务；还不能评的不算，到了能评的时候再算', async () => {
    const services = cloud.world.cases.find(({ _id }) => _id === 'TQ2')?.services ?? [];
    const [first, second] = services.map(({ at }) => dayOf(at));
    expect(figuresOf(cloud, 'window:tq01', first ?? '')).toMatchObject({ services: expect.any(Number) });
    expect(figuresOf(cloud, 'staff:clerk-tq02', second ?? '')).toMatchObject({ services: expect.any(Number) });
    const later = cloud.world.cases.find(({ _id }) => _id === 'TQ4');
    const onThatDay = () => unit(dayOf(later?.services[0]?.at ?? 0));
    expect(onThatDay()).toEqual({});
    await cloud.runClock((later?.ratableFrom ?? 0) + 60_000);
    expect(onThatDay()).toEqual({ services: 1 });
  });

  it('评了一件办件，服务还是那么多', async () => {
    const service = cloud.world.cases.find(({ _id }) => _id === 'TQ1')?.services[0];
    const day = dayOf(service?.at ?? 0);
    const before = figuresOf(cloud, 'window:tq01', day);
    await cloud.citizen(cloud.personas.citizen, 'rating.submit', {
      ...{ serviceKey: service?.key, level: 'satisfied', idempotencyKey: 'key-of-one-service' },
    });
    await keepFigures(cloud);
    expect(figuresOf(cloud, 'window:tq01', day)).toEqual({ ...before, participated: 1, satisfied: 1 });
  });

  it('改成好评：按现在的话，差评仍算发生过', async () => {
    const openid = 'who-changes';
    const { value } = await cloud.citizen(openid, 'rating.submit', aRating(cloud, BAD));
    await keepFigures(cloud);
    expect(unit()).toMatchObject({ dissatisfied: 1, bad: 1, awaitingAcceptanceTickets: 1 });
    const said = { level: 'satisfied', tags: [], comment: '' };
    expect(await cloud.citizen(openid, 'rating.change', { ratingId: value.ratingId, ...said })).toMatchObject({
      ok: true,
    });
    await keepFigures(cloud);
    expect(unit()).toMatchObject({ satisfied: 1, bad: 1 });
    expect(unit()).not.toHaveProperty('dissatisfied');
  });

  it('先核查的另计，放行以后计入', async () => {
    const id = await rate(BAD);
    await change(id, { standing: 'quarantined', standingReason: '某某', quarantinedAt: Date.now() });
    await keepFigures(cloud);
    expect(unit()).toEqual({ quarantined: 1, awaitingAcceptanceTickets: 1 });
    const release = { ratingId: id, reason: '已核实' };
    expect(await cloud.staff(cloud.personas.taiqianSupervisor, 'quarantine.release', release)).toMatchObject({
      ok: true,
    });
    await keepFigures(cloud);
    expect(unit()).toMatchObject({ services: 1, dissatisfied: 1, bad: 1 });
  });

  it('不予采纳就不再计入，恢复了再计入', async () => {
    const id = await rate(BAD);
    await keepFigures(cloud);
    const before = rollupsOf(cloud);
    await change(id, { standing: 'setAside', appeal: anAppeal('granted', { decision: GRANT }) });
    await keepFigures(cloud);
    expect(unit()).toEqual({
      ...{ setAside: 1, awaitingAcceptanceTickets: 1, appeals: 1, appealsGranted: 1, correctionPending: 1 },
    });
    await change(id, { standing: 'effective', appeal: null });
    await keepFigures(cloud);
    expect(rollupsOf(cloud)).toEqual(before);
  });

  it('办理工单：从待签收到整改；回访的数和逾期看板上的一样', async () => {
    const { taiqianClerk: clerk, taiqianUnitLiaison: liaison, taiqianSupervisor: supervisor } = cloud.personas;
    const cast = { clerk, liaison, supervisor, liaisonElsewhere: '', supervisorElsewhere: '', asksProof: true };
    const story = aTicketStory(cloud, { windowId: 'tq02', ...cast });
    const { ratingId } = await story.complain();
    await story.complain();
    await story.handle(ratingId);
    await story.verify(ratingId);
    await keepFigures(cloud);
    const counts = unit();
    expect(counts).toMatchObject({
      ...{ bad: 2, rectified: 1, realName: 2, reached: 1, followedUp: 1 },
      awaitingVerdictTickets: 1,
    });
    const { value } = await cloud.staff(supervisor, 'ticket.overdue');
    expect(value.followUp).toEqual({ reached: counts.followedUp, of: counts.realName });
  });

  it('删除本人信息，统计不变', async () => {
    const { value } = await cloud.citizen('who-leaves', 'rating.submit', aRating(cloud));
    await keepFigures(cloud);
    const before = rollupsOf(cloud);
    expect(await cloud.citizen('who-leaves', 'data.erase')).toMatchObject({ ok: true });
    await change(value.ratingId, {});
    await keepFigures(cloud);
    expect(rollupsOf(cloud)).toEqual(before);
  });
});

describe('两个时钟、半途而止', () => {
  it('几个时钟同时来，和一个一个来一样', async () => {
    for (let n = 0; n < 12; n++) await rate(n % 3 === 0 ? BAD : {}, n % 2 === 0 ? 'tq02' : 'tq01');
    await Promise.all([cloud.runClock(), cloud.runClock(), cloud.runClock()]);
    await keepFigures(cloud);
    const kept = rollupsOf(cloud);
    expect(unit()).toMatchObject({ services: 6 });
    await rebuild();
    expect(rollupsOf(cloud)).toEqual(kept);
  });

  it('写到一半停了：下一次补上，一份也不多', async () => {
    await rate(BAD);
    await rate();
    // Of the documents of that day the first three go, as if nobody had written them yet; the ratings wait still.
    await keepFigures(cloud);
    const kept = rollupsOf(cloud);
    for (const { _id } of kept.filter(({ _id }) => _id.endsWith(TODAY) && !_id.startsWith('window')).slice(0, 3))
      await cloud.cloud.database.remove('rollups', _id);
    for (const id of cloud.cloud.database.find('ratings', {}) as RatingFile[]) await change(id._id, {});
    await keepFigures(cloud);
    expect(rollupsOf(cloud)).toEqual(kept);
  });

  it('实例在中途死去：再来一次，数还是对的', async () => {
    for (let n = 0; n < 4; n++) await rate(BAD);
    cloud.cloud.faults.next('killInstance', 'clock');
    await cloud.runClock().catch(() => null);
    await keepFigures(cloud);
    expect(unit()).toMatchObject({ bad: 4, services: 4 });
  });

  it('数不出来的那一份排到后面，不挡别人', async () => {
    const broken = { ...fileOf(await rate()), _id: 'broken', idempotencyKey: 'broken', figuresAt: 1 };
    await cloud.cloud.database.insert('ratings', {
      ...broken,
      proof: null,
      subject: aRatingToCount().subject,
      ticket: {},
    });
    const { value } = await cloud.runClock();
    expect(value['figures.keep']).toMatchObject({ done: 1, left: 1 });
    expect(fileOf('broken').figuresAt).toBeGreaterThan(1);
    expect(unit()).toMatchObject({ services: 1 });
  });
});

const rebuild = async () => {
  const answer = await cloud.staff(cloud.personas.taiqianSystemAdmin, 'figures.rebuild');
  if (!answer.ok) throw new Error(`not rebuilt: ${answer.code}`);
  await keepFigures(cloud);
};

describe('重新统计', () => {
  it('系统管理员可以，别人不行；记进审计日志；数和原来一样', async () => {
    await rate(BAD);
    await keepFigures(cloud);
    const kept = rollupsOf(cloud);
    const { taiqianSupervisor, taiqianSystemAdmin } = cloud.personas;
    expect(await cloud.staff(taiqianSupervisor, 'figures.rebuild')).toMatchObject({ code: 'request.forbidden' });
    expect(await cloud.staff(taiqianSystemAdmin, 'figures.rebuild')).toMatchObject({ ok: true });
    expect(rollupsOf(cloud)).toEqual([]);
    await keepFigures(cloud);
    expect(rollupsOf(cloud)).toEqual(kept);
    const lines = cloud.cloud.database.find('audit', { action: 'figures.rebuild', outcome: 'ok' });
    expect(lines).toHaveLength(1);
  });
});
