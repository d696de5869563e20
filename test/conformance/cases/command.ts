import type { ConformanceCase } from '../conformance-case';
import { found, refused } from '../short-cases';

const DOCS = 'developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/command';
const DATABASE = '@cloudbase/database 1.4.3 dist/commonjs';
const CHAIN = `${DATABASE}/commands/logic.js and query.js: and, or`;

const CHAINS: readonly ConformanceCase[] = [
  found('chain.and', 'holds two bounds together', CHAIN, (_) => ({ n: _.gt(1).and(_.lt(4)) }), [2, 3]),
  found('chain.and', 'takes a list', CHAIN, (_) => ({ n: _.gt(1).and([_.lt(5), _.neq(3)]) }), [2, 4]),
  found('chain.or', 'lets one of two do', CHAIN, (_) => ({ n: _.lt(2).or(_.gt(4)) }), [1, 5]),
  found(
    'chain.or',
    'after and: either both, or the last',
    CHAIN,
    (_) => ({ n: _.gt(1).and(_.lt(3)).or(_.eq(5)) }),
    [2, 5],
  ),
  found('chain.gt', 'after lt is an and', CHAIN, (_) => ({ n: _.lt(4).gt(2) }), [3]),
  found('chain.gte', 'after lte is an and', CHAIN, (_) => ({ n: _.lte(4).gte(4) }), [4]),
  found('chain.lt', 'after gte is an and', CHAIN, (_) => ({ n: _.gte(2).lt(4) }), [2, 3]),
  found('chain.lte', 'after gt is an and', CHAIN, (_) => ({ n: _.gt(2).lte(4) }), [3, 4]),
  found('chain.eq', 'after neq is an and', CHAIN, (_) => ({ n: _.neq(1).eq(2) }), [2]),
  found('chain.eq', 'two values at once are never met by a single number', CHAIN, (_) => ({ n: _.eq(1).eq(2) }), []),
  found('chain.neq', 'leaves out one more', CHAIN, (_) => ({ n: _.neq(1).neq(2) }), [3, 4, 5]),
  found('chain.in', 'after neq is an and', CHAIN, (_) => ({ n: _.neq(1).in([1, 2, 3]) }), [2, 3]),
  found('chain.nin', 'after gt is an and', CHAIN, (_) => ({ n: _.gt(2).nin([4, 5]) }), [3]),
  refused(
    'chain.geoNear',
    'needs a point',
    `${DATABASE}/commands/query.js geoNear`,
    ({ _ }) => _.gt(1).geoNear({ geometry: 1 }),
    '"geometry" must be of type Point',
  ),
  refused(
    'chain.geoWithin',
    'needs a polygon or a circle',
    `${DATABASE}/commands/query.js geoWithin`,
    ({ _ }) => _.gt(1).geoWithin({ geometry: 1 }),
    'centersPhere结构不合法',
  ),
  refused(
    'chain.geoIntersects',
    'needs a geometry',
    `${DATABASE}/commands/query.js geoIntersects`,
    ({ _ }) => _.gt(1).geoIntersects({ geometry: 1 }),
    '"geometry" must be of type Point, LineString, Polygon',
  ),
];

const LOGIC: readonly ConformanceCase[] = [
  found(
    'command.and',
    'of commands on one field',
    `${DOCS}/Command.and.html`,
    (_) => ({ n: _.and([_.gt(1), _.lt(4)]) }),
    [2, 3],
  ),
  found(
    'command.and',
    'takes arguments as well as a list',
    `${DOCS}/Command.and.html`,
    (_) => ({ n: _.and(_.gt(1), _.lt(4)) }),
    [2, 3],
  ),
  found(
    'command.and',
    'of whole conditions',
    `${DOCS}/Command.and.html`,
    (_) => _.and([{ n: _.gt(1) }, { odd: true }]),
    [3, 5],
  ),
  found(
    'command.or',
    'of commands on one field',
    `${DOCS}/Command.or.html`,
    (_) => ({ n: _.or(_.eq(1), _.eq(5)) }),
    [1, 5],
  ),
  found(
    'command.or',
    'of whole conditions',
    `${DOCS}/Command.or.html`,
    (_) => _.or([{ n: 2 }, { n: _.gt(3), odd: true }]),
    [2, 5],
  ),
  found(
    'command.or',
    'inside of and',
    `${DOCS}/Command.or.html`,
    (_) => _.and([{ odd: true }, _.or([{ n: 1 }, { n: 2 }])]),
    [1],
  ),
  found(
    'command.or',
    'on two fields becomes one list: one of all is enough (a trap)',
    `${DATABASE}/serializer/query.js mergeConditionAfterEncode concatenates $or`,
    (_) => ({ n: _.or(_.eq(2), _.eq(4)), odd: _.or(_.eq(true), _.eq('yes')) }),
    [1, 2, 3, 4, 5],
  ),
  found(
    'command.nor',
    'leaves out every condition',
    `${DOCS}/Command.nor.html`,
    (_) => _.nor([{ n: 1 }, { odd: false }]),
    [3, 5],
  ),
  found('command.nor', 'on one field', `${DOCS}/Command.nor.html`, (_) => ({ n: _.nor([_.gt(3), _.eq(1)]) }), [2, 3]),
  found('command.not', 'turns a command around', `${DOCS}/Command.not.html`, (_) => ({ n: _.not(_.gt(2)) }), [1, 2]),
  found(
    'command.not',
    'also meets what has no such field',
    'www.mongodb.com/docs/manual/reference/operator/query/not/',
    (_) => ({ none: _.not(_.gt(2)) }),
    [1, 2, 3, 4, 5],
  ),
  found('command.mod', 'takes divisor and remainder', `${DOCS}/Command.mod.html`, (_) => ({ n: _.mod(2, 0) }), [2, 4]),
  found('command.mod', 'takes them as a list', `${DATABASE}/command.js mod`, (_) => ({ n: _.mod([3, 1]) }), [1, 4]),
  found('command.in', 'one of a list', `${DOCS}/Command.in.html`, (_) => ({ n: _.in([2, 9]) }), [2]),
  found(
    'command.in',
    'of nothing finds nothing',
    'www.mongodb.com/docs/manual/reference/operator/query/in/',
    (_) => ({ n: _.in([]) }),
    [],
  ),
  found(
    'command.nin',
    'of nothing finds all',
    'www.mongodb.com/docs/manual/reference/operator/query/nin/',
    (_) => ({ n: _.nin([]) }),
    [1, 2, 3, 4, 5],
  ),
  found(
    'command.expr',
    'compares two fields',
    `${DOCS}/Command.expr.html`,
    (_) => _.expr(_.aggregate.eq([_.aggregate.mod(['$n', 2]), 0])),
    [2, 4],
  ),
];

/** Commands in each other's company. */
export const COMMAND_CASES: readonly ConformanceCase[] = [...CHAINS, ...LOGIC];
