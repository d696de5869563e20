import { CronExpressionParser } from 'cron-parser';
import { deployedDoors, deployedFunction, type TimerTrigger } from './function-config';
import { FunctionError } from './function-error';
import type { Runner } from './runner';

/** Timers of the platform run by Beijing time. */
const TIMER_ZONE = 'Asia/Shanghai';
const LONGEST_TIMEOUT = 2 ** 31 - 1;

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
  const event = { Type: 'Timer', TriggerName: trigger.name, Time: new Date().toISOString(), Message: '' };
  const { answer } = await runner.run(door, JSON.stringify(event), { source: 'wx_trigger', millisecondsAgo });
  return JSON.parse(answer);
};

/** Follow the clock for every trigger that is deployed now. Answers how to stop. */
export const startTimers = (runner: Runner, functionsDir: string, log: (line: string) => void): (() => void) => {
  const pending = new Set<NodeJS.Timeout>();
  const schedule = (door: string, trigger: TimerTrigger): void => {
    const delay = nextRun(trigger.config, new Date()) - Date.now();
    const timer = setTimeout(
      () => {
        pending.delete(timer);
        schedule(door, trigger);
        if (delay <= LONGEST_TIMEOUT)
          void runTimer(runner, functionsDir, door, trigger.name).catch((error) =>
            log(`[${door}] timer ${trigger.name}: ${error}`),
          );
      },
      Math.min(Math.max(delay, 0), LONGEST_TIMEOUT),
    );
    pending.add(timer);
  };
  for (const door of deployedDoors(functionsDir)) {
    for (const trigger of deployedFunction(functionsDir, door).config.triggers) schedule(door, trigger);
  }
  return () => {
    for (const timer of pending) clearTimeout(timer);
  };
};

/** The instant (ms) of the next run after `from`. `config` has seven fields: second minute hour day month weekday year. */
export const nextRun = (config: string, from: Date): number => {
  const fields = config.trim().split(/\s+/);
  const year = fields[6] ?? '*';
  if (fields.length !== 7) throw new Error(`a timer needs seven fields: "${config}"`);
  if (year !== '*') throw new Error(`not emulated: a timer for certain years: "${config}"`);
  return CronExpressionParser.parse(fields.slice(0, 6).join(' '), { currentDate: from, tz: TIMER_ZONE })
    .next()
    .getTime();
};
