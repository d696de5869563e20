import type { submitRating } from '@shared/contracts/citizen';
import type { OutputOf } from '@shared/contracts/contract';
import type { RatingFile } from '@shared/domain/rating-file';
import type { Ticket } from '@shared/domain/ticket';

type Receipt = OutputOf<typeof submitRating>;

/** What a bad rating is promised: by when somebody calls, by when it is put right. */
export const promiseOf = (ticket: Ticket | null): Receipt['promise'] => {
  if (!ticket) return null;
  const dueAt = (step: 'accept' | 'rectify') =>
    ticket.clocks.find((clock) => clock.step === step)?.deadline?.dueAt ?? null;
  return { ticketNo: ticket.ticketNo, contactBy: dueAt('accept'), rectifyBy: dueAt('rectify') };
};

/** 评价回执: made from the stored file alone, so that every retry gets the same one. */
export const receiptOf = (
  { _id, receiptNo, level, ratedAt, subject, ticket, proof }: RatingFile,
  asSent: boolean,
): Receipt => ({
  ratingId: _id,
  receiptNo,
  level,
  ratedAt,
  servedBy: subject.names,
  promise: promiseOf(ticket),
  proof,
  asSent,
});
