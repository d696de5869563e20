import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { plannedFaults } from '../../cloudfunctions/local/faults/planned-faults';
import type { Runner } from '../../cloudfunctions/local/functions/runner';
import { openTimerMemory } from '../../cloudfunctions/local/functions/timer-memory';
import { type Clock, startTimers } from '../../cloudfunctions/local/functions/timers';
import { deploy, removeTemporaryFolders, temporaryFolder } from './support';

let functionsDir: string;
let memoryFile: string;
const faults = plannedFaults();
const MINUTE = 60_000;
const DAY = 86_400_000;

beforeAll(async () => {
  functionsDir = temporaryFolder();
  const triggers = [{ name: 'hourly', type: 'timer', config: '0 0 * * * * *' }];
  await deploy(functionsDir, 'clock', 'exports.main = async () => 1;', { triggers });
});
beforeEach(() => {
  memoryFile = path.join(temporaryFolder(), 'timers.json');
});
afterAll(removeTemporaryFolders);

/** A clock that a test moves: sleepers wake by the time that has passed, whatever the clock says. */
const aClock = (now: number) => {
  let passed = 0;
  let sleepers: { readonly until: number; readonly run: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    after: (milliseconds, run) => {
      const sleeper = { until: passed + milliseconds, run };
      sleepers.push(sleeper);
      return () => {
        sleepers = sleepers.filter((one) => one !== sleeper);
      };
    },
  };
  const wake = () => {
    const awake = sleepers.filter(({ until }) => until <= passed);
    sleepers = sleepers.filter(({ until }) => until > passed);
    for (const { run } of awake) run();
  };
  const pass = (milliseconds: number) => {
    for (let left = milliseconds; left > 0; left -= 1_000) {
      now += 1_000;
      passed += 1_000;
      wake();
    }
  };
  const setTo = (instant: number) => {
    now = instant;
  };
  return { clock, pass, setTo };
};

const follow = (clock: Clock) => {
  const turns: string[] = [];
  const run: Runner['run'] = async (_door, event) => {
    turns.push((JSON.parse(event) as { Time: string }).Time);
    return { requestId: '', answer: 'null' };
  };
  const runner = { run, kill: async () => {}, close: async () => {} };
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const memory = openTimerMemory(memoryFile, log);
  const stop = startTimers({ runner, functionsDir, memory, faults, log, clock });
  return { turns, lines, stop };
};

const HALF_PAST_EIGHT = Date.parse('2026-05-01T08:30:00+08:00');

it('a timer runs at its turns, and says which one it is in UTC to the second', () => {
  const time = aClock(HALF_PAST_EIGHT);
  const { turns, stop } = follow(time.clock);
  time.pass(2 * 60 * MINUTE);
  stop();
  time.pass(2 * 60 * MINUTE);
  expect(turns).toEqual(['2026-05-01T01:00:00Z', '2026-05-01T02:00:00Z']);
});

it('turns that were missed while nothing ran are made up for by one, the next are on time', () => {
  follow(aClock(HALF_PAST_EIGHT).clock).stop();
  const later = aClock(HALF_PAST_EIGHT + 3 * DAY);
  const { turns } = follow(later.clock);
  expect(turns).toEqual(['2026-05-01T01:00:00Z']);
  later.pass(60 * MINUTE);
  expect(turns).toEqual(['2026-05-01T01:00:00Z', '2026-05-04T01:00:00Z']);
  const again = follow(later.clock);
  expect(again.turns).toEqual([]);
});

it('a new timer has missed nothing', () => {
  expect(follow(aClock(HALF_PAST_EIGHT).clock).turns).toEqual([]);
});

it('no turn comes twice when the clock goes back over it, in this process or the next', () => {
  const time = aClock(HALF_PAST_EIGHT);
  const first = follow(time.clock);
  time.pass(31 * MINUTE);
  time.setTo(HALF_PAST_EIGHT);
  time.pass(45 * MINUTE);
  first.stop();
  expect(first.turns).toEqual(['2026-05-01T01:00:00Z']);
  time.setTo(HALF_PAST_EIGHT);
  const second = follow(time.clock);
  time.pass(45 * MINUTE);
  expect(second.turns).toEqual([]);
  time.pass(60 * MINUTE);
  expect(second.turns).toEqual(['2026-05-01T02:00:00Z']);
});

it('a clock that was a year ahead does not silence the timer for a year', () => {
  const time = aClock(HALF_PAST_EIGHT + 365 * DAY);
  const { turns } = follow(time.clock);
  time.pass(31 * MINUTE);
  expect(turns).toHaveLength(1);
  time.setTo(HALF_PAST_EIGHT);
  time.pass(2 * 60 * MINUTE);
  expect(turns.slice(1)).toEqual(['2026-05-01T01:00:00Z', '2026-05-01T02:00:00Z']);
});

it('a machine that slept for a day gives one turn when it wakes', () => {
  const time = aClock(HALF_PAST_EIGHT);
  const { turns } = follow(time.clock);
  time.setTo(HALF_PAST_EIGHT + DAY);
  time.pass(MINUTE);
  expect(turns).toEqual(['2026-05-01T01:00:00Z']);
});

it('a turn is missed or doubled on demand', () => {
  const time = aClock(HALF_PAST_EIGHT);
  const { turns } = follow(time.clock);
  faults.next('missTimer', 'clock');
  time.pass(60 * MINUTE);
  faults.next('doubleTimer', 'clock');
  time.pass(60 * MINUTE);
  expect(turns).toEqual(['2026-05-01T02:00:00Z', '2026-05-01T02:00:00Z']);
});

it('what cannot be remembered, on a full disk, is complained about; the timers run', () => {
  mkdirSync(`${memoryFile}.part`);
  const time = aClock(HALF_PAST_EIGHT);
  const { turns, lines } = follow(time.clock);
  time.pass(60 * MINUTE);
  expect(turns).toEqual(['2026-05-01T01:00:00Z']);
  expect(lines.join()).toContain('请检查磁盘空间');
});
