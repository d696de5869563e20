import type { CaseTools, ConformanceCase, Sdk } from '../conformance-case';

const MANUAL = 'www.mongodb.com/docs/manual/reference/operator/aggregation';

/** 2021-03-04 05:06:07.089 UTC, a Thursday. */
const AT = new Date(Date.UTC(2021, 2, 4, 5, 6, 7, 89));
const DOCUMENT = {
  ...{ _id: 'a', n: 5, minus: -2.5, text: 'Ab好', csv: 'a,b', list: [3, 1, 2], other: [2, 9], none: null, at: AT },
  pairs: [
    ['x', 1],
    ['y', 2],
  ],
  object: { x: 1, y: 2 },
};

/** What an operator makes of these operands for the one document. */
const evaluates = (operator: string, operand: unknown, answers: unknown): ConformanceCase => ({
  api: `command.aggregate.${operator}`,
  name: `of ${JSON.stringify(operand)}`,
  source: `${MANUAL}/${operator === 'neq' ? 'ne' : operator}/`,
  documents: [DOCUMENT],
  run: async ({ collection, $ }) =>
    (
      await collection
        .aggregate()
        .project({ _id: 0, is: $[operator](operand) })
        .end()
    ).list[0].is,
  answers,
});

const NUMBERS = [
  evaluates('abs', '$minus', 2.5),
  evaluates('add', ['$n', 1, 2], 8),
  evaluates('add', ['$n', null], null),
  evaluates('ceil', '$minus', -2),
  evaluates('divide', ['$n', 2], 2.5),
  evaluates('exp', 0, 1),
  evaluates('floor', '$minus', -3),
  evaluates('ln', 1, 0),
  evaluates('log', [8, 2], 3),
  evaluates('log10', 1000, 3),
  evaluates('mod', ['$n', 3], 2),
  evaluates('multiply', ['$n', 2, 3], 30),
  evaluates('pow', ['$n', 2], 25),
  evaluates('sqrt', 16, 4),
  evaluates('subtract', ['$n', 7], -2),
  evaluates('trunc', '$minus', -2),
  evaluates('indexOfCP', ['$text', 'b'], 1),
];

const LISTS = [
  evaluates('arrayElemAt', ['$list', 0], 3),
  evaluates('arrayElemAt', ['$list', -1], 2),
  evaluates('arrayToObject', '$pairs', { x: 1, y: 2 }),
  evaluates('concatArrays', ['$list', '$other'], [3, 1, 2, 2, 9]),
  evaluates('filter', { input: '$list', as: 'one', cond: { $gt: ['$$one', 1] } }, [3, 2]),
  evaluates('in', [1, '$list'], true),
  evaluates('indexOfArray', ['$list', 2], 2),
  evaluates('indexOfArray', ['$list', 7], -1),
  evaluates('isArray', ['$list'], true),
  evaluates('map', { input: '$list', as: 'one', in: { $add: ['$$one', 1] } }, [4, 2, 3]),
  evaluates('objectToArray', '$object', [
    { k: 'x', v: 1 },
    { k: 'y', v: 2 },
  ]),
  evaluates('range', [0, 6, 2], [0, 2, 4]),
  evaluates('reduce', { input: '$list', initialValue: 0, in: { $add: ['$$value', '$$this'] } }, 6),
  evaluates('reverseArray', '$list', [2, 1, 3]),
  evaluates('size', '$list', 3),
  evaluates('slice', ['$list', 2], [3, 1]),
  evaluates('slice', ['$list', -2], [1, 2]),
  evaluates('zip', { inputs: ['$list', '$other'] }, [
    [3, 2],
    [1, 9],
  ]),
];

const SETS = [
  evaluates('allElementsTrue', [[1, true, 'x']], true),
  evaluates('allElementsTrue', [[1, 0]], false),
  evaluates('anyElementTrue', [[0, null, 1]], true),
  evaluates('anyElementTrue', [[]], false),
  evaluates('setDifference', ['$list', '$other'], [3, 1]),
  evaluates('setEquals', ['$list', [1, 2, 3, 3]], true),
  evaluates('setIntersection', ['$list', '$other'], [2]),
  evaluates('setIsSubset', [[1], '$list'], true),
  evaluates('setUnion', [[1], [2, 1]], [1, 2]),
];

