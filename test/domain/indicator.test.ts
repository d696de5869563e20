import { APPEAL_STATES } from '@shared/domain/appeal-table';
import { countsOfRating, isActive } from '@shared/domain/counts-of-rating';
import {
  activeRatingRate,
  activeRatings,
  addCounts,
  appealGrantRate,
  averageScore,
  badRate,
  COUNT_FIELDS,
  type Counts,
  countsOf,
  followUpRate,
  goodRate,
  NO_COUNTS,
  participationRate,
  rectificationRate,
  satisfactionRate,
  sumCounts,
  withoutZeros,
} from '@shared/domain/indicator';
import { RATING_LEVELS } from '@shared/domain/rating';
import { TICKET_STATES } from '@shared/domain/ticket';
import { countWindowDay, type RatingToCount, type ServiceToCount } from '@shared/domain/window-day';
import { taiqian } from '@shared/policy/profiles/taiqian';
import fc from 'fast-check';
import { anAppeal, aRatingToCount, denial, GRANT } from './a-rating-file';
import { aTicketIn } from './a-ticket';

const counted = (given: Partial<RatingToCount>, enough: 'phone' | undefined = 'phone'): Partial<Counts> =>
  withoutZeros(countsOfRating(aRatingToCount(given), enough));
const aBadOne = (given: Partial<RatingToCount> = {}): Partial<RatingToCount> => ({
  ...{ level: 'dissatisfied', ticket: aTicketIn('rectifying') },
  ...given,
});

describe('一份评价计入什么', () => {
  it('好评只计等级', () => {
    expect(counted({ level: 'satisfied' })).toEqual({ satisfied: 1 });
  });

  it('差评计等级、差评和工单', () => {
    expect(counted(aBadOne())).toEqual({
      ...{ dissatisfied: 1, bad: 1, rectifyingTickets: 1, rectifyingTicketsEffective: 1 },
    });
  });

  it('改成好评的差评按现在的话计等级，差评算发生过', () => {
    expect(counted(aBadOne({ level: 'satisfied' }))).toMatchObject({ satisfied: 1, bad: 1 });
  });

  it.each(['quarantined', 'setAside', 'superseded'] as const)('%s 的另计，只有工单还在', (standing) => {
    expect(counted(aBadOne({ standing }))).toEqual({ [standing]: 1, rectifyingTickets: 1 });
  });

  it('默认评价、其他系统接入的另计', () => {
    expect(counted({ origin: 'systemDefault' })).toEqual({ defaults: 1 });
    expect(counted({ origin: 'imported' })).toEqual({ imported: 1 });
  });

  it('实名差评：联系上的和按规定试过的分开计；不够实名的不计', () => {
    const proof = { level: 'phone', demand: 'encouraged', shortfall: null, isIdentified: false } as const;
    const asked = aTicketIn('awaitingFollowUp');
    const tried = {
      ...asked,
      handling: { ...asked.handling, followUp: { at: 0, finding: 'partly', note: '', reached: false, staffId: 'x' } },
    } as const;
    expect(counted(aBadOne({ proof, ticket: asked }))).toMatchObject({ realName: 1 });
    expect(counted(aBadOne({ proof, ticket: asked }))).not.toHaveProperty('followedUp');
    expect(counted(aBadOne({ proof, ticket: tried }))).toMatchObject({ realName: 1, followedUp: 1 });
    expect(counted(aBadOne({ proof, ticket: tried }))).not.toHaveProperty('reached');
    expect(counted(aBadOne({ proof }))).toMatchObject({ reached: 1, followedUp: 1 });
    expect(counted(aBadOne())).not.toHaveProperty('realName');
  });

  it('审核通过的才算整改了', () => {
    const states = TICKET_STATES.filter((state) => counted(aBadOne({ ticket: aTicketIn(state) })).rectified === 1);
    expect(states).toEqual(['awaitingVerdict', 'closed']);
  });

  it('申诉中的照样计入，标明复核中', () => {
    expect(counted(aBadOne({ appeal: anAppeal('awaitingReview') }))).toMatchObject({
      ...{ bad: 1, dissatisfied: 1, underReview: 1, appeals: 1, appealsOpen: 1 },
    });
  });

  it('采纳以后：市里确认以前和以后分开计，评价人异议期间不变', () => {
    const standing = 'setAside';
    const objection = { words: '', at: 0, from: 'corrected' } as const;
    expect(counted({ standing, appeal: anAppeal('granted', { decision: GRANT }) })).toEqual({
      ...{ setAside: 1, appeals: 1, appealsGranted: 1, correctionPending: 1 },
    });
    expect(counted({ standing, appeal: anAppeal('corrected') })).toMatchObject({ appealsGranted: 1, corrected: 1 });
    expect(counted({ standing, appeal: anAppeal('awaitingReview', { objection }) })).toEqual({
      ...{ setAside: 1, appeals: 1, appealsOpen: 1, corrected: 1 },
    });
    expect(counted({ standing, appeal: anAppeal('granted', { cityBureauId: null }) })).not.toHaveProperty(
      'correctionPending',
    );
  });

  it('解释说明在驳回里另计', () => {
    expect(counted(aBadOne({ appeal: anAppeal('denied', { decision: denial(true) }) }))).toMatchObject({
      ...{ appealsDenied: 1, appealsExplained: 1, bad: 1 },
    });
    const plain = counted(aBadOne({ appeal: anAppeal('denied', { decision: denial(false) }) }));
    expect(plain).not.toHaveProperty('appealsExplained');
  });
});

