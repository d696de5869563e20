import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Database, openDatabase } from '../../cloudfunctions/local/database/database';
import { DATA_FILE, STORE_FOLDER } from '../../cloudfunctions/local/database/store/store';

const SCHEMA = {
  orders: [
    {
      name: 'byBuyer',
      keys: [
        { field: 'buyer', direction: 1 as const },
        { field: 'at', direction: -1 as const },
      ],
    },
    { name: 'byNumber', keys: [{ field: 'number', direction: 1 as const }], unique: true },
  ],
};
const BUYERS = 100;
const IN_A_LOAD = 2_000;
const MB = 1024 * 1024;

export const open = (directory: string, schema: Parameters<typeof openDatabase>[0]['schema'] = SCHEMA): Database =>
  openDatabase({ directory, schema, unindexed: 'refuse', onScan: () => {}, log: () => {} });

/** About 300 bytes, as a record of an office is. */
export const anOrder = (number: number) => ({
  ...{ _id: `order-${number}`, buyer: `buyer-${number % BUYERS}`, number, at: 1_700_000_000_000 + number * 60_000 },
  ...{ state: number % 50 === 0 ? 'open' : 'closed', tags: ['203', '209'], note: '材料一次讲清，少跑一趟。'.repeat(4) },
});

export const load = async (database: Database, count: number): Promise<void> => {
  for (let from = 0; from < count; from += IN_A_LOAD) {
    const length = Math.min(IN_A_LOAD, count - from);
    await database.insert(
      'orders',
      Array.from({ length }, (_, n) => anOrder(from + n)),
    );
  }
};

/** Twenty of one buyer, the newest first. */
export const pageOf = (buyer: number) => ({ filter: { buyer: `buyer-${buyer}` }, limit: 20 });
const NEWEST_FIRST = [['at', -1]] as const;

const seconds = async (action: () => unknown): Promise<number> => {
  const started = performance.now();
  await action();
  return (performance.now() - started) / 1_000;
};

/** Median of one call, in microseconds. */
const median = async (times: number, action: (n: number) => unknown): Promise<number> => {
  const each: number[] = [];
  for (let n = 0; n < times; n += 1) each.push((await seconds(() => action(n))) * 1e6);
  return each.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
};

type Figures = Record<string, number>;

const READS = 2_000;
const WRITES = 200;
const WRITERS = 64;

const measure = async (database: Database, count: number): Promise<Figures> => {
  const some = (n: number) => (n * 7_919) % count;
  let next = count;
  const insertOne = () => database.insert('orders', [anOrder(next++)]);
  const writer = async () => {
    for (let n = 0; n < WRITES / 4; n += 1) await insertOne();
  };
  const reading = (n: number) => database.find('orders', { ...pageOf(n % BUYERS), sort: NEWEST_FIRST });
  await median(READS / 10, reading);
  const alone = await median(WRITES, insertOne);
  const together = await seconds(() => Promise.all(Array.from({ length: WRITERS }, writer)));
  return {
    'indexed query, sorted, limit 20': await median(READS, reading),
    'one document by _id': await median(READS, (n) => database.find('orders', { filter: { _id: `order-${some(n)}` } })),
    'one by a unique field': await median(READS, (n) => database.find('orders', { filter: { number: some(n) } })),
    'insert, on disk before it is answered': alone,
    [`the same, ${WRITERS} at a time, each`]: (together * 1e6) / ((WRITERS * WRITES) / 4),
  };
};

const memoryMB = (): number => {
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MB;
};

/** The most memory of this process, without the pages of the mapped file, while this goes on. */
const mostMemoryMB = async (action: () => Promise<unknown>): Promise<number> => {
  let most = memoryMB();
  const timer = setInterval(() => {
    most = Math.max(most, memoryMB());
  }, 5);
  await action();
  clearInterval(timer);
  return Math.max(most, memoryMB());
};

const column = (text: string | number, width: number): string => String(text).padStart(width);
const line = (what: string, ...values: string[]): void =>
  console.log(what.padEnd(42) + values.map((value) => column(value, 16)).join(''));

