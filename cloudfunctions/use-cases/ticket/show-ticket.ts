import type { showTicket as contract } from '@shared/contracts/staff';
import type { AppealByDay } from '@shared/domain/appeal-by-day';
import type { StaffMember } from '@shared/domain/role';
import { movesOf } from '@shared/domain/ticket-table';
import { appealCapacities, isHandler, officialOf } from '@shared/domain/visibility';
import { ok, refuse } from '@shared/kernel/result';
import { tagTexts } from '@shared/policy/tags/texts';
import type { OfficialUseCase } from '../../ports/context';
import { originalOf } from '../rating/original';
import { clockView } from './clock-view';
import { handlingView } from './handling-view';
import { historyLine } from './history-line';
import { workingTimeOf } from './time-left';

/** Whoever handles a ticket that was sent on is not told of an appeal that goes through another unit. */
const mayOpen = (appeal: AppealByDay, staff: StaffMember | null): boolean =>
  staff !== null && appealCapacities(officialOf(staff), appeal).length > 0;

/** 工单详情: for the unit and its bureau; to everybody else the ticket does not exist. */
export const showTicket: OfficialUseCase<typeof contract> = async (
  { ratingId },
  { actor, directory, now, photos, ratings },
) => {
  const file = await ratings.find(ratingId);
  if (!file?.ticketByDay) return refuse('ticket.unknown');
  const { ticketByDay: ticket, appealByDay: appeal, subject, ...seen } = file;
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
    history: seen.historyByDay.map(historyLine),
    version: seen.rev,
    moves: [...movesOf(ticket.state, [isHis ? 'handler' : 'supervisor'])],
    handling: await handlingView(ticket.handling, !isHis, photos),
    original: originalOf(seen.original),
    followOn: seen.followOn?.words ?? null,
    appeal: appeal && mayOpen(appeal, actor.staff) ? { appealNo: appeal.appealNo, state: appeal.state } : null,
  });
};
