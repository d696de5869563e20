import type { ConformanceCase } from '../conformance-case';
import { type About, finds, manual, refusesQuery, type Where } from '../finding';

const documents = [
  { _id: 'a', list: [1, 5, 9] },
  { _id: 'b', list: [] },
  { _id: 'c', list: 5 },
  { _id: 'd', list: [[1, 2], 3] },
  { _id: 'e', list: [null, 'x'] },
  {
    _id: 'f',
    rows: [
      { k: 1, v: 'p' },
      { k: 2, v: 'q' },
    ],
  },
  { _id: 'g', rows: [{ k: 1, v: 'q' }, { k: 2, v: 'p' }, 7] },
  { _id: 'h', rows: [{}, { k: 3 }] },
  { _id: 'i', rows: [4, 5] },
  { _id: 'j', rows: [] },
  { _id: 'k', list: [1, 5], rows: { k: [1, 8] } },
];

const about = (api: string, page: string): About => ({ api, source: manual(page), documents });
const QUERY_ARRAY = 'https://www.mongodb.com/docs/manual/tutorial/query-arrays/';

const asks = (name: string, where: Where, found: string, api = 'collection.where'): ConformanceCase =>
  finds({ api, source: QUERY_ARRAY, documents }, name, where, found);

const PLAIN: readonly ConformanceCase[] = [
  asks('a value equals an element', () => ({ list: 5 }), 'a c k'),
  asks('a list equals the whole list in its order', () => ({ list: [1, 5] }), 'k'),
  asks('a list equals an element that is a list', () => ({ list: [1, 2] }), 'd'),
  asks('an empty list equals an empty list', ({ _ }) => ({ list: _.eq([]) }), 'b'),
  asks('a position', () => ({ 'list.1': 5 }), 'a k'),
  asks('a position in a list in a list', () => ({ 'list.0.1': 2 }), 'd'),
  asks('a field of any element', () => ({ 'rows.k': 2 }), 'f g'),
  asks('a field of the element at a position', () => ({ 'rows.0.v': 'p' }), 'f'),
  asks('null is an element that is null', ({ _ }) => ({ list: _.eq(null) }), 'e f g h i j'),
  asks('two bounds may be met by two elements', ({ _ }) => ({ list: _.gt(5).and(_.lt(5)) }), 'a'),
  asks('a bound is never met by the list as a whole', ({ _ }) => ({ list: _.gt(8) }), 'a'),
  asks('lists compare with lists', ({ _ }) => ({ list: _.gte([1, 5, 9]) }), 'a d'),
  asks('neq finds only lists without the value', ({ _ }) => ({ list: _.neq(5) }), 'b d e f g h i j'),
  asks('in finds any element', ({ _ }) => ({ list: _.in([9, 3]) }), 'a d'),
  asks('in finds a whole list', ({ _ }) => ({ list: _.in([[1, 5], []]) }), 'b k'),
  asks('a list in an object in no list', () => ({ 'rows.k': 8 }), 'k'),
];

/** jstests/core/null2.js and null_query_semantics.js of the MongoDB server. */
const missing = (name: string, where: Where, found: string, api = 'collection.where'): ConformanceCase => ({
  ...asks(name, where, found, api),
  source: 'https://github.com/mongodb/mongo jstests/core/null_query_semantics.js',
});

const MISSING: readonly ConformanceCase[] = [
  missing(
    'null on a field of elements: an element that lacks it',
    ({ _ }) => ({ 'rows.k': _.eq(null) }),
    'a b c d e h',
  ),
  missing('neq null on a field of elements', ({ _ }) => ({ 'rows.k': _.neq(null) }), 'f g i j k'),
  missing('a field of elements exists in any', ({ _ }) => ({ 'rows.k': _.exists(true) }), 'f g h k', 'command.exists'),
  missing(
    'it is missing in lists without objects',
    ({ _ }) => ({ 'rows.k': _.exists(false) }),
    'a b c d e i j',
    'command.exists',
  ),
  missing('a position exists', ({ _ }) => ({ 'list.2': _.exists(true) }), 'a', 'command.exists'),
  missing('an empty list exists', ({ _ }) => ({ list: _.exists(true) }), 'a b c d e k', 'command.exists'),
];

