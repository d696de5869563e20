import type { ConformanceCase } from '../conformance-case';
import { type About, finds, manual, refusesQuery, type Where, wechat } from '../finding';

const DAY = new Date(Date.UTC(2026, 0, 2));

const documents = [
  { _id: 'a', n: 1, text: 'Apple', flag: true, at: new Date(Date.UTC(2026, 0, 1)) },
  { _id: 'b', n: 2.5, text: 'banana', flag: false, at: DAY },
  { _id: 'c', n: 3, text: '中文', nothing: null },
  { _id: 'd', n: '3', text: 'Zoe\nApple' },
  { _id: 'e', n: null, sub: { x: 1, y: 2 } },
  { _id: 'f', sub: { y: 2, x: 1 } },
  { _id: 'g', n: Number.NaN, sub: { x: 1 } },
  { _id: 'h', n: -4, sub: null },
  { _id: 'i', n: true, sub: 5 },
];

const about = (api: string, source: string): About => ({ api, source, documents });

const compared = (operator: string, name: string, operand: unknown, found: string, field = 'n'): ConformanceCase =>
  finds(
    about(`command.${operator}`, manual('bson-type-comparison-order')),
    name,
    ({ _ }) => ({ [field]: _[operator](operand) }),
    found,
  );

const COMPARISONS: readonly ConformanceCase[] = [
  compared('eq', 'a number is not the text of it', 3, 'c'),
  compared('eq', 'true is not 1', 1, 'a'),
  compared('eq', 'true is true', true, 'i'),
  compared('eq', 'null is also what is missing', null, 'e f'),
  compared('eq', 'NaN equals NaN', Number.NaN, 'g'),
  compared('eq', 'an instant', DAY, 'b', 'at'),
  compared('neq', 'finds what is missing too', 3, 'a b d e f g h i'),
  compared('neq', 'null leaves out what is missing', null, 'a b c d g h i'),
  compared('gt', 'compares numbers with numbers only', 0, 'a b c'),
  compared('gt', 'compares texts with texts only', '', 'd'),
  compared('gt', 'nothing is more than null', null, ''),
  compared('gt', 'true is more than false', false, 'a', 'flag'),
  compared('gt', 'upper case stands before lower case', 'Zz', 'b c', 'text'),
  compared('gte', 'null finds null and what is missing', null, 'e f'),
  compared('gte', 'NaN finds NaN', Number.NaN, 'g'),
  compared('gte', 'sub-documents by name after the type of the value', { x: 1, y: 2 }, 'e f', 'sub'),
  compared('lt', 'NaN is less than no number', 100, 'a b c h'),
  compared('lt', 'nothing is less than NaN', Number.NaN, ''),
  compared('lt', 'sub-documents field by field', { x: 1, y: 2 }, 'g', 'sub'),
  compared('lte', 'an instant and what was before', DAY, 'a b', 'at'),
];

const listed = (operator: 'in' | 'nin', name: string, operand: unknown[], found: string, field = 'n') =>
  finds(
    about(`command.${operator}`, manual(`operator/query/${operator}`)),
    name,
    ({ _ }) => ({ [field]: _[operator](operand) }),
    found,
  );

const LISTS: readonly ConformanceCase[] = [
  listed('in', 'any of a list', [1, '3', 7], 'a d'),
  listed('in', 'null finds what is missing', [null], 'e f'),
  listed('in', 'an empty list finds nothing', [], ''),
  listed('in', 'an expression in the list is matched', [/^b/, '中文'], 'b c', 'text'),
  listed('in', 'sub-documents as they are', [{ y: 2, x: 1 }], 'f', 'sub'),
  listed('nin', 'finds what is missing', [1, 2.5, 3], 'd e f g h i'),
  listed('nin', 'with null leaves out what is missing', [null, 1], 'b c d g h i'),
  listed('nin', 'an empty list finds everything', [], 'a b c d e f g h i'),
];

const FLATTEN = about('collection.where', '@cloudbase/database 1.4.3 dist/commonjs/serializer/common.js: flatten');
const EXISTS = about('command.exists', manual('operator/query/exists'));