const LOGIC = [
  evaluates('and', [1, '$none'], false),
  evaluates('not', ['$none'], true),
  evaluates('or', ['$none', '$n'], true),
  evaluates('cmp', ['$n', 7], -1),
  evaluates('eq', ['$n', 5], true),
  evaluates('gt', ['$n', 5], false),
  evaluates('gte', ['$n', 5], true),
  evaluates('lt', ['$n', 'text'], true),
  evaluates('lte', ['$n', 4], false),
  evaluates('neq', ['$none', '$gone'], true),
  // biome-ignore lint/suspicious/noThenProperty: the name of the platform
  evaluates('cond', { if: { $gt: ['$n', 3] }, then: 'many', else: 'few' }, 'many'),
  evaluates('ifNull', ['$gone', 'nothing'], 'nothing'),
  // biome-ignore lint/suspicious/noThenProperty: the name of the platform
  evaluates('switch', { branches: [{ case: { $eq: ['$n', 5] }, then: 'five' }], default: 'other' }, 'five'),
  evaluates('literal', '$n', '$n'),
  evaluates('let', { vars: { twice: { $multiply: ['$n', 2] } }, in: { $add: ['$$twice', 1] } }, 11),
  evaluates('mergeObjects', ['$object', { y: 3 }], { x: 1, y: 3 }),
];

const DATES = [
  evaluates('dateFromParts', { year: 2021, month: 3, day: 4 }, new Date(Date.UTC(2021, 2, 4))),
  evaluates('dateFromString', { dateString: '2021-03-04T05:06:07.089Z' }, AT),
  evaluates('dateToString', { date: '$at', format: '%Y-%m-%d %H:%M:%S.%L' }, '2021-03-04 05:06:07.089'),
  evaluates('dateToString', { date: '$at', format: '%H:%M', timezone: 'Asia/Shanghai' }, '13:06'),
  evaluates('dayOfMonth', '$at', 4),
  evaluates('dayOfWeek', '$at', 5),
  evaluates('dayOfYear', '$at', 63),
  evaluates('isoDayOfWeek', '$at', 4),
  evaluates('isoWeek', '$at', 9),
  evaluates('isoWeekYear', '$at', 2021),
  evaluates('millisecond', '$at', 89),
  evaluates('minute', '$at', 6),
  evaluates('month', '$at', 3),
  evaluates('second', '$at', 7),
  evaluates('hour', '$at', 5),
  evaluates('hour', { date: '$at', timezone: '+08:00' }, 13),
  evaluates('week', '$at', 9),
  evaluates('year', '$at', 2021),
  evaluates('year', '$gone', null),
];

const TEXTS = [
  evaluates('concat', ['$text', '!'], 'Ab好!'),
  evaluates('concat', ['$text', '$none'], null),
  evaluates('indexOfBytes', ['$text', '好'], 2),
  evaluates('split', ['$csv', ','], ['a', 'b']),
  evaluates('strLenBytes', '$text', 5),
  evaluates('strLenCP', '$text', 3),
  evaluates('strcasecmp', ['$csv', 'A,B'], 0),
  evaluates('substr', ['$csv', 0, 1], 'a'),
  evaluates('substrBytes', ['$text', 2, 3], '好'),
  evaluates('substrCP', ['$text', 1, 2], 'b好'),
  evaluates('toLower', '$csv', 'a,b'),
  evaluates('toUpper', '$csv', 'A,B'),
];

const ROWS = [
  { _id: 'a', kind: 'x', n: 2 },
  { _id: 'b', kind: 'x', n: 4 },
  { _id: 'c', kind: 'x', n: 4 },
];

/** What an accumulator makes of n in these rows. */
const accumulates = (operator: string, answers: unknown, read = (value: Sdk): unknown => value): ConformanceCase => ({
  api: `command.aggregate.${operator}`,
  name: 'over a group',
  source: `${MANUAL}/${operator}/`,
  documents: ROWS,
  run: async ({ collection, $ }: CaseTools) => {
    const { list } = await collection
      .aggregate()
      .sort({ _id: 1 })
      .group({ _id: '$kind', is: $[operator]('$n') })
      .end();
    return read(list[0].is);
  },
  answers,
});

const GROUPS = [
  accumulates('addToSet', [2, 4], (set) => set.sort()),
  accumulates('avg', 10 / 3),
  accumulates('first', 2),
  accumulates('last', 4),
  accumulates('max', 4),
  accumulates('min', 2),
  accumulates('push', [2, 4, 4]),
  accumulates('stdDevPop', '0.943', (value) => value.toFixed(3)),
  accumulates('stdDevSamp', '1.155', (value) => value.toFixed(3)),
  accumulates('sum', 10),
];

/** The operators of `db.command.aggregate`, one by one. */
export const EXPRESSION_CASES: readonly ConformanceCase[] = [
  ...[...NUMBERS, ...LISTS, ...SETS, ...LOGIC, ...DATES, ...TEXTS, ...GROUPS],
];