const elements = (name: string, where: Where, found: string): ConformanceCase =>
  finds(about('command.elemMatch', 'operator/query/elemMatch'), name, where, found);

const ELEMENTS: readonly ConformanceCase[] = [
  elements('both fields in one element', ({ _ }) => ({ rows: _.elemMatch({ k: 1, v: 'q' }) }), 'g'),
  elements('both bounds by one element', () => ({ list: { $elemMatch: { $gt: 4, $lt: 6 } } }), 'a k'),
  elements('a command on the elements themselves', ({ _ }) => ({ list: _.elemMatch(_.gt(5)) }), 'a'),
  elements('commands inside', ({ _ }) => ({ rows: _.elemMatch({ k: _.gt(2) }) }), 'h'),
  elements('a scalar is no list', () => ({ list: { $elemMatch: { $eq: 5 } } }), 'a k'),
  elements('a list in a list', () => ({ list: { $elemMatch: { $elemMatch: { $eq: 2 } } } }), 'd'),
  elements('a missing field in an element', ({ _ }) => ({ rows: _.elemMatch({ k: _.exists(false) }) }), 'h'),
  elements('or inside', () => ({ rows: { $elemMatch: { $or: [{ k: 3 }, { v: 'zz' }] } } }), 'h'),
  refusesQuery(
    about('command.elemMatch', 'operator/query/elemMatch'),
    'a number',
    () => ({ list: { $elemMatch: 5 } }),
    '$elemMatch needs an Object',
  ),
];

const all = (name: string, where: Where, found: string): ConformanceCase =>
  finds(about('command.all', 'operator/query/all'), name, where, found);

const ALL: readonly ConformanceCase[] = [
  all('every value, in any order', ({ _ }) => ({ list: _.all([9, 1]) }), 'a'),
  all('a scalar counts as a list of one', ({ _ }) => ({ list: _.all([5]) }), 'a c k'),
  all('an empty list finds nothing', ({ _ }) => ({ list: _.all([]) }), ''),
  all('a list in the list is an element or the whole', ({ _ }) => ({ list: _.all([[1, 5]]) }), 'k'),
  all('an expression', ({ _ }) => ({ list: _.all([/x/]) }), 'e'),
  all('of $elemMatch', () => ({ rows: { $all: [{ $elemMatch: { k: 1 } }, { $elemMatch: { v: 'p' } }] } }), 'f g'),
  refusesQuery(
    about('command.all', 'operator/query/all'),
    'another operator inside',
    () => ({ list: { $all: [{ $gt: 1 }] } }),
    'no $ expressions in $all',
  ),
];

const sized = (name: string, where: Where, found: string): ConformanceCase =>
  finds(about('command.size', 'operator/query/size'), name, where, found);

const SIZES: readonly ConformanceCase[] = [
  sized('of the list itself', ({ _ }) => ({ list: _.size(2) }), 'd e k'),
  sized('of an empty list', ({ _ }) => ({ rows: _.size(0) }), 'j'),
  sized('of a list in an object', ({ _ }) => ({ 'rows.k': _.size(2) }), 'k'),
  refusesQuery(
    about('command.size', 'operator/query/size'),
    'a half',
    ({ _ }) => ({ list: _.size(1.5) }),
    'whole number',
  ),
];

const typed = (name: string, type: unknown, found: string): ConformanceCase =>
  finds(about('collection.where', 'operator/query/type'), name, () => ({ list: { $type: type } }), found);

const TYPES: readonly ConformanceCase[] = [
  typed('$type array asks the field itself, and elements', 'array', 'a b d e k'),
  typed('$type int asks each element', 'int', 'a c d k'),
  typed('$type null asks each element', 10, 'e'),
];

export const ARRAY_CASES: readonly ConformanceCase[] = [
  ...[...PLAIN, ...MISSING, ...ELEMENTS, ...ALL, ...SIZES, ...TYPES],
];
