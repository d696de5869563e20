import { CronExpressionParser } from 'cron-parser';

/** Timers of the platform run by Beijing time. */
const TIMER_ZONE = 'Asia/Shanghai';

/** The instant (ms) of the next turn after `from`. `config` has seven fields: second minute hour day month weekday year. */
export const nextRun = (config: string, from: Date): number => {
  const fields = config.trim().split(/\s+/);
  const year = fields[6] ?? '*';
  if (fields.length !== 7) throw new Error(`a timer needs seven fields: "${config}"`);
  if (year !== '*') throw new Error(`not emulated: a timer for certain years: "${config}"`);
  return CronExpressionParser.parse(fields.slice(0, 6).join(' '), { currentDate: from, tz: TIMER_ZONE })
    .next()
    .getTime();
};
