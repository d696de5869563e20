import type { RatingFile } from '@shared/domain/rating-file';
import { addDays, addMonths, dayOf, monthOf } from '@shared/kernel/time';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';

const DAY_MS = 24 * 3_600_000;
const THIS_MONTH = monthOf(dayOf(Date.now()));
const YESTERDAY = addDays(dayOf(Date.now()), -1);
const MONTH = monthOf(YESTERDAY);

let cloud: TestCloud;
let raters = 0;
beforeAll(async () => {
  cloud = await aLocalCloud();
});
beforeEach(() => cloud.cloud.database.clear('ratings'));
afterAll(() => cloud.close());

/** Through the citizens' door, so many days ago. */
const rate = async (daysAgo: number, difference: object = {}): Promise<string> => {
  const event = { action: 'rating.submit', input: aRating(cloud, difference) };
  const who = { openid: `rater-${++raters}`, millisecondsAgo: daysAgo * DAY_MS };
  return ((await cloud.cloud.call('citizen', event, who)) as { value: { ratingId: string } }).value.ratingId;
};
const look = (month: string, openid: string = cloud.personas.taiqianClerk) =>
  cloud.staff(openid, 'rating.ofMe', { month });

describe('我的评价情况', () => {
  it('满一批才有：四条没有，当天来的第五条也没有，昨天的第五条就有', async () => {
    for (let n = 0; n < 4; n++) await rate(1);
    await rate(0);
    expect((await look(MONTH)).value.shown).toBeNull();
    await rate(1, { level: 'dissatisfied', tags: ['209'], comment: '催了两次，打13800138000才有人接' });
    const { value } = await look(MONTH);
    expect(value.shown).toMatchObject({
      ...{ count: 5, firstDay: YESTERDAY, lastDay: YESTERDAY },
      praise: { count: 4, tags: [], comments: [] },
      complaint: {
        ...{ count: 1, tags: [{ text: '未在承诺时间内办结', count: 1 }] },
        comments: ['催了两次，打（号码已隐去）才有人接'],
      },
    });
    expect(value).toMatchObject({ month: MONTH, thisMonth: THIS_MONTH, smallestBatch: 5 });
  });

  it('评价人改了评价，看到的还是原来那一批，一字不差', async () => {
    for (let n = 0; n < 4; n++) await rate(1);
    const ratingId = await rate(0.9, { level: 'satisfied', comment: '还行' });
    const { ratedAt } = cloud.cloud.database.get('ratings', ratingId) as { ratedAt: number };
    const before = await look(MONTH);
    const said = { ratingId, level: 'dissatisfied', comment: '其实不行' };
    const changed = await cloud.citizen(`rater-${raters}`, 'rating.change', said);
    expect({ ok: changed.ok, ratedAt }).toEqual({ ok: true, ratedAt });
    expect((await look(MONTH)).value).toEqual(before.value);
  });

  it('看不到还差几条：一条和四条的答复一字不差', async () => {
    await rate(1);
    const one = await look(MONTH);
    for (let n = 0; n < 3; n++) await rate(1);
    const four = await look(MONTH);
    expect(four.value).toEqual(one.value);
  });

  it('只有自己的：别的窗口人员看不到，别的月份没有；不说月份就是本月', async () => {
    for (let n = 0; n < 5; n++) await rate(1);
    expect((await look(MONTH, cloud.personas.chaozhouClerk)).value.shown).toBeNull();
    expect((await look(addMonths(MONTH, -1))).value.shown).toBeNull();
    expect((await look(addMonths(THIS_MONTH, 1))).value.shown).toBeNull();
    const unnamed = await cloud.staff(cloud.personas.taiqianClerk, 'rating.ofMe');
    expect(unnamed.value.month).toBe(THIS_MONTH);
  });

  it('一个月两千多条也查得出来，不扫全表', async () => {
    const file = cloud.cloud.database.get('ratings', await rate(1)) as RatingFile;
    const copies = Array.from({ length: 2304 }, (_, n) => ({
      ...file,
      ...{ _id: `copy-${n}`, idempotencyKey: `copy-${n}`, ratedAt: file.ratedAt - n },
    }));
    await cloud.cloud.database.insertMany('ratings', copies);
    cloud.counters.reset();
    expect((await look(MONTH)).value.shown.count).toBe(2305);
    expect(cloud.counters.read().scans).toBe(0);
  });

  it('月份写得不对：说明而不出错', async () => {
    for (const month of ['2026-13', '2026-1', '2026-11-01', '', '{"$gt":""}']) {
      expect(await look(month)).toMatchObject({ ok: false, code: 'request.malformed' });
    }
  });

  it('看一次留一行审计', async () => {
    const lines = () => cloud.cloud.database.find('audit', { action: 'rating.ofMe', actor: 'staff:clerk-tq02' });
    const before = lines().length;
    await look(MONTH);
    expect(lines()).toHaveLength(before + 1);
  });
});
