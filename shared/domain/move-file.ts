import { ok, type Result, refuse } from '../kernel/result';
import { addDays, dayOf, type Instant, instantOf } from '../kernel/time';
import type { HandlingFlag } from './handling';
import { VERDICT_LABELS } from './labels';
import { type HistoryEntry, type OutboxEntry, orgInbox, outboxDueAt, raterInbox, staffInbox } from './message';
import type { RatingFile } from './rating-file';
import { CAUSE_LABELS, CONTACT_OUTCOME_LABELS, FINDING_LABELS } from './ticket-labels';
import { type Addressee, messagesOf } from './ticket-messages';
import { type By, type MoveInput, type MoveRefusal, type MoveRules, moveTicket } from './ticket-moves';

/** The names that history and messages need, as they are on the day. */
export type MoveNames = { readonly unit: string; readonly post: string };

const NEXT_DAY = (now: Instant): Instant => instantOf(addDays(dayOf(now), 1), '00:00');

const HOW_TO_REACH = (file: RatingFile, unitId: string, upperBureauId: string): Record<Addressee, string> => ({
  rated: staffInbox(file.subject.staffId ?? ''),
  rater: raterInbox(file.raterRef),
  unit: orgInbox(unitId),
  bureau: orgInbox(file.ticket?.bureauId ?? ''),
  upper: orgInbox(upperBureauId),
});

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('；');

/**
 * What was given with a move, in words: history keeps it for those who handle it, whatever takes its place later. The rater's
 * own words stand only where erasing finds them (`Handling`).
 */
const wordsOf = (input: MoveInput): string => {
  switch (input.move) {
    case 'redirect':
    case 'sendBack':
    case 'denyExtension':
    case 'supervise':
      return input.reason;
    case 'classify':
      return `${CAUSE_LABELS[input.cause]}，${input.isComplex ? '复杂' : '一般'}`;
    case 'recordAttempt':
      return joined(CONTACT_OUTCOME_LABELS[input.outcome], input.note);
    case 'recordFollowUp':
      return joined(FINDING_LABELS[input.finding], input.note);
    case 'giveStatement':
      return input.words;
    case 'plan':
      return input.plan;
    case 'submitRectification':
      return joined(input.measures, `答复：${input.reply}`);
    case 'askExtension':
      return joined(`${input.days}个工作日`, input.reason);
    case 'acceptResult':
      return VERDICT_LABELS[input.level];
    default:
      return '';
  }
};

/** One move of the ticket in its rating's file: the fields that change, to be written if nobody was first. */
export const movedFile = (
  file: RatingFile,
  input: MoveInput,
  by: By,
  names: MoveNames,
  upperBureauId: string,
  now: Instant,
  rules: MoveRules,
): Result<Partial<RatingFile>, MoveRefusal | 'ticket.nobodyRated' | 'ticket.statedOften'> => {
  if (input.move === 'askStatement' && file.subject.staffId === null) return refuse('ticket.nobodyRated');
  const isStated = ({ what }: HistoryEntry) => what === 'giveStatement';
  if (input.move === 'giveStatement' && file.history.filter(isStated).length >= rules.statementsAtMost.value)
    return refuse('ticket.statedOften');
  if (!file.ticket) throw new Error('a file without a ticket was moved');
  const moved = moveTicket(file.ticket, input, by, now, rules);
  if (!moved.ok) return moved;
  const ticket = moved.value;
  const entry: HistoryEntry = {
    at: now,
    what: input.move,
    unit: names.unit,
    words: wordsOf(input),
    ...(input.move === 'submitRectification' && { photos: input.photos }),
    by: { staffId: by.staffId, post: names.post },
  };
  const addresses = HOW_TO_REACH(file, ticket.unitId, upperBureauId);
  const outbox = messagesOf(ticket, input, file.subject, names.unit).map(
    ({ to, text }, n): OutboxEntry => ({
      id: `${to === 'rated' ? ticket.ticketNo : file._id}/${file.rev}/${n}`,
      to: addresses[to],
      exceptStaffId: to === 'rater' || to === 'rated' ? null : file.subject.staffId,
      text,
      told: input.move,
      at: to === 'rater' ? now : instantOf(dayOf(now), '00:00'),
      // Of today's ratings the clerk hears tomorrow (`told-rating.ts`).
      ...(to === 'rated' && { at: NEXT_DAY(now), notBefore: NEXT_DAY(now) }),
    }),
  );
  const waiting = [...file.outbox, ...outbox];
  return ok({
    ticket,
    history: [...file.history, entry],
    outbox: waiting,
    outboxAt: outboxDueAt(waiting, file.outboxAt, now),
  });
};

/** With what looks like handling only, for the eyes of whoever verifies. */
export const withFlags = (changes: Partial<RatingFile>, flags: readonly HandlingFlag[]): Partial<RatingFile> =>
  changes.ticket && flags.length > 0
    ? { ...changes, ticket: { ...changes.ticket, handling: { ...changes.ticket.handling, flags } } }
    : changes;