const compare = (few: Figures, many: Figures): void => {
  for (const [what, micros] of Object.entries(few)) {
    const other = many[what] ?? 0;
    line(what, `${micros.toFixed(0)} µs`, `${other.toFixed(0)} µs`, `×${(other / micros).toFixed(1)}`);
  }
};

/** What concerns the whole of it: opening again, an index more, the check, a backup, a change of many. */
const benchWhole = async (directory: string, count: number): Promise<void> => {
  let database = open(directory);
  const reopened = await seconds(async () => {
    await database.close();
    database = open(directory);
    database.find('orders', { ...pageOf(1), sort: NEWEST_FIRST });
  });
  const { keysExamined, documentsExamined, plan, indexes } = database.explain('orders', {
    ...pageOf(1),
    sort: { at: -1 },
  });
  const report = async (what: string, action: () => Promise<string | undefined>) => {
    let took = 0;
    let said: string | undefined;
    const before = memoryMB();
    const most = await mostMemoryMB(async () => {
      took = await seconds(async () => {
        said = await action();
      });
    });
    line(what, `${took.toFixed(2)} s`, `+${Math.max(0, most - before).toFixed(0)} MB`, said ?? '');
  };
  console.log(`\nthe whole of ${count}${' '.repeat(10)}(memory: heap and buffers at most, against before)`);
  line('close, open, first answer', `${reopened.toFixed(2)} s`);
  line('explain of the query', plan, `${keysExamined} keys`, `${documentsExamined} documents`);
  console.log(`  by ${indexes.join(', ')}`);
  await report('documents and indexes agree', async () => `${(await database.check()).problems.length} problems`);
  await report('backup', async () => {
    const copy = mkdtempSync(path.join(tmpdir(), 'scale-copy-'));
    await database.backup(copy);
    const size = statSync(path.join(copy, STORE_FOLDER, DATA_FILE)).size;
    rmSync(copy, { recursive: true });
    return `${(size / MB).toFixed(0)} MB`;
  });
  await report('a change of one buyer in a hundred', async () => {
    const request = { filter: { buyer: 'buyer-3' }, data: { $set: { state: 'open' } }, multi: true };
    const { updated } = await database.modify('orders', { ...request, merge: true, upsert: false });
    return `${updated} changed`;
  });
  await database.close();
  const withState = {
    orders: [...SCHEMA.orders, { name: 'byState', keys: [{ field: 'state', direction: 1 as const }] }],
  };
  await report('an index more, built at the start', async () => {
    database = open(directory, withState);
    return undefined;
  });
  await report('repair', async () => `${(await database.repair()).problems.length} problems`);
  await database.close();
};

const FEW = 10_000;

/** Prints how the local cloud's database does with so many documents against 10,000. Times depend on the machine, the ratios less. */
export const benchScale = async (count: number): Promise<void> => {
  const few = mkdtempSync(path.join(tmpdir(), 'scale-few-'));
  const many = mkdtempSync(path.join(tmpdir(), 'scale-many-'));
  try {
    const figures: Figures[] = [];
    for (const [directory, size] of [
      [few, FEW],
      [many, count],
    ] as const) {
      const database = open(directory);
      const took = await seconds(() => load(database, size));
      console.log(`${size} documents loaded in ${took.toFixed(0)} s, ${(size / took).toFixed(0)} each second`);
      figures.push(await measure(database, size));
      await database.close();
    }
    const bytes = statSync(path.join(many, STORE_FOLDER, DATA_FILE)).size;
    console.log(
      `on disk: ${(bytes / MB).toFixed(0)} MB, ${(bytes / count).toFixed(0)} bytes each, its index entries included\n`,
    );
    line('median', `${FEW}`, `${count}`, 'ratio');
    compare(figures[0] ?? {}, figures[1] ?? {});
    await benchWhole(many, count);
  } finally {
    for (const directory of [few, many]) rmSync(directory, { recursive: true, force: true });
  }
};
