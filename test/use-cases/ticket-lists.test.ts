import { NOT_HANDLED } from '@shared/domain/handling';
import type { RatingFile } from '@shared/domain/rating-file';
import type { Ticket } from '@shared/domain/ticket';
import { addDays, dayOf, instantOf } from '@shared/kernel/time';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await aLocalCloud();
});
afterAll(() => cloud.close());
/** Each situation for itself, all in one cloud. */
const withoutRatings = () => cloud.cloud.database.clear('ratings');

let raters = 0;
const complain = async (windowId: string, given: object = {}): Promise<string> => {
  const bad = { scene: cloud.sign(windowId).scene, level: 'dissatisfied', tags: ['213'], ...given };
  const receipt = await cloud.citizen(`rater-of-lists-${++raters}`, 'rating.submit', aRating(cloud, bad));
  return receipt.value.ratingId;
};
const fileOf = (id: string) => cloud.cloud.database.get('ratings', id) as RatingFile;
/** The ticket as it would be after all that led there. */
const puts = async (id: string, ticket: Partial<Ticket>, file: Partial<RatingFile> = {}): Promise<string> => {
  const before = fileOf(id);
  if (!before.ticket) throw new Error(`${id} has no ticket`);
  await cloud.cloud.database.replace('ratings', { ...before, ...file, ticket: { ...before.ticket, ...ticket } });
  return id;
};
const handled = (handling: object) => ({ handling: { ...NOT_HANDLED, ...handling } as Ticket['handling'] });
const asked = handled({
  extension: { state: 'asked', reason: '等设备', days: 3, askedAt: 0, askedBy: '', decidedBy: null },
});
const classified = handled({ classification: { cause: 'process', isComplex: false, at: 0 } });

type Cell = { ratingId: string; turn: { whose: string; next: string } };
const list = async (openid: string, filter?: string) =>
  (await cloud.staff(openid, 'ticket.list', filter === undefined ? {} : { filter })).value;
const idsOf = async (openid: string, filter?: string): Promise<string[]> =>
  (await list(openid, filter)).items.map(({ ratingId }: Cell) => ratingId);

/** One ticket of 县人社局 in each situation. */
const oneOfEach = async () => ({
  waitingForUnit: await complain('tq02'),
  lateAtUnit: await puts(await complain('tq02'), { dueAt: Date.now() - DAY }),
  waitingForDispatch: await complain('tq03'),
  waitingForVerification: await puts(await complain('tq02'), { state: 'awaitingVerification' }),
  extensionAsked: await puts(await complain('tq02'), { state: 'rectifying', ...asked }),
  waitingForRater: await puts(await complain('tq02'), { state: 'awaitingVerdict' }),
  closed: await puts(await complain('tq02'), { state: 'closed', dueAt: null, clocks: [] }),
});

