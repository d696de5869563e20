import { ok, type Result } from '../kernel/result';
import { dayOf, type Instant, instantOf } from '../kernel/time';
import type { HandlingFlag } from './handling';
import { type HistoryEntry, type OutboxEntry, orgInbox, raterInbox } from './message';
import type { RatingFile } from './rating-file';
import { type Addressee, messagesOf } from './ticket-messages';
import { type By, type MoveInput, type MoveRefusal, type MoveRules, moveTicket } from './ticket-moves';

/** The names that history and messages need, as they are on the day. */
export type MoveNames = { readonly unit: string; readonly post: string };

const HOW_TO_REACH = (file: RatingFile, unitId: string, upperBureauId: string): Record<Addressee, string> => ({
  rater: raterInbox(file.raterRef),
  unit: orgInbox(unitId),
  bureau: orgInbox(file.ticket?.bureauId ?? ''),
  upper: orgInbox(upperBureauId),
});

/** What of the words given with a move history keeps, for those who handle it; the rest stands in `handling`. */
const wordsOf = (input: MoveInput): string => {
  switch (input.move) {
    case 'redirect':
    case 'sendBack':
    case 'askExtension':
    case 'denyExtension':
    case 'supervise':
      return input.reason;
    case 'recordAttempt':
    case 'recordFollowUp':
      return input.note;
    case 'submitRectification':
      return input.reply;
    case 'reopen':
    case 'acceptResult':
      return input.words;
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
): Result<Partial<RatingFile>, MoveRefusal> => {
  if (!file.ticket) throw new Error('a file without a ticket was moved');
  const moved = moveTicket(file.ticket, input, by, now, rules);
  if (!moved.ok) return moved;
  const ticket = moved.value;
  const entry: HistoryEntry = {
    at: now,
    what: input.move,
    unit: names.unit,
    words: wordsOf(input),
    by: { staffId: by.staffId, post: names.post },
  };
  const addresses = HOW_TO_REACH(file, ticket.unitId, upperBureauId);
  const outbox = messagesOf(ticket, input, file.subject, names.unit).map(
    ({ to, text }, n): OutboxEntry => ({
      id: `${file._id}/${file.rev}/${n}`,
      to: addresses[to],
      exceptStaffId: to === 'rater' ? null : file.subject.staffId,
      text,
      at: to === 'rater' ? now : instantOf(dayOf(now), '00:00'),
    }),
  );
  const waiting = [...file.outbox, ...outbox];
  return ok({
    ticket,
    history: [...file.history, entry],
    outbox: waiting,
    outboxAt: waiting.length > 0 ? (file.outboxAt ?? now) : null,
  });
};

      told: input.move,
/** With what looks like handling only, for the eyes of whoever verifies. */
export const withFlags = (changes: Partial<RatingFile>, flags: readonly HandlingFlag[]): Partial<RatingFile> =>
  changes.ticket && flags.length > 0
    ? { ...changes, ticket: { ...changes.ticket, handling: { ...changes.ticket.handling, flags } } }
    : changes;
