import type { Faults } from '../faults/planned-faults';
import { nextRun } from './cron';
import { deployedDoors, deployedFunction, type TimerTrigger } from './function-config';
import { FunctionError } from './function-error';
import type { Runner } from './runner';
import type { TimerMemory } from './timer-memory';

/** The longest sleep: so soon a clock that was put forward is noticed. */
const LONGEST_SLEEP = 60_000;
/** A last turn that lies further ahead was remembered under a wrong clock. */
const A_DAY = 86_400_000;

/** Run a timer trigger now, as the clock would; without a name, the function's first. Answers what the function returned. */
export const runTimer = async (
  runner: Runner,
  functionsDir: string,
  door: string,
  triggerName?: string,
  millisecondsAgo = 0,
): Promise<unknown> => {
  const { triggers } = deployedFunction(functionsDir, door).config;
  const trigger = triggerName === undefined ? triggers[0] : triggers.find(({ name }) => name === triggerName);
  if (!trigger) throw new FunctionError('unknown', `config.json of ${door} has no timer trigger ${triggerName ?? ''}`);
  return runTurn(runner, { door, trigger, turn: Date.now() - millisecondsAgo }, millisecondsAgo);
};

type Turn = { readonly door: string; readonly trigger: TimerTrigger; readonly turn: number };

/** https://cloud.tencent.com/document/product/583/9708 : `Time` is UTC, to the second. */
const runTurn = async (runner: Runner, { door, trigger, turn }: Turn, millisecondsAgo = 0): Promise<unknown> => {
  const time = new Date(turn).toISOString().replace(/\.\d+Z$/, 'Z');
  const event = { Type: 'Timer', TriggerName: trigger.name, Time: time, Message: '' };
  const { answer } = await runner.run(door, JSON.stringify(event), { source: 'wx_trigger', millisecondsAgo });
  return JSON.parse(answer);
};

export type Clock = {
  /** Instant, ms. */
  now(): number;
  /** Answers how to cancel it. */
  after(milliseconds: number, run: () => void): () => void;
};

const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

export type TimerOptions = {
  readonly runner: Runner;
  readonly functionsDir: string;
  readonly memory: TimerMemory;
  readonly faults: Pick<Faults, 'take'>;
  readonly log: (line: string) => void;
  readonly clock?: Clock;
};

/**
 * Follow the clock for every trigger that is deployed now: each turn once, also when the clock goes back over it. Turns
 * that were missed while nothing ran are made up for by one, at once. Answers how to stop.
 */
export const startTimers = (options: TimerOptions): (() => void) => {
  const cancels = new Map<string, () => void>();
  const { clock = SYSTEM_CLOCK, memory } = options;
  const follow = (door: string, trigger: TimerTrigger): void => {
    const name = `${door}/${trigger.name}`;
    const turn = nextRun(trigger.config, new Date(lastTurn(options, clock, name)));
    if (turn <= clock.now()) {
      // what lies between this turn and now is not made up for
      memory.remember(name, Math.max(turn, clock.now()));
      giveTurn(options, { door, trigger, turn });
      follow(door, trigger);
      return;
    }
    const sleep = Math.min(turn - clock.now(), LONGEST_SLEEP);
    cancels.set(
      name,
      clock.after(sleep, () => follow(door, trigger)),
    );
  };
  for (const door of deployedDoors(options.functionsDir)) {
    for (const trigger of deployedFunction(options.functionsDir, door).config.triggers) follow(door, trigger);
  }
  return () => {
    for (const cancel of cancels.values()) cancel();
  };
};

/** A timer that is new, or was last run by a wrong clock, begins now. */
const lastTurn = ({ memory, log }: TimerOptions, clock: Clock, name: string): number => {
  const last = memory.last(name);
  if (last !== undefined && last <= clock.now() + A_DAY) return last;
  if (last !== undefined) log(`[timers] ${name} ran last at ${new Date(last).toISOString()}: that clock was wrong`);
  memory.remember(name, clock.now());
  return clock.now();
};

const giveTurn = ({ runner, faults, log }: TimerOptions, turn: Turn): void => {
  const { door, trigger } = turn;
  const place = { door, action: trigger.name };
  if (faults.take('missTimer', place)) return;
  const times = faults.take('doubleTimer', place) ? 2 : 1;
  for (let time = 0; time < times; time += 1) {
    runTurn(runner, turn).catch((error) => log(`[${door}] timer ${trigger.name}: ${error}`));
  }
};