const OBJECTS: readonly ConformanceCase[] = [
  compared('eq', 'a sub-document equals only with the same order of fields', { x: 1, y: 2 }, 'e', 'sub'),
  finds(FLATTEN, 'a nested object asks each field by its path', () => ({ sub: { x: 1, y: 2 } }), 'e f'),
  finds(FLATTEN, 'an empty object asks nothing', () => ({ sub: {} }), 'a b c d e f g h i'),
  finds(FLATTEN, 'a field that is undefined asks nothing', () => ({ n: 1, sub: undefined }), 'a'),
  finds(about('collection.where', wechat('Collection.where')), 'a dotted path', () => ({ 'sub.x': 1 }), 'e f g'),
  compared('eq', 'null on a path into a scalar', null, 'a b c d h i', 'sub.x'),
  finds(EXISTS, 'a field that is null exists', ({ _ }) => ({ n: _.exists(true) }), 'a b c d e g h i'),
  finds(EXISTS, 'a field that is missing', ({ _ }) => ({ n: _.exists(false) }), 'f'),
  finds(EXISTS, 'a path', ({ _ }) => ({ 'sub.y': _.exists(true) }), 'e f'),
];

const MOD = about('command.mod', manual('operator/query/mod'));
const MODULO: readonly ConformanceCase[] = [
  finds(MOD, 'cuts decimals off', ({ _ }) => ({ n: _.mod(2, 0) }), 'b h'),
  finds(MOD, 'takes a list of two', ({ _ }) => ({ n: _.mod([2, 1]) }), 'a c'),
  finds(MOD, 'the remainder has the sign of the value', ({ _ }) => ({ n: _.mod(3, -1) }), 'h'),
  refusesQuery(MOD, 'a divisor of 0', ({ _ }) => ({ n: _.mod(0, 1) }), 'divisor cannot be 0'),
  refusesQuery(MOD, 'no remainder', ({ _ }) => ({ n: _.mod([2]) }), 'malformed mod'),
];

const logical = (operator: string, name: string, where: Where, found: string): ConformanceCase =>
  finds(about(`command.${operator}`, manual(`operator/query/${operator}`)), name, where, found);

const LOGIC: readonly ConformanceCase[] = [
  logical('and', 'on one field', ({ _ }) => ({ n: _.and(_.gt(0), _.lt(3)) }), 'a b'),
  logical('and', 'on whole conditions', ({ _ }) => _.and([{ n: 1 }, { flag: true }]), 'a'),
  logical('and', 'around or', ({ _ }) => _.and([{ flag: false }, _.or([{ n: 1 }, { n: 2.5 }])]), 'b'),
  logical('or', 'on one field', ({ _ }) => ({ n: _.or(_.lt(0), _.eq(3)) }), 'c h'),
  logical('or', 'on whole conditions', ({ _ }) => _.or([{ n: 1 }, { text: '中文' }]), 'a c'),
  logical('not', 'finds what is missing', ({ _ }) => ({ n: _.not(_.gt(0)) }), 'd e f g h i'),
  logical('not', 'of an expression', ({ _ }) => ({ text: _.not(/a/) }), 'a c d e f g h i'),
  logical('not', 'of neq is eq', ({ _ }) => ({ n: _.not(_.neq(1)) }), 'a'),
  finds(
    about('command.not', '@cloudbase/database 1.4.3 dist/commonjs/serializer/query.js: encodeLogicCommand'),
    'of two commands in a chain asks for an empty object',
    ({ _ }) => ({ n: _.not(_.gt(0).and(_.lt(3))) }),
    '',
  ),
  logical('nor', 'neither of two', ({ _ }) => _.nor([{ n: 1 }, { sub: _.exists(true) }]), 'b c d'),
  refusesQuery(
    about('command.or', manual('operator/query/or')),
    'no branch at all',
    ({ _ }) => _.or([]),
    'must be a nonempty array',
  ),
];

