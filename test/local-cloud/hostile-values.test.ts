import { type HostileCloud, startHostileCloud } from './hostile-services';
import { removeTemporaryFolders, startTestCloud, type TestCloud } from './support';

afterAll(removeTemporaryFolders);

const MEGABYTE = 1024 * 1024;
let cloud: HostileCloud;
beforeAll(async () => {
  cloud = startHostileCloud();
  await cloud.services.database.insert('things', [
    { _id: 'long', a: `${'a'.repeat(40)}b`, d: 0 },
    { _id: 'list', a: [1, 2, 3], d: 1 },
  ]);
});
afterAll(() => cloud.close());

const find = (query: object) => database('getDocument', { query: JSON.stringify(query) });
const database = (action: string, rest: object) =>
  cloud.admin({ action: `database.${action}`, collectionName: 'things', ...rest });
const aggregate = (...stages: readonly [string, unknown][]) =>
  database('aggregateDocuments', {
    stages: stages.map(([stageKey, value]) => ({ stageKey, stageValue: JSON.stringify(value) })),
  });
const modify = (data: object) =>
  database('modifyDocument', { query: '{"_id":"list"}', data: JSON.stringify(data), merge: true });

describe('hostile names', () => {
  it.each([
    ['a field', () => find(JSON.parse('{"__proto__":{"polluted":1}}'))],
    ['a path', () => find({ 'a.constructor.name': 'Object' })],
    ['an update', () => modify({ $set: { '__proto__.polluted': 1 } })],
    ['an update of a constructor', () => modify({ $set: { 'constructor.prototype.polluted': 1 } })],
    ['a path that is read', () => aggregate(['$project', { x: '$constructor.prototype' }])],
    ['a new field', () => aggregate(['$addFields', { 'a.__proto__.polluted': 1 }])],
    ['an index', () => aggregate(['$unwind', { path: '$a', includeArrayIndex: '__proto__.polluted' }])],
    ['a joined list', () => aggregate(['$lookup', { from: 'things', as: '__proto__.polluted', pipeline: [] }])],
    ['an operator of scripts', () => find({ $where: 'while(true){}' })],
  ])('in %s are refused, and no prototype is polluted', async (_, send) => {
    expect((await send()).code).toMatch(/^(INVALID_PARAM|LOCAL_NOT_EMULATED|DATABASE_REQUEST_FAILED)$/);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('hostile depth', () => {
  const nested = (opening: string, closing: string) => `${opening.repeat(10_000)}1${closing.repeat(10_000)}`;
  it.each(['{"a":', '{"$date":', '{"$and":[', '['])(
    '%s 10,000 times is refused wherever it stands',
    async (opening) => {
      const text = nested(opening, opening.includes('[') ? (opening.length > 1 ? ']}' : ']') : '}');
      const stages = [{ stageKey: '$project', stageValue: `{"x":${text}}` }];
      for (const answer of [
        await database('getDocument', { query: `{"x":${text}}` }),
        await database('insertDocument', { data: [`{"x":${text}}`] }),
        await database('aggregateDocuments', { stages }),
        await modify({ $set: { [`${'a.'.repeat(10_000)}a`]: 1 } }),
      ])
        expect(answer.code).toMatch(/^(INVALID_PARAM|DATABASE_REQUEST_FAILED)$/);
    },
  );
});

describe('hostile size', () => {
  it('a document of more than 16 MB is refused in the words of MongoDB, new or grown', async () => {
    const half = 'x'.repeat(9 * MEGABYTE);
    const large = await database('insertDocument', { data: [JSON.stringify({ _id: 'large', x: half, y: half })] });
    expect(large.message).toMatch(/^object to insert too large. size in bytes: 188\d+, max size: 16777216$/);
    expect((await modify({ $set: { x: half } })).code).toBeUndefined();
    expect((await modify({ $set: { y: half } })).message).toBe(
      'Resulting document after update is larger than 16777216',
    );
    expect((await modify({ $unset: { x: '' } })).code).toBeUndefined();
  });

  it('100,000 elements of $in, and a skip and a limit beyond all bounds, are answered', async () => {
    const answer = await find({ a: { $in: Array.from({ length: 100_000 }, (_, at) => at) } });
    expect(answer.data?.list).toHaveLength(1);
    const far = await database('getDocument', { query: '{}', offset: Number.MAX_SAFE_INTEGER, limit: 1e15 });
    expect(far.data?.list).toEqual([]);
  });
});

describe('a regular expression that would match for ever', () => {
  it.each(['(a+)+$', '(a|aa)+$', '(?=(a+)+$)x', '(a*)*c\\1', '^(a|a|a)(a|a)*$'])('%s is given up', async (pattern) => {
    const answer = await find({ a: { $regularExpression: { pattern, options: 'i' } } });
    expect(answer.message).toBe('Error occurred while executing the regular expression: match limit exceeded');
  });

  it('in an aggregate and in a schema as well, while harmless ones match', async () => {
    expect((await aggregate(['$match', { a: { $regex: '(a+)+$' } }])).message).toContain('match limit exceeded');
    const schema = { $jsonSchema: { properties: { a: { pattern: '(a+)+$' } } } };
    expect((await find(schema)).message).toContain('match limit exceeded');
    expect((await find({ a: { $regex: '^a{4}.*b$' } })).data?.list).toHaveLength(1);
  });
});

describe('an aggregate that would fill the memory', () => {
  const range = (to: number) => ({ $range: [0, to] });
  const doubled = { $concatArrays: ['$$value', '$$value'] };
  it.each<[string, readonly [string, unknown][]]>([
    ['a range of 1,000,000,000', [['$project', { x: range(1e9) }]]],
    ['a list that doubles', [['$project', { x: { $reduce: { input: range(60), initialValue: [1], in: doubled } } }]]],
    ['ranges in a range', [['$project', { x: { $map: { input: range(1e5), in: range(1e5) } } }]]],
    [
      'lists unwound',
      [
        ['$addFields', { x: range(2_000), y: range(2_000) }],
        ['$unwind', '$x'],
        ['$unwind', '$y'],
      ],
    ],
    ['parts that are shared', Array.from({ length: 60 }, () => ['$addFields', { a: ['$a', '$a'] }] as const)],
  ])('%s: is refused in time', async (_, stages) => {
    const { code, message } = await aggregate(...(stages as [string, unknown][]));
    expect(code).toBe('DATABASE_REQUEST_FAILED');
    expect(message).toMatch(/used too much memory|BSONObj size|response size/);
  });
});

describe('through the unmodified SDK', () => {
  let real: TestCloud;
  beforeAll(async () => {
    real = await startTestCloud({ schema: { things: [] } });
  });
  afterAll(() => real.close());

  it('hostile names of collections and documents are refused or kept as they are', async () => {
    const outcomes = await real.probe(async ({ db }) => {
      const tried: unknown[] = [];
      for (const name of ['__proto__', 'a/b', '$x', 'a\0b', 'x'.repeat(200)])
        tried.push(
          await db.createCollection(name).then(
            () => 'made',
            () => 'refused',
          ),
        );
      const ids = ['a.b', '$a', '{"$ne":1}', '名\0', '../x'];
      for (const _id of ids) await db.collection('things').add({ data: { _id } });
      const found = await Promise.all(ids.map((id) => db.collection('things').doc(id).get()));
      return {
        tried: new Set(tried).size === 1 && tried[0],
        same: found.every(({ data }, at) => data._id === ids[at]),
      };
    });
    expect(outcomes).toEqual({ tried: 'refused', same: true });
  });
});