const anyFile: fc.Arbitrary<RatingToCount> = fc
  .record({
    _id: fc.uuid(),
    level: fc.constantFrom(...RATING_LEVELS),
    origin: fc.constantFrom('self', 'assisted', 'systemDefault', 'imported'),
    standing: fc.constantFrom('effective', 'quarantined', 'setAside', 'superseded'),
    ticket: fc.option(fc.constantFrom(...TICKET_STATES).map((state) => aTicketIn(state))),
    appeal: fc.option(fc.constantFrom(...APPEAL_STATES).map((state) => anAppeal(state))),
    service: fc.option(fc.integer({ min: 1, max: 4 })),
    staffId: fc.constantFrom('a', 'b'),
  } as const)
  .map(({ service, staffId, ...given }) => {
    const file = aRatingToCount(given);
    const ofCase = service === null ? {} : { caseNo: 'C', serviceNo: service };
    return { ...file, subject: { ...file.subject, staffId, ...ofCase } };
  });
const anyCounts = fc.record(
  Object.fromEntries(COUNT_FIELDS.map((field) => [field, fc.nat(1_000)])),
) as fc.Arbitrary<Counts>;

describe('计数', () => {
  it('每份评价在六种里恰好计一次，没有负数', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const counts = countsOfRating(file, 'phone');
        const { defaults, imported, setAside, quarantined, superseded } = counts;
        expect(activeRatings(counts) + defaults + imported + setAside + quarantined + superseded).toBe(1);
        expect(activeRatings(counts)).toBe(Number(isActive(file)));
        expect(COUNT_FIELDS.every((field) => Number.isInteger(counts[field]) && counts[field] >= 0)).toBe(true);
        const { appealsOpen, appealsGranted, appealsDenied, appealsWithdrawn, appealsLapsed } = counts;
        expect(appealsOpen + appealsGranted + appealsDenied + appealsWithdrawn + appealsLapsed).toBe(counts.appeals);
      }),
    );
  });

  it('相加与先后、与怎样分组无关', () => {
    fc.assert(
      fc.property(anyCounts, anyCounts, anyCounts, (a, b, c) => {
        expect(addCounts(a, b)).toEqual(addCounts(b, a));
        expect(addCounts(addCounts(a, b), c)).toEqual(sumCounts([a, b, c]));
        expect(addCounts(a, NO_COUNTS)).toEqual(a);
        expect(countsOf(withoutZeros(a))).toEqual(a);
      }),
    );
  });
});

const RULES = { isRegion: (id: string) => id === 'gov', enough: () => 'phone' as const };
const W1 = { windowId: 'w1', day: '2026-06-01' };
const aService = (no: number, staffId = 'a'): ServiceToCount => ({
  key: `C#${no}`,
  of: { orgId: 'unit', orgPath: ['gov', 'bureau', 'unit'], centerId: 'center', staffId, itemCode: 'item' },
});

