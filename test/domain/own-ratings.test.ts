import { type OwnRating, type OwnRatings, ownRatings } from '@shared/domain/own-ratings';
import { RATING_LEVELS } from '@shared/domain/rating';
import { addDays, dayOf, instantOf } from '@shared/kernel/time';
import { PRIVACY } from '@shared/policy/privacy';
import { taiqian } from '@shared/policy/profiles/taiqian';
import { tagTexts } from '@shared/policy/tags/texts';
import fc from 'fast-check';

const BATCH = PRIVACY.smallestBatch.value;
const RULES = { badLevels: taiqian.rating.badLevels, smallestBatch: PRIVACY.smallestBatch, tagTexts };
const HOUR = 3_600_000;
const START = instantOf('2026-11-02', '09:00');
const TODAY = instantOf('2026-11-23', '10:00');

const aRating = (n: number, difference: Partial<OwnRating> = {}): OwnRating => ({
  _id: `TQ${n}#1`,
  level: 'satisfied',
  tags: [],
  dictionary: 'national-2',
  // Letters only: what is looked for is not masked.
  comment: `第${String.fromCodePoint(0x4e00 + n * 7)}句`,
  ratedAt: START + n * HOUR,
  standing: 'effective',
  origin: 'self',
  textCheck: 'pass',
  original: null,
  ...difference,
});
const ratings = (count: number) => Array.from({ length: count }, (_, n) => aRating(n));
const commentsOf = (shown: OwnRatings | undefined): readonly string[] =>
  shown ? [...shown.praise.comments, ...shown.complaint.comments] : [];
/** Comments that only one of two looks shows. */
const difference = (one: OwnRatings | undefined, other: OwnRatings | undefined) => {
  const [a, b] = [commentsOf(one), commentsOf(other)];
  return [...a.filter((comment) => !b.includes(comment)), ...b.filter((comment) => !a.includes(comment))].length;
};

describe('我的评价情况', () => {
  it.each([0, 1, 4])('%i 条：不满一批，什么也不显示', (count) => {
    expect(ownRatings(ratings(count), TODAY, RULES)).toBeUndefined();
  });

  it.each([
    [5, 5],
    [9, 5],
    [10, 10],
    [13, 10],
  ])('%i 条：显示 %i 条，最新的等下一批', (given, shown) => {
    const view = ownRatings(ratings(given), TODAY, RULES);
    expect(view?.count).toBe(shown);
    expect(view?.lastDay).toBe(dayOf(START + (shown - 1) * HOUR));
  });

  it('当天的一条也不显示，满了五条也要等明天', () => {
    const today = ratings(5).map((rating) => ({ ...rating, ratedAt: TODAY - HOUR }));
    expect(ownRatings(today, TODAY, RULES)).toBeUndefined();
    expect(ownRatings(today, TODAY + 24 * HOUR, RULES)?.count).toBe(5);
  });

  it('满意和不满意分开说，标签计数，多的在前', () => {
    const bad = { level: 'dissatisfied', tags: ['213', '209'] } as const;
    const given = [
      aRating(0),
      aRating(1, { tags: ['408'] }),
      aRating(2),
      aRating(3, bad),
      aRating(4, { ...bad, tags: ['209'] }),
    ];
    const view = ownRatings(given, TODAY, RULES);
    expect(view?.levels.map(({ count }) => count)).toEqual([0, 3, 0, 2, 0]);
    expect(view?.praise).toMatchObject({ count: 3, tags: [{ count: 1 }] });
    expect(view?.complaint.tags).toEqual([
      { text: '未在承诺时间内办结', count: 2 },
      { text: expect.any(String), count: 1 },
    ]);
  });

  it('原话隐去号码；有问题的不给本人看，也不说少了几句', () => {
    const given = ratings(5).map((rating, n) => (n === 0 ? { ...rating, comment: '打13800138000找我' } : rating));
    const view = ownRatings(
      [{ ...(given[1] ?? aRating(1)), textCheck: 'risky' }, ...given.filter((_, n) => n !== 1)],
      TODAY,
      RULES,
    );
    expect(view?.count).toBe(5);
    expect(commentsOf(view)).toHaveLength(4);
    expect(JSON.stringify(view)).not.toContain('138');
  });

  it('原话的先后与时间无关：同样五句话，怎样先后评都一样', () => {
    const anyOrder = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
    const inOrder = ownRatings(ratings(5), TODAY, RULES);
    fc.assert(
      fc.property(anyOrder, (order) => {
        const shuffled = order.map((n, at) => aRating(n, { ratedAt: START + at * HOUR }));
        expect(commentsOf(ownRatings(shuffled, TODAY, RULES))).toEqual(commentsOf(inOrder));
      }),
    );
  });

  it('默认评价不是谁说的话，不算', () => {
    const byItself = ratings(9).map((rating, n) => ({ ...rating, origin: n < 5 ? 'systemDefault' : 'self' }) as const);
    expect(ownRatings(byItself, TODAY, RULES)).toBeUndefined();
  });

  it('不予采纳、待核查、被替代的不算', () => {
    for (const standing of ['setAside', 'quarantined', 'superseded'] as const) {
      const given = ratings(10).map((rating, n) => (n === 3 ? { ...rating, standing } : rating));
      const view = ownRatings(given, TODAY, RULES);
      expect(view?.count).toBe(5);
      expect(commentsOf(view)).not.toContain(given[3]?.comment);
    }
  });
});

/** What happens to a clerk: somebody rates him, a rating changes its standing, a night passes, he looks. */
const anyHappening = fc.oneof(
  { weight: 5, arbitrary: fc.record({ what: fc.constant('rated'), level: fc.constantFrom(...RATING_LEVELS) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('standing'),
      at: fc.nat(40),
      standing: fc.constantFrom('effective', 'quarantined', 'setAside', 'superseded'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('night') }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('look') }) },
);

it('无论怎样评、怎样变、怎样看，任何两次看到的差别不是没有，就是五条以上', () => {
  fc.assert(
    fc.property(fc.array(anyHappening, { maxLength: 120 }), (happenings) => {
      let given: OwnRating[] = [];
      let now = START;
      const looks: (OwnRatings | undefined)[] = [];
      for (const happening of happenings) {
        now += 60_000;
        if (happening.what === 'rated' && 'level' in happening) {
          given.push(aRating(given.length, { level: happening.level, ratedAt: now }));
        } else if (happening.what === 'standing' && 'at' in happening) {
          const { at, standing } = happening;
          given = given.map((rating, n) => (n === at ? ({ ...rating, standing } as OwnRating) : rating));
        } else if (happening.what === 'night') now = instantOf(addDays(dayOf(now), 1), '09:00');
        else looks.push(ownRatings(given, now, RULES));
      }
      for (const one of looks) {
        for (const other of looks) {
          const differing = difference(one, other);
          if (differing === 0) expect(one).toEqual(other);
          else expect(differing).toBeGreaterThanOrEqual(BATCH);
        }
      }
    }),
    { numRuns: 300 },
  );
});
