import { RATING_LEVELS } from '@shared/domain/rating';
import { type Around, type NearRating, type SignalFile, type SignalRules, signalsOf } from '@shared/domain/signals';
import { addDays, instantOf } from '@shared/kernel/time';
import { praiseIn } from '@shared/policy/praise-words';
import { national } from '@shared/policy/profiles/national';
import fc from 'fast-check';

const DAY = '2026-11-24';
const AT = instantOf(DAY, '10:00');
const MINUTE_MS = 60_000;
const RULES: SignalRules = { badLevels: national.rating.badLevels, ...national.integrity, praiseIn };
const NOTHING: Around = { atWindow: [], ofPair: [] };

const aFile = (given: Partial<SignalFile> = {}): SignalFile => ({
  ...{ _id: 'this', level: 'veryDissatisfied', comment: '', ratedAt: AT, origin: 'self' },
  traces: { networkRef: 'net-a', openedAt: null },
  ...given,
});
let made = 0;
/** Another one, in the afternoon, from elsewhere. */
const near = (given: Partial<Omit<NearRating, 'traces'>> = {}, networkRef: string | null = 'net-b'): NearRating => ({
  ...{ _id: `other-${++made}`, level: 'satisfied', ratedAt: instantOf(DAY, '15:00'), origin: 'self' },
  traces: { networkRef },
  ...given,
});
const times = <T>(count: number, one: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => one(n));
const signals = (file: SignalFile, around: Partial<Around> = {}) => signalsOf(file, { ...NOTHING, ...around }, RULES);

it('nothing strikes about a rating that stands alone', () => {
  expect(signals(aFile())).toEqual([]);
});

describe('同一网络', () => {
  const same = (count: number) => times(count, (n) => near({ level: n === 0 ? 'dissatisfied' : 'satisfied' }, 'net-a'));
  const atWindow = (count: number) => [...same(count), near()];

  it('is told from the threshold on: how many of how many that day, and how many of them bad', () => {
    const { value } = national.integrity.sameNetwork;
    expect(signals(aFile(), { atWindow: atWindow(value - 2) })).toEqual([]);
    expect(signals(aFile(), { atWindow: atWindow(value - 1) })).toEqual([
      { signal: 'sameNetwork', count: value, of: value + 1, bad: 2 },
    ]);
  });

  it('is not told of another day, of ratings by the system, or when the network is not known', () => {
    const yesterday = same(5).map((one) => ({ ...one, ratedAt: instantOf(addDays(DAY, -1), '10:00') }));
    const bySystem = same(5).map((one) => ({ ...one, origin: 'systemDefault' as const }));
    expect(signals(aFile(), { atWindow: [...yesterday, ...bySystem] })).toEqual([]);
    const unknown = aFile({ traces: { networkRef: null, openedAt: null } });
    expect(signals(unknown, { atWindow: times(9, () => near({}, null)) })).toEqual([]);
  });
});

describe('短时间内接连评价', () => {
  const { ratings, minutes } = national.integrity.series.value;
  const within = (count: number) =>
    times(count, (n) => near({ ratedAt: AT + (n % 2 === 0 ? 1 : -1) * minutes * MINUTE_MS }));

  it('is told from the threshold on, itself counted, across midnight too', () => {
    expect(signals(aFile(), { atWindow: within(ratings - 2) })).toEqual([]);
    expect(signals(aFile(), { atWindow: within(ratings - 1) })).toEqual([
      { signal: 'series', count: ratings, minutes },
    ]);
    const midnight = instantOf(DAY, '00:01');
    const before = times(ratings - 1, () => near({ ratedAt: midnight - 2 * MINUTE_MS }));
    expect(signals(aFile({ ratedAt: midnight }), { atWindow: before })).toMatchObject([{ signal: 'series' }]);
  });

  it('is not told of what lies a moment further off', () => {
    const off = times(ratings, () => near({ ratedAt: AT + minutes * MINUTE_MS + 1 }));
    expect(signals(aFile(), { atWindow: off })).toEqual([]);
  });
});

describe('打开以后很快提交', () => {
  const openedBefore = (seconds: number) =>
    signals(aFile({ traces: { networkRef: null, openedAt: AT - seconds * 1000 } }));
  const { value } = national.integrity.quick;

  it('is told in seconds up to the threshold', () => {
    expect(openedBefore(value)).toEqual([{ signal: 'quick', count: value }]);
    expect(openedBefore(value + 1)).toEqual([]);
  });

  it('is not told when nobody knows when it was opened', () => {
    expect(signals(aFile())).toEqual([]);
  });
});

describe('同一人多次评价同一人', () => {
  const { ratings, days } = national.integrity.repeatPair.value;
  const daysAway = (away: number) => near({ ratedAt: instantOf(addDays(DAY, away), '10:00') });

  it('is told from the threshold on, within so many days before and after', () => {
    const ofPair = times(ratings - 1, (n) => daysAway(n % 2 === 0 ? -days : days));
    expect(signals(aFile(), { ofPair: ofPair.slice(1) })).toEqual([]);
    expect(signals(aFile(), { ofPair })).toEqual([{ signal: 'repeatPair', count: ratings, days }]);
    expect(signals(aFile(), { ofPair: times(ratings, () => daysAway(-days - 1)) })).toEqual([]);
  });
});

describe('最低等级里的表扬', () => {
  const said = (comment: string, level: SignalFile['level'] = 'veryDissatisfied') => signals(aFile({ comment, level }));

  it('is told with the words of our list alone', () => {
    expect(said('王师傅很热情，谢谢他，王女士 13900000000')).toEqual([
      { signal: 'praiseInBadWords', count: 2, words: ['谢谢', '热情'] },
    ]);
  });

  it.each(['态度不热情', '没有耐心', '我很不满意', '一点也不周到', '毫无耐心', '不是很满意'])(
    '%s is none',
    (comment) => {
      expect(said(comment)).toEqual([]);
    },
  );

  it.each(['非常热情', '特别耐心', '别人不行，他很热情', '不热情的是别人，他很热情'])('%s is one', (comment) => {
    expect(said(comment)).toHaveLength(1);
  });

  it('is told of the lowest level only', () => {
    expect(said('很热情', 'dissatisfied')).toEqual([]);
    expect(said('很热情', 'verySatisfied')).toEqual([]);
  });
});

it('no answer tells who rated, from which network, or at which moment', () => {
  const words = fc.constantFrom('', '很热情，谢谢', '等了两个小时');
  const moment = fc.integer({ min: AT - 6 * MINUTE_MS, max: AT + 6 * MINUTE_MS });
  const network = fc.constantFrom('net-a', 'net-b', null);
  const other = fc.record({ level: fc.constantFrom(...RATING_LEVELS), ratedAt: moment, network });
  fc.assert(
    fc.property(words, moment, network, fc.array(other, { maxLength: 20 }), (comment, ratedAt, networkRef, others) => {
      const openedAt = ratedAt - 3_000;
      const file = { ...aFile({ comment, ratedAt, traces: { networkRef, openedAt } }), raterRef: 'who-rated' };
      const around = others.map((one) => near(one, one.network));
      const told = signalsOf(file, { atWindow: around, ofPair: around }, RULES);
      const text = JSON.stringify(told);
      for (const secret of ['who-rated', 'net-a', 'net-b', 'other-', 'this']) expect(text).not.toContain(secret);
      const numbers = text.match(/\d+/g) ?? [];
      // The largest number that can be told counts ratings, days or seconds; a moment has thirteen digits.
      expect(numbers.filter((number) => number.length > 3)).toEqual([]);
    }),
  );
});
