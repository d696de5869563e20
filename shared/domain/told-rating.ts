import { type Day, dayOf, type Instant, type Month, monthOf } from '../kernel/time';
import { type Appeal, type AppealRules, answerDeadline, appealDeadline, type Evidence, maySupplement } from './appeal';
import { type AppealByDay, appealByDay } from './appeal-by-day';
import { type AppealMove, appealMovesOf } from './appeal-table';
import type { RatingFile } from './rating-file';
import { scrub } from './scrub';
import type { Ticket, TicketRules } from './ticket';
import { movesOf } from './ticket-table';
import type { WorkingTimeRules } from './working-time';

/** What two officials say among themselves before a decision stands is not for the clerk. */
const AMONG_REVIEWERS: readonly (AppealMove | 'file')[] = ['proposeGrant', 'proposeDenial', 'disagree'];

/** His own words come back to him as he wrote them; in others' he reads no phone, case or other long number. */
const HIS_OWN: readonly (AppealMove | 'file')[] = ['file', 'supplement', 'insist', 'renew'];

/** 本人的申诉, as the clerk sees it: what was decided and why, never who decided or what the rater said against it. */
export type OwnAppeal = Omit<AppealByDay, 'ruling' | 'objection' | 'reportedTo' | 'firstBureauId'> & {
  /** What he can do now. */
  readonly moves: readonly AppealMove[];
};

/**
 * 告知本人的差评: of a single rating all that the rated clerk gets, once his unit has signed for its ticket. No id that names a case, no
 * photo, no moment; the day only where that many were served that it tells nobody apart.
 */
export type ToldRating = Pick<RatingFile, 'level' | 'tags' | 'dictionary'> & {
  readonly ticketNo: string;
  readonly place: string;
  readonly comment: string;
  readonly month: Month;
  readonly on: Day | null;
  readonly at: { readonly center: string; readonly window: string };
  readonly ticketState: Ticket['state'];
  readonly statement: { readonly isAsked: boolean; readonly dueAt: Instant | null; readonly words: string } | null;
  readonly mayState: boolean;
  /** Until when he may appeal; null once he has, or while it waits for a calendar. */
  readonly appealUntil: Instant | null;
  readonly mayAppeal: boolean;
  readonly appeal: OwnAppeal | null;
};

type Told = RatingFile & { readonly ticket: Ticket };

export type ToldRules = Pick<TicketRules, 'appealWithin'> &
  Pick<AppealRules, 'renewalsAtMost' | 'renewWithin' | 'supplementsAtMost'> &
  WorkingTimeRules;

/** He hears of it from the day after his unit signed for it: of today none, as in his own view (decision 0010). */
export const isTold = (file: RatingFile, now: Instant): file is Told => {
  const told = file.ticket?.handling.toldRated;
  return told != null && dayOf(told.at) < dayOf(now);
};

/** What the unit found may show who rated. */
const toldEvidence = (one: Evidence): Evidence => (one.ofUnit ? { ...one, words: scrub(one.words), photos: [] } : one);

const ownAppeal = (whole: Appeal | null, now: Instant, rules: ToldRules): OwnAppeal | null => {
  if (!whole) return null;
  const { ruling: _, objection: _o, reportedTo: _r, firstBureauId: _f, ...appeal } = appealByDay(whole);
  const { evidence, opinion, decision, history } = appeal;
  const told = history.filter(({ what }) => !AMONG_REVIEWERS.includes(what));
  return {
    ...appeal,
    evidence: evidence.map(toldEvidence),
    opinion: opinion && { ...opinion, words: scrub(opinion.words) },
    decision: decision && { ...decision, ruling: { ...decision.ruling, words: scrub(decision.ruling.words) } },
    history: told.map((entry) => (HIS_OWN.includes(entry.what) ? entry : { ...entry, words: scrub(entry.words) })),
    moves: appealMovesOf(appeal.state, ['rated']).filter((move) => mayStill(move, whole, now, rules)),
  };
};

/** What he has used up already, or let pass, is not offered. */
const mayStill = (move: AppealMove, appeal: Appeal, now: Instant, rules: ToldRules): boolean => {
  const { renewals, objection, decision } = appeal;
  if (move === 'withdraw') return decision === null;
  if (move === 'supplement') return maySupplement(appeal, rules);
  if (move !== 'renew') return true;
  const deadline = answerDeadline(appeal, rules.renewWithin, rules);
  const isInTime = deadline === undefined || now <= deadline.dueAt;
  return objection === null && renewals < rules.renewalsAtMost.value && isInTime;
};

const statementOf = ({ statement }: Ticket['handling']): ToldRating['statement'] =>
  statement && { isAsked: statement.askedAt !== null, dueAt: statement.dueAt, words: statement.words };

/** `showsDay` when enough were served by him on that day. */
export const toldRating = (file: Told, showsDay: boolean, now: Instant, rules: ToldRules): ToldRating => {
  const { level, tags, dictionary, comment, textCheck, subject, ticket, appeal } = file;
  const { toldRated } = ticket.handling;
  const deadline = toldRated && appealDeadline(toldRated, rules);
  return {
    ...{ level, tags, dictionary, ticketNo: ticket.ticketNo, place: subject.place, ticketState: ticket.state },
    comment: textCheck === 'risky' ? '' : scrub(comment),
    ...{ month: monthOf(subject.servedOn), on: showsDay ? subject.servedOn : null },
    at: { center: subject.names.center, window: subject.names.window },
    statement: statementOf(ticket.handling),
    mayState: movesOf(ticket.state, ['rated']).includes('giveStatement'),
    appealUntil: appeal === null ? (deadline?.dueAt ?? null) : null,
    mayAppeal: appeal === null && (deadline == null || now <= deadline.dueAt),
    appeal: ownAppeal(appeal, now, rules),
  };
};
