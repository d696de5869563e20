import { parseArgs } from 'node:util';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { atATime, overHttp, type Submission } from '../support/over-http';
import { costOf, insertTickets } from './many-tickets';
import { benchScale } from './scale';

/** Enough for a p99; each run also ends after its time, whatever was reached. */
const RUNS = [
  { connections: 1, requests: 400 },
  { connections: 10, requests: 1_500 },
  { connections: 50, requests: 2_500 },
] as const;
const LONGEST_RUN_MS = 20_000;
const COLD_STARTS = 3;

type Measured = {
  readonly connections: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
};

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const column = (text: string | number, width: number): string => String(text).padStart(width);
const ms = (value: number): string => `${value.toFixed(1)} ms`;

/** Ratings of different people, half of them bad. */
const submissions = (scenes: readonly string[], run: string, count: number): Submission[] =>
  Array.from({ length: count }, (_, i) => ({
    openid: `rater-${run}-${i}`,
    scene: scenes[i % scenes.length] ?? '',
    ...(i % 2 === 0 ? { level: 'dissatisfied', tags: ['213'] } : { level: 'satisfied' }),
    idempotencyKey: `bench-${run}-${i}`,
  }));

const measure = async (cloud: TestCloud, connections: number, requests: number): Promise<Measured> => {
  const http = overHttp(cloud.url, connections);
  const scenes = cloud.windows.map(({ scene }) => scene);
  await atATime(connections, submissions(scenes, `warm-${connections}`, connections * 2), http.submit);
  const durations: number[] = [];
  const started = performance.now();
  await atATime(connections, submissions(scenes, `run-${connections}`, requests), async (submission) => {
    const asked = performance.now();
    if (asked - started > LONGEST_RUN_MS) return;
    const { ok, code } = await http.submit(submission);
    if (!ok) throw new Error(`a rating was refused: ${code}`);
    durations.push(performance.now() - asked);
  });
  const perSecond = (durations.length * 1_000) / (performance.now() - started);
  http.close();
  durations.sort((a, b) => a - b);
  return { connections, perSecond, p50: percentile(durations, 0.5), p99: percentile(durations, 0.99) };
};

const FIRST_CALLS: Readonly<Record<string, (cloud: TestCloud) => Promise<unknown>>> = {
  citizen: (cloud) => cloud.citizen('passer-by', 'window.open', { scene: cloud.sign('tq02').scene }),
  staff: (cloud) => cloud.staff(cloud.personas.taiqianSupervisor, 'staff.me'),
  wxopen: (cloud) =>
    cloud.call('wxopen', { action: 'code.image', input: { windowId: 'tq02' } }, cloud.personas.taiqianSystemAdmin),
  access: (cloud) => cloud.call('access', { action: 'none' }, 'passer-by'),
  clock: (cloud) => cloud.runClock(),
};

const coldStart = async (first: (cloud: TestCloud) => Promise<unknown>): Promise<number> => {
  const cloud = await aLocalCloud();
  const asked = performance.now();
  await first(cloud);
  const duration = performance.now() - asked;
  await cloud.close();
  return duration;
};

const benchSubmit = async () => {
  const cloud = await aLocalCloud();
  console.log('rating.submit through the gateway (4 instances; half of the ratings bad, each its own rater and key)');
  console.log(
    `${column('connections', 12)}${column('ratings/s', 12)}${column('p50', 12)}${column('p99', 12)}${column('against 1', 22)}`,
  );
  const measured: Measured[] = [];
  for (const { connections, requests } of RUNS) {
    const now = await measure(cloud, connections, requests);
    measured.push(now);
    const one = measured[0] ?? now;
    const ratio = `×${(now.perSecond / one.perSecond).toFixed(1)}, p50 ×${(now.p50 / one.p50).toFixed(1)}`;
    console.log(
      `${column(connections, 12)}${column(now.perSecond.toFixed(0), 12)}${column(ms(now.p50), 12)}${column(ms(now.p99), 12)}${column(ratio, 22)}`,
    );
  }
  await cloud.close();
};

const benchColdStarts = async () => {
  console.log(`\ncold start: a new instance, from the call to its first answer (median of ${COLD_STARTS})`);
  for (const [door, first] of Object.entries(FIRST_CALLS)) {
    const durations: number[] = [];
    for (let i = 0; i < COLD_STARTS; i++) durations.push(await coldStart(first));
    console.log(
      `${column(door, 12)}${column(
        ms(
          percentile(
            durations.sort((a, b) => a - b),
            0.5,
          ),
        ),
        12,
      )}`,
    );
  }
};

/** Tickets of one unit: a year of a county with a few open ones, and what is beyond all measure. */
const TICKETS = [
  { count: 1_000, undonePerHundred: 100 },
  { count: 100_000, undonePerHundred: 2 },
] as const;

const benchTickets = async () => {
  console.log("\nofficials' lists on a warm instance (reads include 1 of the door, writes are its audit line)");
  for (const { count, undonePerHundred } of TICKETS) {
    const cloud = await aLocalCloud({ instances: 1 });
    await insertTickets(cloud, count, { undonePerHundred });
    const { taiqianSupervisor } = cloud.personas;
    const asked = [
      ...(['todo', 'late', 'withUnit', 'closed'] as const).map((filter) => ['ticket.list', { filter }] as const),
      ...(['ticket.overdue', 'ticket.clusters'] as const).map((action) => [action, {}] as const),
    ];
    console.log(`${count} tickets, ${(count * undonePerHundred) / 100} of them open`);
    for (const [action, input] of asked) {
      const { reads, writes, scans, ms: took } = await costOf(cloud, taiqianSupervisor, action, input);
      const what = `${action} ${Object.values(input).join('')}`;
      console.log(
        `${column(what, 24)}${column(`${reads} reads`, 10)}${column(`${writes} write`, 10)}${column(`${scans} scans`, 10)}${column(ms(took), 12)}`,
      );
    }
    await cloud.close();
  }
};

const LEAST_SCALE = 10_000;

/** `--scale 1000000`: the database alone, with so many documents. */
const scaleOf = (args: string[]): number | undefined => {
  const { scale } = parseArgs({ args, options: { scale: { type: 'string' } } }).values;
  if (scale === undefined) return undefined;
  if (/^\d+$/.test(scale) && Number(scale) >= LEAST_SCALE) return Number(scale);
  throw new Error(`--scale wants a whole number from ${LEAST_SCALE} up, not "${scale}"`);
};

const bench = async () => {
  const started = performance.now();
  const scale = scaleOf(process.argv.slice(2));
  if (scale !== undefined) await benchScale(scale);
  else {
    await benchSubmit();
    await benchTickets();
    await benchColdStarts();
  }
  console.log(
    `\n${((performance.now() - started) / 1_000).toFixed(0)} s in all; times depend on the machine, the ratios less.`,
  );
};

void bench();
