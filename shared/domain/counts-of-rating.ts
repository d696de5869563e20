import type { Appeal } from './appeal';
import { GRANTED, UNDECIDED } from './appeal-table';
import { wasReached } from './handling';
import { atLeast, type ProofLevel } from './identity';
import { type Counts, countsOf, effectiveTicketsIn, NO_COUNTS, ticketsIn } from './indicator';
import type { RatingFile } from './rating-file';
import type { Ticket } from './ticket';

/** All that the figures read of a file: when one of these changes, they lack it. */
export const COUNTED_FIELDS = ['level', 'origin', 'standing', 'proof', 'ticket', 'appeal'] as const;
export type CountedFile = Pick<RatingFile, (typeof COUNTED_FIELDS)[number]>;

export const changesFigures = (changes: object): boolean => COUNTED_FIELDS.some((field) => field in changes);

/** 有效主动评价: a person gave it, and it counts. */
export const isActive = ({ origin, standing }: Pick<CountedFile, 'origin' | 'standing'>): boolean =>
  standing === 'effective' && origin !== 'systemDefault' && origin !== 'imported';

/** Each file is one of these, and one only. */
const oneOf = ({ level, origin, standing }: CountedFile): Partial<Counts> => {
  if (standing !== 'effective') return { [standing]: 1 };
  if (origin === 'systemDefault') return { defaults: 1 };
  return origin === 'imported' ? { imported: 1 } : { [level]: 1 };
};

const RECTIFIED: readonly Ticket['state'][] = ['awaitingVerdict', 'closed'];

/** 回访过: reached, or a follow-up is recorded, which takes as many tries as the rules ask (as in `wx-ticket-board.ts`). */
const followUpOf = ({ handling }: Ticket): Partial<Counts> => {
  const reached = wasReached(handling.attempts);
  return { reached: Number(reached), followedUp: Number(reached || handling.followUp !== null) };
};

const badOf = ({ proof, ticket, appeal }: CountedFile, enough: ProofLevel | undefined): Partial<Counts> => {
  if (!ticket) return {};
  const isRealName = enough !== undefined && atLeast(proof.level, enough);
  return {
    bad: 1,
    underReview: Number(appeal !== null && UNDECIDED.includes(appeal.state)),
    rectified: Number(RECTIFIED.includes(ticket.state)),
    ...(isRealName && { realName: 1, ...followUpOf(ticket) }),
  };
};

const stateOf = ({ state, decision }: Appeal): Partial<Counts> => {
  if (UNDECIDED.includes(state)) return { appealsOpen: 1 };
  if (GRANTED.includes(state)) return { appealsGranted: 1 };
  if (state === 'withdrawn') return { appealsWithdrawn: 1 };
  if (state === 'lapsed') return { appealsLapsed: 1 };
  const isExplained = decision !== null && !decision.ruling.grants && decision.ruling.isExplanation;
  return { appealsDenied: 1, appealsExplained: Number(isExplained) };
};

/** While the rater's objection is heard, the correction stands where it stood. */
const correctionOf = ({ standing }: CountedFile, { state, objection, cityBureauId }: Appeal): Partial<Counts> => {
  const stands = objection && UNDECIDED.includes(state) ? objection.from : state;
  if (standing !== 'setAside' || !GRANTED.includes(stands)) return {};
  if (stands === 'corrected') return { corrected: 1 };
  return { correctionPending: Number(cityBureauId !== null) };
};

const appealOf = (file: CountedFile): Partial<Counts> =>
  file.appeal ? { appeals: 1, ...stateOf(file.appeal), ...correctionOf(file, file.appeal) } : {};

/** A bad rating has a ticket from its first bad words on, and keeps it; `enough` counts as 实名, undefined where nothing does. */
export const countsOfRating = (file: CountedFile, enough: ProofLevel | undefined): Counts => {
  const { ticket, standing } = file;
  return countsOf({
    ...NO_COUNTS,
    ...oneOf(file),
    ...(isActive(file) && badOf(file, enough)),
    ...(ticket && { [ticketsIn(ticket.state)]: 1 }),
    ...(ticket && standing === 'effective' && { [effectiveTicketsIn(ticket.state)]: 1 }),
    ...appealOf(file),
  });
};