describe('一个窗口的一天', () => {
  it('分给区域、单位、大厅、窗口、人员、事项和渠道', () => {
    const counted = countWindowDay(W1, { ratings: [aRatingToCount()], services: [aService(1)] }, RULES);
    expect([...counted.keys()].sort()).toEqual([
      ...['center:center', 'channel:taiqian/windowCode', 'item:item', 'region:gov'],
      ...['staff:a', 'staff:clerk', 'unit:unit', 'window:w1'],
    ]);
    expect(withoutZeros(counted.get('unit:unit') ?? NO_COUNTS)).toEqual({
      ...{ services: 2, walkIns: 1, participated: 1, verySatisfied: 1 },
    });
  });

  it('被隔离或不予采纳的现场评价不算一次服务，办件的服务一直在', () => {
    const subject = { ...aRatingToCount().subject, caseNo: 'C', serviceNo: 1 };
    const ratings = [
      aRatingToCount({ _id: 'walk-in', standing: 'quarantined' }),
      aRatingToCount({ _id: 'C#1', standing: 'setAside', subject }),
    ];
    const counted = countWindowDay(W1, { ratings, services: [aService(1)] }, RULES).get('unit:unit');
    expect(counted).toMatchObject({ services: 1, walkIns: 0, participated: 0, quarantined: 1, setAside: 1 });
  });

  it('怎样评都一样：参评的不多于服务，窗口的数等于单位的数', () => {
    const services = fc.uniqueArray(fc.integer({ min: 1, max: 4 })).map((nos) => nos.map((no) => aService(no)));
    fc.assert(
      fc.property(fc.array(anyFile, { maxLength: 12 }), services, (ratings, of) => {
        const counted = countWindowDay(W1, { ratings, services: of }, RULES);
        for (const { participated, services: all, walkIns } of counted.values()) {
          expect(participated).toBeLessThanOrEqual(all);
          expect(walkIns).toBeLessThanOrEqual(participated);
        }
        expect(counted.get('window:w1')).toEqual(counted.get('unit:unit'));
        const staff = sumCounts([counted.get('staff:a') ?? NO_COUNTS, counted.get('staff:b') ?? NO_COUNTS]);
        expect(staff).toEqual(counted.get('window:w1') ?? NO_COUNTS);
      }),
    );
  });
});

describe('比率', () => {
  const some = countsOf({
    ...{ services: 20, participated: 10, verySatisfied: 4, satisfied: 2, basicallySatisfied: 1, dissatisfied: 2 },
    ...{ veryDissatisfied: 1, defaults: 5, bad: 4, rectified: 3, realName: 2, followedUp: 1 },
    ...{ appealsGranted: 1, appealsDenied: 3, appealsOpen: 7 },
  });

  it('都是两个整数', () => {
    expect(participationRate(some)).toEqual({ numerator: 10, denominator: 20 });
    expect(activeRatingRate(some)).toEqual({ numerator: 10, denominator: 15 });
    expect(satisfactionRate(some)).toEqual({ numerator: 7, denominator: 10 });
    expect(goodRate(some)).toEqual({ numerator: 6, denominator: 10 });
    expect(badRate(some)).toEqual({ numerator: 4, denominator: 10 });
    expect(rectificationRate(some)).toEqual({ numerator: 3, denominator: 4 });
    expect(followUpRate(some)).toEqual({ numerator: 1, denominator: 2 });
    expect(appealGrantRate(some)).toEqual({ numerator: 1, denominator: 4 });
  });

  it('台前 第七条 平均分：10、8、6、3、0 分', () => {
    expect(averageScore(some, taiqian.rating.scores.value)).toEqual({ numerator: 68, denominator: 10 });
  });

  it('没有可除的就没有比率', () => {
    const all = [participationRate, activeRatingRate, satisfactionRate, goodRate, badRate, rectificationRate];
    for (const one of [...all, followUpRate, appealGrantRate]) expect(one(NO_COUNTS)).toBeUndefined();
    expect(averageScore(NO_COUNTS, taiqian.rating.scores.value)).toBeUndefined();
  });
});
