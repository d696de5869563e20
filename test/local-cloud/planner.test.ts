import fc from 'fast-check';
import { type Database, openDatabase } from '../../cloudfunctions/local/database/database';
import { compileFilter } from '../../cloudfunctions/local/database/match/filter';
import type { PlainObject } from '../../cloudfunctions/local/protocol/plain';
import type { IndexDefinition } from '../../cloudfunctions/schema';
import { removeTemporaryFolders, temporaryFolder } from './support';

afterAll(removeTemporaryFolders);

const key = (field: string, direction: 1 | -1 = 1) => ({ field, direction });
const INDEXES: readonly IndexDefinition[] = [
  { name: 'a', keys: [key('a')] },
  { name: 'aDownB', keys: [key('a', -1), key('b')] },
  { name: 'listThenB', keys: [key('list'), key('b', -1)] },
  { name: 'nested', keys: [key('nested.x'), key('nested.y', -1)] },
  { name: 'rows', keys: [key('rows.k'), key('b')] },
];

const openPair = () => {
  const options = { unindexed: 'warn' as const, onScan: () => {}, log: () => {} };
  const indexed = openDatabase({ ...options, directory: temporaryFolder(), schema: { things: INDEXES } });
  const plain = openDatabase({ ...options, directory: temporaryFolder(), schema: { things: [] } });
  return { indexed, plain, close: async () => void (await Promise.all([indexed.close(), plain.close()])) };
};

const scalar = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -2, max: 3 }) },
  { weight: 2, arbitrary: fc.constantFrom('', 'p', 'pq', 'q', '中') },
  fc.constantFrom(0.5, -0, 1.79e12, Number.MAX_SAFE_INTEGER, -1e300),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(new Date(-5), new Date(0), new Date(1.79e12)),
);
const value = fc.oneof({ weight: 5, arbitrary: scalar }, fc.array(scalar, { maxLength: 3 }));
const row = fc.record({ k: value, z: scalar }, { requiredKeys: [] });
const document = fc.record(
  {
    a: value,
    b: scalar,
    list: fc.oneof(fc.array(scalar, { maxLength: 3 }), scalar),
    nested: fc.oneof(
      fc.record({ x: value, y: scalar }, { requiredKeys: [] }),
      scalar,
      fc.array(fc.record({ x: scalar }), { maxLength: 2 }),
    ),
    rows: fc.array(row, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

const field = fc.constantFrom('a', 'b', 'list', 'nested.x', 'nested.y', 'rows.k', 'list.0', '_id');
const comparison = fc.oneof(
  scalar.map((operand) => ({ $eq: operand })),
  fc.array(scalar, { maxLength: 3 }).map((operand) => ({ $in: operand })),
  fc
    .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne'), scalar)
    .map(([operator, operand]) => ({ [operator]: operand })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.boolean().map((operand) => ({ $exists: operand })),
);
const condition = fc.tuple(field, fc.oneof(comparison, scalar)).map(([name, test]): PlainObject => ({ [name]: test }));
const filter = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(condition, { maxLength: 3 }).map((parts): PlainObject => Object.assign({}, ...parts)),
  },
  fc.array(condition, { minLength: 1, maxLength: 3 }).map((parts): PlainObject => ({ $and: parts })),
  fc
    .tuple(condition, fc.array(condition, { minLength: 1, maxLength: 3 }))
    .map(([part, parts]): PlainObject => ({ ...part, $or: parts })),
);
const sort = fc.uniqueArray(
  fc.tuple(fc.constantFrom('a', 'b', 'list', 'nested.x', '_id'), fc.constantFrom(1 as const, -1 as const)),
  {
    maxLength: 3,
    selector: ([name]) => name,
  },
);

const fill = async (databases: readonly Database[], documents: readonly PlainObject[]): Promise<void> => {
  const numbered = documents.map((one, at) => ({ ...one, _id: `d${String(at).padStart(3, '0')}` }));
  for (const database of databases) await database.insert('things', numbered);
};

/** Nothing when the order is refused, because a document has arrays in two of its fields. */
const answerOf = <T>(find: () => T): T | undefined => {
  try {
    return find();
  } catch (error) {
    expect(String(error)).toContain('parallel arrays');
    return undefined;
  }
};

describe('an index', () => {
  it('never changes an answer: with and without indexes a query finds the same documents in the same order', async () => {
    const { indexed, plain, close } = openPair();
    await fc.assert(
      fc.asyncProperty(
        fc.array(document, { minLength: 5, maxLength: 25 }),
        fc.array(fc.tuple(filter, sort, fc.nat(3), fc.constantFrom(2, 5, 1000)), { minLength: 20, maxLength: 20 }),
        async (documents, queries) => {
          for (const database of [indexed, plain]) await database.remove('things', {}, true);
          await fill([indexed, plain], documents);
          for (const [where, order, offset, limit] of queries) {
            const request = {
              filter: where,
              sort: [...order, ['_id', 1] as const].filter(
                ([name], at, all) => all.findIndex(([other]) => other === name) === at,
              ),
              offset,
              limit,
            };
            const inOrder = answerOf(() => plain.find('things', request));
            if (inOrder) expect(indexed.find('things', request)).toEqual(inOrder);
            const scanned = plain.inspect('things', {}).filter((one) => compileFilter(where).test(one));
            expect(indexed.count('things', where)).toBe(scanned.length);
            expect(
              indexed
                .inspect('things', where)
                .map(({ _id }) => _id)
                .sort(),
            ).toEqual(scanned.map(({ _id }) => _id));
          }
        },
      ),
      { numRuns: 60 },
    );
    expect((await indexed.check()).problems).toEqual([]);
    await close();
  }, 60_000);

  it('agrees with the documents after any mixture of inserts, updates, replacements and removals', async () => {
    const { indexed, plain, close } = openPair();
    const update = fc.oneof(
      fc
        .tuple(fc.constantFrom('a', 'list'), value)
        .map(([name, operand]): PlainObject => ({ $set: { [name]: operand } })),
      fc.constantFrom('a', 'nested', 'rows').map((name): PlainObject => ({ $unset: { [name]: '' } })),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(document, { minLength: 3, maxLength: 10 }),
        fc.array(
          fc.oneof(
            fc.tuple(fc.constant('update' as const), condition, update),
            fc.tuple(fc.constant('remove' as const), condition, update),
          ),
          { maxLength: 6 },
        ),
        async (documents, steps) => {
          for (const database of [indexed, plain]) await database.remove('things', {}, true);
          await fill([indexed, plain], documents);
          for (const [step, where, data] of steps) {
            const results = [];
            for (const database of [indexed, plain]) {
              if (step === 'remove') results.push(await database.remove('things', where, true));
              else
                results.push(
                  await database.modify('things', { filter: where, data, multi: true, merge: true, upsert: false }),
                );
            }
            expect(results[0]).toEqual(results[1]);
          }
          expect(indexed.inspect('things', {})).toEqual(plain.inspect('things', {}));
          expect((await indexed.check()).problems).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
    await close();
  }, 60_000);
});
