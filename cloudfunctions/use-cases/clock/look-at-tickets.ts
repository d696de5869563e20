import { movedFile } from '@shared/domain/move-file';
import type { RatingFile } from '@shared/domain/rating-file';
import type { Job } from '../../ports/context';
import { moveContext } from '../ticket/move-context';

const BATCH = 50;
const LATER_MS = 10 * 60_000;
const CLOCK = { mover: 'clock', staffId: null } as const;

/**
 * What is late climbs: told to the unit, then above it; a result that the rater has not judged in time is closed. Each is one
 * conditional move, so that twice, late or in parallel comes to the same. One that cannot be moved is looked at again later and
 * holds up nobody.
 */
export const lookAtTickets: Job = async (context) => {
  const { now, ratings } = context;
  const postpone = async (file: RatingFile): Promise<boolean> => {
    if (file.ticket) await ratings.move(file, { ticket: { ...file.ticket, nextAt: now + LATER_MS } });
    return false;
  };
  const look = async (file: RatingFile): Promise<boolean> => {
    const parts = await moveContext(file, context);
    if (!parts.ok) return postpone(file);
    const { names, upperBureauId, rules } = parts.value;
    const move = file.ticket?.state === 'awaitingVerdict' ? 'lapse' : 'escalate';
    const changes = movedFile(file, { move }, CLOCK, names, upperBureauId, now, rules);
    return changes.ok ? ratings.move(file, changes.value) : postpone(file);
  };
  const due = await ratings.dueForLook(now, BATCH);
  const settled = await Promise.allSettled(due.map((file) => look(file).catch(() => postpone(file))));
  const done = settled.filter((one) => one.status === 'fulfilled' && one.value).length;
  return { done, left: due.length - done };
};
