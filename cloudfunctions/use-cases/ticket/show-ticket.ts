import type { showTicket as contract } from '@shared/contracts/staff';
import { sayHistory } from '@shared/domain/message';
import type { StepClock } from '@shared/domain/ticket';
import { relationOf, seenBy } from '@shared/domain/visibility';
import type { WorkingTimeRules } from '@shared/domain/working-time';
import { ok, refuse } from '@shared/kernel/result';
import { dayOf, type Instant } from '@shared/kernel/time';
import { tagTexts } from '@shared/policy/tags/texts';
import type { UseCase } from '../../ports/context';
import { officialOf } from './official';
import { remainingOf, workingTimeOf } from './time-left';

/** One clock with all that answers 为什么是这个期限. */
const clockView = (clock: StepClock, now: Instant, rules: WorkingTimeRules | undefined) => {
  const { step, deadline } = clock;
  if (!deadline) return { step, dueAt: null, remaining: null, missingYear: clock.missingYear, why: null };
  const { dueAt, startedAt, span, basis, calendarRevisions, counted, skipped } = deadline;
  return {
    step,
    dueAt,
    remaining: remainingOf(dueAt, now, rules),
    missingYear: null,
    why: {
      startedOn: dayOf(startedAt),
      span,
      basis,
      calendarRevisions: [...calendarRevisions],
      counted: [...counted],
      skipped: [...skipped],
    },
  };
};

/** 工单详情: for the unit and its bureau; to everybody else the ticket does not exist. */
export const showTicket: UseCase<typeof contract> = async (
  { ratingId },
  { actor, directory, now, photos, ratings },
) => {
  const file = await ratings.find(ratingId);
  if (!actor.staff || !file || relationOf(officialOf(actor.staff), file) !== 'handler') {
    return refuse('ticket.unknown');
  }
  const { ticket, subject, ...seen } = seenBy(file, 'handler');
  if (!ticket) return refuse('ticket.unknown');
  const [unit] = await directory.orgs([ticket.unitId]);
  const rules = workingTimeOf(subject.place, now);
  return ok({
    ratingId,
    ticketNo: ticket.ticketNo,
    state: ticket.state,
    level: seen.level,
    tags: tagTexts(seen.dictionary, seen.tags),
    comment: seen.comment,
    photoUrls: [...(await photos.links(seen.photos))],
    ratedOn: seen.ratedOn,
    servedBy: subject.names,
    caseNo: subject.caseNo,
    unit: unit?.name ?? '',
    routedBy: ticket.routedBy,
    clocks: ticket.clocks.map((clock) => clockView(clock, now, rules)),
    history: seen.history.map((entry) => ({ on: dayOf(entry.at), text: sayHistory(entry) })),
  });
};