/** Operators that the SDK has no command for, but lets through. */
const raw = (page: string, name: string, where: object, found: string): ConformanceCase =>
  finds(about('collection.where', manual(`operator/query/${page}`)), name, () => where, found);

const RAW: readonly ConformanceCase[] = [
  raw('type', '$type int is a whole number of 32 bits', { n: { $type: 'int' } }, 'a c h'),
  raw('type', '$type double', { n: { $type: 'double' } }, 'b g'),
  raw('type', '$type number is every number', { n: { $type: 'number' } }, 'a b c g h'),
  raw('type', '$type by its number', { n: { $type: 2 } }, 'd'),
  raw('type', '$type any of several', { n: { $type: ['string', 'bool'] } }, 'd i'),
  raw('type', '$type null is not what is missing', { n: { $type: 'null' } }, 'e'),
  raw('type', '$type object', { sub: { $type: 'object' } }, 'e f g'),
  raw('type', '$type date', { at: { $type: 'date' } }, 'a b'),
  raw('comment', '$comment changes nothing', { n: 1, $comment: 'why' }, 'a'),
  raw('and', 'several operators on one field', { n: { $gt: 0, $lt: 3, $ne: 1 } }, 'b'),
  raw('not', '$not of several operators', { n: { $not: { $gt: 0, $lt: 3 } } }, 'c d e f g h i'),
];

const refusesRaw = (name: string, where: object, errMsg: string): ConformanceCase =>
  refusesQuery(
    about('collection.where', 'https://github.com/mongodb/mongo src/mongo/db/matcher/expression_parser.cpp'),
    ...([name, () => where, errMsg] as const),
  );

const REFUSALS: readonly ConformanceCase[] = [
  refusesRaw('an operator that does not exist', { n: { $foo: 1 } }, 'unknown operator: $foo'),
  refusesRaw('a top level operator that does not exist', { $foo: 1 }, 'unknown top level operator: $foo'),
  refusesRaw('a type that does not exist', { n: { $type: 'whole' } }, 'Unknown type name alias: whole'),
  refusesRaw('a number of a type that does not exist', { n: { $type: 99 } }, 'Invalid numerical type code: 99'),
  refusesRaw('$in without a list', { n: { $in: 1 } }, '$in needs an array'),
  refusesRaw('an operator in $in', { n: { $in: [{ $gt: 1 }] } }, 'cannot nest $ under $in'),
  refusesRaw('$not of a number', { n: { $not: 1 } }, '$not needs a regex or a document'),
  refusesRaw('$options alone', { n: { $options: 'i' } }, '$options needs a $regex'),
  refusesRaw('$or without a list', { $or: { n: 1 } }, '$or must be an array'),
  refusesRaw('$size of a negative number', { n: { $size: -1 } }, '$size may not be negative'),
];

const expression = (name: string, where: Where, found: string): ConformanceCase =>
  finds(about('command.expr', manual('operator/query/expr')), name, where, found);

const EXPRESSIONS: readonly ConformanceCase[] = [
  expression('compares two fields', ({ _, $ }) => _.expr($.eq(['$sub.x', '$sub.y'])), 'a b c d h i'),
  expression('compares over types, in the order of types', ({ _, $ }) => _.expr($.gt(['$n', 2.5])), 'c d i'),
  expression('a text is true, what is missing is not', ({ _ }) => _.expr('$text'), 'a b c d'),
  expression('stands beside a field', ({ _, $ }) => ({ flag: true, ..._.expr($.lt(['$n', 2])) }), 'a'),
];

const NO_EXPRESSION = refusesQuery(
  { ...about('command.expr', manual('operator/query/expr')), documents: [] },
  'an operator that does not exist, even without documents',
  ({ _ }) => _.expr({ $foo: 1 }),
  "Unrecognized expression '$foo'",
);

export const WHERE_CASES: readonly ConformanceCase[] = [
  ...[...COMPARISONS, ...LISTS, ...OBJECTS, ...MODULO, ...LOGIC],
  ...[...RAW, ...REFUSALS, ...EXPRESSIONS, NO_EXPRESSION],
];
