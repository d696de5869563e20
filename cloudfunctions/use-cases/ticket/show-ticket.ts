import type { showTicket as contract } from '@shared/contracts/staff';
import { sayHistory } from '@shared/domain/message';
import { movesOf } from '@shared/domain/ticket-table';
import { isHandler, officialOf, type StepClockByDay } from '@shared/domain/visibility';
import type { WorkingTimeRules } from '@shared/domain/working-time';
import { ok, refuse } from '@shared/kernel/result';
import type { Instant } from '@shared/kernel/time';
import { tagTexts } from '@shared/policy/tags/texts';
import type { OfficialUseCase } from '../../ports/context';
import { originalOf } from '../rating/original';
import { handlingView } from './handling-view';
import { remainingOf, workingTimeOf } from './time-left';

/** One clock with all that answers 为什么是这个期限. */
const clockView = (clock: StepClockByDay, now: Instant, rules: WorkingTimeRules | undefined) => {
  const { step, deadline } = clock;
  const isDone = clock.doneAt !== null;
  if (!deadline) return { step, isDone, dueAt: null, remaining: null, missingYear: clock.missingYear, why: null };
  const { dueAt, startedOn, span, basis, calendarRevisions, counted, skipped } = deadline;
  return {
    step,
    isDone,
    dueAt,
    remaining: isDone ? null : remainingOf(dueAt, now, rules),
    missingYear: null,
    why: {
      startedOn,
      span,
      basis,
      calendarRevisions: [...calendarRevisions],
      counted: [...counted],
      skipped: [...skipped],
    },
  };
};

/** 工单详情: for the unit and its bureau; to everybody else the ticket does not exist. */
export const showTicket: OfficialUseCase<typeof contract> = async (
  { ratingId },
  { actor, directory, now, photos, ratings },
) => {
  const file = await ratings.find(ratingId);
  if (!file?.ticketByDay) return refuse('ticket.unknown');
  const { ticketByDay: ticket, subject, ...seen } = file;
  const [unit] = await directory.orgs([ticket.unitId]);
  const rules = workingTimeOf(subject.place, now);
  const isHis = actor.staff !== null && isHandler(officialOf(actor.staff), ticket);
  return ok({
    ratingId,
    ticketNo: ticket.ticketNo,
    state: ticket.state,
    place: subject.place,
    level: seen.level,
    tags: tagTexts(seen.dictionary, seen.tags),
    comment: seen.comment,
    heldFromPublication: seen.heldFromPublication,
    photoUrls: [...(await photos.links(seen.photos))],
    ratedOn: seen.ratedOn,
    servedBy: subject.names,
    caseNo: subject.caseNo,
    unit: unit?.name ?? '',
    routedBy: ticket.routedBy,
    clocks: ticket.clocks.map((clock) => clockView(clock, now, rules)),
    history: seen.historyByDay.map((entry) => ({
      on: entry.on,
      text: sayHistory(entry),
      post: entry.post ?? null,
      words: entry.words || null,
    })),
    version: seen.rev,
    moves: [...movesOf(ticket.state, [isHis ? 'handler' : 'supervisor'])],
    handling: await handlingView(ticket.handling, !isHis, photos),
    original: originalOf(seen.original),
    followOn: seen.followOn?.words ?? null,
  });
};