describe('待办是轮到自己的', () => {
  let all: Awaited<ReturnType<typeof oneOfEach>>;
  beforeAll(async () => {
    all = await oneOfEach();
  });
  afterAll(withoutRatings);

  it('责任人员：单位手里的，不论到期没有；待审核、待评定、已办结的在别处', async () => {
    const { taiqianUnitLiaison } = cloud.personas;
    expect((await idsOf(taiqianUnitLiaison)).sort()).toEqual(
      [all.waitingForUnit, all.lateAtUnit, all.extensionAsked].sort(),
    );
    expect(await idsOf(taiqianUnitLiaison, 'verify')).toEqual([all.waitingForVerification]);
    expect(await idsOf(taiqianUnitLiaison, 'waiting')).toEqual([all.waitingForRater]);
    expect(await idsOf(taiqianUnitLiaison, 'closed')).toEqual([all.closed]);
  });

  it('监督人员：待派单、待审核、申请延期、已超期的；其余的每一件都在某个筛选里', async () => {
    const { taiqianSupervisor } = cloud.personas;
    expect((await idsOf(taiqianSupervisor)).sort()).toEqual(
      [all.lateAtUnit, all.waitingForDispatch, all.waitingForVerification, all.extensionAsked].sort(),
    );
    expect(await idsOf(taiqianSupervisor, 'dispatch')).toEqual([all.waitingForDispatch]);
    expect(await idsOf(taiqianSupervisor, 'extensions')).toEqual([all.extensionAsked]);
    expect(await idsOf(taiqianSupervisor, 'late')).toEqual([all.lateAtUnit]);
    const { filters } = await list(taiqianSupervisor);
    const everywhere = await Promise.all(filters.map((filter: string) => idsOf(taiqianSupervisor, filter)));
    expect(new Set(everywhere.flat())).toEqual(new Set(Object.values(all)));
  });

  it('每个筛选的数目就是里面的件数，今天到期的另数', async () => {
    await puts(all.waitingForUnit, { dueAt: instantOf(addDays(dayOf(Date.now()), 1), '00:00') - 1 });
    const { taiqianSupervisor, taiqianUnitLiaison } = cloud.personas;
    for (const openid of [taiqianSupervisor, taiqianUnitLiaison]) {
      const { counts, filters } = await list(openid);
      for (const filter of filters.filter((one: string) => one !== 'closed'))
        expect([filter, counts[filter]]).toEqual([filter, (await idsOf(openid, filter)).length]);
    }
    expect((await list(taiqianSupervisor)).counts).toMatchObject({ open: 5, late: 1, today: 1 });
  });

  it('每一件都说轮到谁、下一步做什么', async () => {
    const { taiqianSupervisor, taiqianUnitLiaison } = cloud.personas;
    const turns = async (openid: string, filter: string) =>
      (await list(openid, filter)).items.map(({ turn }: Cell) => `${turn.whose} ${turn.next}`);
    expect(await turns(taiqianSupervisor, 'dispatch')).toEqual(['you 派单到责任单位']);
    expect(await turns(taiqianSupervisor, 'extensions')).toEqual(['you 答复延期申请']);
    expect(await turns(taiqianSupervisor, 'late')).toEqual(['you 催办或者督办']);
    expect(await turns(taiqianSupervisor, 'waiting')).toEqual(['rater 评定整改结果']);
    expect(await turns(taiqianUnitLiaison, 'verify')).toEqual(['bureau 审核整改结果']);
    const own: Cell[] = (await list(taiqianUnitLiaison)).items;
    expect(own.find(({ ratingId }) => ratingId === all.waitingForUnit)?.turn).toEqual({ whose: 'you', next: '签收' });
  });

  it('别的单位、别的局一件也看不到；被评价的人也看不到自己的', async () => {
    const clerk = cloud.cloud.database.get('staff', 'clerk-tq02') as { orgId: string };
    await cloud.cloud.database.replace('staff', { ...clerk, grants: [{ role: 'supervisor', orgId: 'tq-bureau' }] });
    const { taiqianClerk, taiqianTownLiaison, chaozhouSupervisor } = cloud.personas;
    for (const openid of [taiqianTownLiaison, chaozhouSupervisor, taiqianClerk]) {
      const { counts, filters } = await list(openid);
      const seen = (await Promise.all(filters.map((filter: string) => idsOf(openid, filter)))).flat();
      const ofHim = seen.filter((id) => fileOf(String(id)).subject.staffId === 'clerk-tq02');
      expect({ openid, ofHim, late: counts.late }).toEqual({ openid, ofHim: [], late: 0 });
    }
    await cloud.cloud.database.replace('staff', clerk);
  });

  it('不认识的筛选：说明而不出错', async () => {
    for (const filter of ['everything', { $gt: '' }])
      expect(await cloud.staff(cloud.personas.taiqianSupervisor, 'ticket.list', { filter })).toMatchObject({
        code: 'request.malformed',
      });
  });
});

describe('列表的次序和范围', () => {
  afterEach(withoutRatings);

  it('既是一个单位的责任人员又是另一个局的监督人员：两边的都在', async () => {
    const here = await complain('tq02');
    await cloud.provePhone('rater-in-xiangqiao');
    const bad = aRating(cloud, { scene: cloud.sign('xq02').scene, level: 'dissatisfied', tags: ['213'] });
    const there = (await cloud.citizen('rater-in-xiangqiao', 'rating.submit', bad)).value.ratingId;
    const liaison = cloud.cloud.database.get('staff', 'liaison-tq-insurance') as { grants: object[] };
    const grants = [...liaison.grants, { role: 'supervisor', orgId: 'xq-bureau' }];
    await cloud.cloud.database.replace('staff', { ...liaison, grants });
    const { counts } = await list(cloud.personas.taiqianUnitLiaison);
    expect((await idsOf(cloud.personas.taiqianUnitLiaison)).sort()).toEqual([here, there].sort());
    expect(counts).toMatchObject({ todo: 2, dispatch: 1, withUnit: 1 });
    await cloud.cloud.database.replace('staff', liaison);
  });

  it('已办结的按结果先后，新的在前，翻页不重不漏', async () => {
    const at = (n: number) => handled({ rectification: { at: n, measures: '', reply: '', photos: [], staffId: '' } });
    const ids: string[] = [];
    for (let n = 1; n <= 25; n++)
      ids.push(
        await puts(await complain('tq02'), { state: 'closed', dueAt: null, clocks: [], ...at(Math.ceil(n / 2)) }),
      );
    const { taiqianSupervisor } = cloud.personas;
    const first = await list(taiqianSupervisor, 'closed');
    const second = await cloud.staff(taiqianSupervisor, 'ticket.list', { filter: 'closed', cursor: first.next });
    const found = [...first.items, ...second.value.items].map(({ ratingId }: Cell) => ratingId);
    expect(new Set(found)).toEqual(new Set(ids));
    expect(found).toHaveLength(25);
    expect(found[0]).toBe(ids[24]);
  });
});

