import type { Ticket, TicketState, TicketStep } from '@shared/domain/ticket';
import { clockOf } from '@shared/domain/ticket-clocks';
import type { SeenBy } from '@shared/domain/visibility';
import { dayOf, type Instant } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import type { Photos } from '../../ports/photos';

/** The step that the ticket waits for in each state; once contact is made, the cure. */
const stepsOf = (state: TicketState): readonly TicketStep[] => {
  if (state === 'awaitingDispatch') return ['dispatch'];
  if (state === 'awaitingAcceptance' || state === 'awaitingFollowUp') return ['accept', 'rectify'];
  if (state === 'rectifying') return ['rectify'];
  if (state === 'awaitingVerification') return ['verify'];
  return state === 'awaitingVerdict' ? ['verdict'] : [];
};

/** What the ticket now waits for and by when; null when nothing runs. */
export const nextOf = (ticket: Ticket | null) => {
  if (!ticket) return null;
  const clocks = stepsOf(ticket.state).map((step) => clockOf(ticket, step));
  const running = clocks.find((clock) => clock?.doneAt === null);
  return running ? { step: running.step, dueAt: running.deadline?.dueAt ?? null } : null;
};

const SHOWN_IN = ['awaitingVerdict', 'closed'];

/** What came of it, for the rater: the answer that a supervisor found in order, and what he thinks of it. */
export const outcomeOf = async ({ ticket, subject }: SeenBy<'rater'>, now: Instant, photos: Photos) => {
  const { rectification = null, verdict = null, reopenings = 0, verifiedBy = null } = ticket?.handling ?? {};
  const policy = policyOn(subject.place, dayOf(now));
  const isShown = ticket !== null && verifiedBy !== null && SHOWN_IN.includes(ticket.state);
  return {
    result:
      rectification && isShown
        ? {
            reply: rectification.reply,
            photoUrls: [...(await photos.links(rectification.photos))],
            judgeBy: clockOf(ticket, 'verdict')?.deadline?.dueAt ?? null,
          }
        : null,
    verdict: verdict && { level: verdict.level, words: verdict.words },
    mayReopen: policy.ok && reopenings < policy.value.ticket.reopeningsAtMost.value,
  };
};
