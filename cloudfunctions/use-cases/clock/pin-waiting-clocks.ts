import type { RatingFile } from '@shared/domain/rating-file';
import { pinMissingClocks } from '@shared/domain/ticket-clocks';
import { dayOf } from '@shared/kernel/time';
import { confirmedYears, policyOn } from '@shared/policy/in-force';
import type { Job } from '../../ports/context';

const BATCH = 50;

/** Pins the deadlines that waited for a year's holiday notice, once that year is confirmed. */
export const pinWaitingClocks: Job = async ({ ratings }) => {
  const pin = async (file: RatingFile): Promise<boolean> => {
    const policy = policyOn(file.subject.place, dayOf(file.ratedAt));
    if (!file.ticket || !policy.ok) return false;
    const ticket = pinMissingClocks(file.ticket, { ...policy.value.ticket, ...policy.value.workingTime });
    return ratings.move(file, { ticket });
  };
  const waiting = await ratings.waitingForCalendar(confirmedYears(), BATCH);
  const settled = await Promise.allSettled(waiting.map(pin));
  const done = settled.filter((one) => one.status === 'fulfilled' && one.value).length;
  return { done, left: waiting.length - done };
};
