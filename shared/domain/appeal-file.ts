import { ok, type Result } from '../kernel/result';
import { dayOf, type Instant, instantOf } from '../kernel/time';
import type { Appeal } from './appeal';
import { APPEAL_REASON_LABELS } from './appeal-labels';
import { type AppealAddressee, appealMessagesOf } from './appeal-messages';
import {
  type AppealBy,
  type AppealInput,
  type AppealMoveRefusal,
  type AppealMoveRules,
  moveAppeal,
} from './appeal-moves';
import { type HistoryEntry, type OutboxEntry, orgInbox, outboxDueAt, raterInbox, staffInbox } from './message';
import type { RatingFile } from './rating-file';
import { type MoveRules, moveTicket } from './ticket-moves';

/** What the place says on appeals, and on the tickets that a ruling stops and restores. */
export type RulingRules = { readonly appeal: AppealMoveRules; readonly ticket: MoveRules };

/** A file with an appeal has a ticket: only what is or was bad is appealed. */
const ticketOf = ({ ticket }: RatingFile) => {
  if (!ticket) throw new Error('an appeal without a ticket');
  return ticket;
};

const addressOf = (to: AppealAddressee, { raterRef, subject, ticket }: RatingFile, appeal: Appeal): string => {
  switch (to) {
    case 'rated':
      return staffInbox(subject.staffId ?? '');
    case 'rater':
      return raterInbox(raterRef);
    case 'unit':
      return orgInbox(appeal.unitId ?? ticket?.unitId ?? '');
    case 'bureau':
      return orgInbox(appeal.bureauId);
    case 'upper':
      return orgInbox(appeal.upperBureauId);
    case 'city':
      return orgInbox(appeal.cityBureauId ?? '');
  }
};

/** The file's outbox with what this step tells; no message to officials tells the minute. */
const telling = (file: RatingFile, appeal: Appeal, input: AppealInput | { move: 'file' }, now: Instant) => {
  const messages = appealMessagesOf(appeal, input, file.subject).map(
    ({ to, text }, n): OutboxEntry => ({
      id: `${to === 'rated' ? appeal.appealNo : file._id}/appeal/${appeal.version}/${n}`,
      to: addressOf(to, file, appeal),
      exceptStaffId: to === 'rater' || to === 'rated' ? null : file.subject.staffId,
      text,
      told: `appeal.${input.move}`,
      at: to === 'rater' ? now : instantOf(dayOf(now), '00:00'),
    }),
  );
  const outbox = [...file.outbox, ...messages];
  return { outbox, outboxAt: outboxDueAt(outbox, file.outboxAt, now) };
};

/** 提出申诉, in the rating's file. */
export const filedAppeal = (file: RatingFile, appeal: Appeal, now: Instant): Partial<RatingFile> => ({
  appeal,
  ...telling(file, appeal, { move: 'file' }, now),
});

const RULING = { mover: 'ruling', staffId: null } as const;

const ticketMoved = (file: RatingFile, move: 'setAside' | 'restore', now: Instant, rules: MoveRules) => {
  const moved = moveTicket(ticketOf(file), { move }, RULING, now, rules);
  // What the ticket does meanwhile changes its state, never whether a ruling may stop it.
  if (!moved.ok) throw new Error(`a ruling could not ${move} the ticket: ${moved.code}`);
  const entry: HistoryEntry = { at: now, what: move };
  return { ticket: moved.value, history: [...file.history, entry] };
};

/** 不予采纳: kept and not counted; its ticket stops in the same write. */
const setAside = (file: RatingFile, appeal: Appeal, now: Instant, rules: MoveRules): Partial<RatingFile> => {
  const { standing, standingReason, quarantinedAt } = file;
  const ruling = appeal.decision?.ruling;
  const why = ruling?.grants ? APPEAL_REASON_LABELS[ruling.reason] : '';
  const stoodAs = { standing, quarantinedAt, ...(standingReason !== undefined && { standingReason }) };
  return {
    appeal: { ...appeal, stoodAs },
    ...{ standing: 'setAside', standingReason: `经申诉复核：${why}`, quarantinedAt: null },
    ...ticketMoved(file, 'setAside', now, rules),
  };
};

/** A decision reversed restores everything. */
const restored = (file: RatingFile, appeal: Appeal, now: Instant, rules: MoveRules): Partial<RatingFile> => ({
  appeal: { ...appeal, stoodAs: null },
  ...{ standingReason: '', ...appeal.stoodAs },
  ...ticketMoved(file, 'restore', now, rules),
});

const effectOf = (
  file: RatingFile,
  appeal: Appeal,
  { move }: AppealInput,
  now: Instant,
  rules: MoveRules,
): Partial<RatingFile> => {
  if (move === 'confirmGrant' && appeal.stoodAs === null) return setAside(file, appeal, now, rules);
  if (move === 'confirmDenial' && appeal.stoodAs !== null) return restored(file, appeal, now, rules);
  return { appeal };
};

/** One step of the appeal in its rating's file, with all that follows from it: the fields that change, to be written if nobody was first. */
export const movedAppealFile = (
  file: RatingFile & { readonly appeal: Appeal },
  input: AppealInput,
  by: AppealBy,
  now: Instant,
  rules: RulingRules,
): Result<Partial<RatingFile>, AppealMoveRefusal> => {
  const moved = moveAppeal(file.appeal, input, by, now, rules.appeal);
  if (!moved.ok) return moved;
  const changes = effectOf(file, moved.value, input, now, rules.ticket);
  return ok({ ...changes, ...telling({ ...file, ...changes }, moved.value, input, now) });
};
