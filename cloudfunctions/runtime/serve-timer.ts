import { randomUUID } from 'node:crypto';
import { REFUSALS } from '@shared/kernel/refusals';
import { wxCaller } from '../adapters/wx/wx-identity';
import type { Job } from '../ports/context';
import { systemContext } from './context';
import { bugOf, log } from './log';

/** The timers' way in: runs every job, one failing job does not stop the next. Refuses everybody but the platform's timer. */
export const serveTimer = (door: string, jobs: Readonly<Record<string, Job>>) => async (): Promise<unknown> => {
  const requestId = randomUUID();
  if (wxCaller().from !== 'timer') {
    return { ok: false, code: 'request.forbidden', message: REFUSALS['request.forbidden'], requestId };
  }
  const value: Record<string, { done: number; left: number } | 'failed'> = {};
  for (const [action, job] of Object.entries(jobs)) {
    const started = performance.now();
    const line = { requestId, door, action };
    try {
      const report = await job(systemContext());
      value[action] = report;
      log({ level: 'info', ...line, outcome: 'ok', ms: Math.round(performance.now() - started), ...report });
    } catch (error) {
      value[action] = 'failed';
      const ms = Math.round(performance.now() - started);
      log({ level: 'error', ...line, outcome: 'system.failed', ms, bug: bugOf(error) });
    }
  }
  return { ok: true, value, requestId };
};
