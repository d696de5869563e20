import { addDays, dayOf, type Instant, instantOf } from '../kernel/time';

/** What one person, window code or case may do only so often. Never counted by network address or hall: people share those. */
export type LimitedThing =
  | 'photo'
  | 'caseNoGuess'
  | 'receiptCodeGuess'
  | 'receiptCodeOfCase'
  | 'proof'
  | 'phoneCode'
  | 'faceResult'
  | 'invitationGuess'
  | 'report'
  | 'ownData'
  | 'identityOpening';

/** So many within one clock hour, or within one day of China. */
export type Limit = { readonly count: number; readonly within: 'hour' | 'day' };

const HOUR_MS = 3_600_000;

/** The span that counts now: its name, and the moment from which it no longer counts. China's hours are whole hours. */
export const spanAt = (now: Instant, within: Limit['within']): { readonly name: string; readonly until: Instant } => {
  const day = dayOf(now);
  if (within === 'day') return { name: day, until: instantOf(addDays(day, 1), '00:00') };
  const hour = Math.floor((now - instantOf(day, '00:00')) / HOUR_MS);
  return { name: `${day}T${String(hour).padStart(2, '0')}`, until: instantOf(day, '00:00') + (hour + 1) * HOUR_MS };
};
