import { firstInOrder } from '../../cloudfunctions/local/database/find/first-in-order';
import { DATABASE_ACTIONS } from '../../cloudfunctions/local/protocol/database-actions';
import { type HostileCloud, startHostileCloud } from './hostile-services';
import { removeTemporaryFolders } from './support';

const MEGABYTE = 1024 * 1024;
const text = 'x'.repeat(MEGABYTE);
let cloud: HostileCloud;
beforeAll(async () => {
  cloud = startHostileCloud();
  await cloud.services.database.insert(
    'things',
    Array.from({ length: 60 }, (_, d) => ({ _id: `t${d}`, d, text })),
  );
});
afterAll(async () => {
  await cloud.close();
  removeTemporaryFolders();
});

const aggregate = (...stages: readonly [string, unknown][]) =>
  cloud.admin({
    action: 'database.aggregateDocuments',
    collectionName: 'things',
    stages: stages.map(([stageKey, value]) => ({ stageKey, stageValue: JSON.stringify(value) })),
  });

it('a query whose answer is too large reads no further than that', async () => {
  const { database } = cloud.services;
  let read = 0;
  const each: typeof database.each = function* (name, request) {
    for (const document of database.each(name, request)) {
      read += 1;
      yield document;
    }
  };
  const action = DATABASE_ACTIONS['database.getDocument'];
  const request = { collectionName: 'things', query: '{}', limit: 1_000 };
  expect(() => action?.run({ ...database, each }, request)).toThrow('response size exceeds the limit of 16 MB');
  expect(read).toBe(16);
});

it('what a projection leaves small is answered, however large the documents are', async () => {
  const request = { action: 'database.getDocument', collectionName: 'things', query: '{}', projection: '{"text":0}' };
  expect((await cloud.admin({ ...request, order: '{"d":-1}', limit: 2 })).data?.list).toEqual([
    '{"_id":"t59","d":59}',
    '{"_id":"t58","d":58}',
  ]);
  expect((await cloud.admin(request)).data?.list).toHaveLength(60);
});

it('$lookup joins no more than one document may hold, $zip makes no more than the memory of an aggregate', async () => {
  const joined = await aggregate(['$limit', 1], ['$lookup', { from: 'things', as: 'all', pipeline: [] }]);
  expect(joined.message).toContain("matching pipeline's $lookup stage exceeds 16793600 bytes");
  const range = { $range: [0, 100_000] };
  const zipped = await aggregate(
    ['$limit', 1],
    ['$project', { list: { $let: { vars: { r: range }, in: { $zip: { inputs: Array(100).fill('$$r') } } } } }],
  );
  expect(zipped.message).toContain('$zip used too much memory');
});

it('$lookup joins by a pipeline that has no condition', async () => {
  const pipeline = [{ $sort: { d: -1 } }, { $limit: 2 }, { $project: { d: 1 } }];
  const answer = await aggregate(
    ['$limit', 1],
    ['$lookup', { from: 'things', as: 'last', pipeline }],
    ['$project', { last: 1 }],
  );
  expect(answer.data?.list).toEqual(['{"_id":"t0","last":[{"_id":"t59","d":59},{"_id":"t58","d":58}]}']);
});

describe('an order that no index gives', () => {
  const numbers = Array.from({ length: 5_000 }, (_, at) => ({ n: (at * 7_919) % 5_000 }));

  it.each([1, 3, 1_200, 6_000])('has the same first %i as the whole, and nothing else is kept', (most) => {
    const first = firstInOrder<{ n: number }>([['n', 1]], most);
    for (const one of numbers) first.add(one);
    expect(first.taken().map(({ n }) => n)).toEqual(Array.from({ length: Math.min(most, 5_000) }, (_, n) => n));
  });

  it('is refused when what is wanted of it does not fit in the memory of a sort, and only then', () => {
    const large = Array.from({ length: 450 }, (_, n) => ({ n, text }));
    const few = firstInOrder<{ n: number }>([['n', -1]], 20);
    for (const one of large) few.add(one);
    expect(few.taken()).toHaveLength(20);
    const many = firstInOrder<{ n: number }>([['n', -1]], 120);
    expect(() => {
      for (const one of large) many.add(one);
      many.taken();
    }).toThrow('Sort exceeded memory limit of 104857600 bytes');
  });
});
