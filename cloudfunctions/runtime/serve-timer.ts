import { randomUUID } from 'node:crypto';
import { REFUSALS } from '@shared/kernel/refusals';
import { wxCaller } from '../adapters/wx/wx-identity';
import type { Job, JobReport } from '../ports/context';
import { systemContext } from './context';
import { bugOf, log } from './log';

/** Runs the job; what it did is in the audit log before anybody hears of it. */
const run = async (action: string, job: Job): Promise<JobReport> => {
  const context = systemContext();
  const report = await job(context);
  if (report.done > 0) {
    await context.audit.append({ at: context.now, actor: 'clock', action, about: '', purpose: '', outcome: 'ok' });
  }
  return report;
};

/** The timers' way in: runs every job, one failing job does not stop the next. Refuses everybody but the platform's timer. */
export const serveTimer = (door: string, jobs: Readonly<Record<string, Job>>) => async (): Promise<unknown> => {
  const requestId = randomUUID();
  if (wxCaller().from !== 'timer') {
    return { ok: false, code: 'request.forbidden', message: REFUSALS['request.forbidden'], requestId };
  }
  const value: Record<string, Omit<JobReport, 'digests'> | 'failed'> = {};
  for (const [action, job] of Object.entries(jobs)) {
    const started = performance.now();
    const line = () => ({ requestId, door, action, ms: Math.round(performance.now() - started) });
    try {
      const { digests = [], ...report } = await run(action, job);
      value[action] = report;
      for (const { day, lastNumber: number, hash } of digests) {
        log({ level: 'info', ...line(), outcome: 'kept', digest: { day, number, hash } });
      }
      log({ level: 'info', ...line(), outcome: 'ok', ...report });
    } catch (error) {
      value[action] = 'failed';
      log({ level: 'error', ...line(), outcome: 'system.failed', bug: bugOf(error) });
    }
  }
  return { ok: true, value, requestId };
};