describe('逾期看板', () => {
  afterEach(withoutRatings);

  const overdue = async () => (await cloud.staff(cloud.personas.taiqianSupervisor, 'ticket.overdue')).value;

  it('按单位：超期几件、最久多久、上报几件；超期多的在前', async () => {
    await puts(await complain('tq02'), { dueAt: Date.now() - 10 * DAY, ...handled({ escalation: 2 }) });
    await puts(await complain('tq02'), { dueAt: Date.now() - HOUR, ...handled({ escalation: 1 }) });
    await complain('tq04');
    const { units } = await overdue();
    expect(units).toMatchObject([
      { unit: '台前县人力资源和社会保障局', open: 2, late: 2, escalated: 1, longest: { late: true } },
      { unit: '台前县市场监督管理局', open: 1, late: 0, escalated: 0, longest: null },
    ]);
    expect(units[0].longest.workingDays).toBeGreaterThan(4);
  });

  it('实名差评回访率是两个整数：联系上的和按规定试过的，除以实名差评；没有实名的、待核查的不算', async () => {
    const proof = (level: RatingFile['proof']['level']) =>
      ({ proof: { level, demand: 'required', shortfall: null, isIdentified: true } }) as const;
    const reached = handled({ attempts: [{ at: 0, outcome: 'reached', note: '', staffId: '' }] });
    const tried = handled({ followUp: { at: 0, finding: 'partly', note: '', reached: false, staffId: '' } });
    await puts(await complain('tq02'), reached, proof('phone'));
    await puts(await complain('tq02'), tried, proof('threeFactor'));
    await puts(await complain('tq02'), handled({}), proof('phone'));
    await puts(await complain('tq04'), reached, proof('account'));
    await puts(await complain('tq04'), handled({}), { ...proof('phone'), standing: 'quarantined' });
    const { followUp, units } = await overdue();
    expect(followUp).toEqual({ reached: 2, of: 3 });
    expect(units.map((unit: { followUp: object }) => unit.followUp)).toEqual([
      { reached: 2, of: 3 },
      { reached: 0, of: 0 },
    ]);
  });

  it('责任人员没有看板', async () => {
    for (const action of ['ticket.overdue', 'ticket.clusters'])
      expect(await cloud.staff(cloud.personas.taiqianUnitLiaison, action)).toMatchObject({ code: 'request.forbidden' });
  });
});

describe('同类问题', () => {
  afterEach(withoutRatings);

  const clusters = async () => (await cloud.staff(cloud.personas.taiqianSupervisor, 'ticket.clusters')).value.items;

  it('同一标签、同一单位同一类原因，两件以上；点开就是那几件', async () => {
    const one = await puts(await complain('tq02', { tags: ['213', '214'] }), classified);
    const two = await puts(await complain('tq02', { tags: ['213'] }), { state: 'closed', dueAt: null, ...classified });
    const three = await puts(await complain('tq04', { tags: ['213'] }), classified);
    const found = await clusters();
    expect(found).toEqual([
      {
        like: expect.objectContaining({ by: 'tag', tag: '213' }),
        title: expect.any(String),
        unit: null,
        count: 3,
        open: 2,
      },
      expect.objectContaining({ title: '办事流程', unit: '台前县人力资源和社会保障局', count: 2, open: 1 }),
    ]);
    const idsOfAlike = async (like: object): Promise<string[]> => {
      const { value } = await cloud.staff(cloud.personas.taiqianSupervisor, 'ticket.alike', { like });
      return value.items.map(({ ratingId }: Cell) => ratingId);
    };
    expect((await idsOfAlike(found[0].like)).sort()).toEqual([one, two, three].sort());
    expect(await idsOfAlike(found[1].like)).toEqual([one, two]);
  });

  it('翻页不重不漏，未办结的在前', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 30; n++)
      ids.push(await puts(await complain('tq02'), n % 2 === 0 ? { state: 'closed', dueAt: null } : {}));
    const [{ like, count, open }] = await clusters();
    expect({ count, open }).toEqual({ count: 30, open: 15 });
    const page = (cursor?: string) =>
      cloud.staff(cloud.personas.taiqianSupervisor, 'ticket.alike', { like, ...(cursor && { cursor }) });
    const first = (await page()).value;
    const second = (await page(first.next)).value;
    const found: (Cell & { state: string })[] = [...first.items, ...second.items];
    expect(found.map(({ ratingId }) => ratingId).sort()).toEqual([...ids].sort());
    expect(found.slice(0, 15).every(({ state }) => state !== 'closed')).toBe(true);
  });

  it('很久以前办结的不再算', async () => {
    const openedAt = Date.now() - 200 * DAY;
    await puts(await complain('tq02'), { state: 'closed', dueAt: null, openedAt });
    await complain('tq02');
    expect(await clusters()).toEqual([]);
  });
});
