import type { listTickets as contract } from '@shared/contracts/staff';
import { officialOf } from '@shared/domain/visibility';
import { ok, refuse } from '@shared/kernel/result';
import { addDays, dayOf, type Instant, instantOf } from '@shared/kernel/time';
import { tagTexts } from '@shared/policy/tags/texts';
import type { OfficialContext, OfficialUseCase } from '../../ports/context';
import { readCursor, writeCursor } from '../../ports/page';
import type { SeenFile } from '../../ports/seen-ratings';
import { remainingOf, workingTimeOf } from './time-left';

const BRIEF_CHARACTERS = 40;

/** What was complained of, short: the tags' words, else the beginning of the comment. */
const briefly = ({ dictionary, tags, comment }: Pick<SeenFile, 'dictionary' | 'tags' | 'comment'>): string =>
  [...(tags.length > 0 ? tagTexts(dictionary, tags).join('、') : comment)].slice(0, BRIEF_CHARACTERS).join('');

const cellOf = (seen: SeenFile, unitNames: ReadonlyMap<string, string>, now: Instant) => {
  const { _id, level, ratedOn, subject, ticketByDay: ticket, ...words } = seen;
  if (!ticket) throw new Error('a ticket list found a file without a ticket');
  return {
    ratingId: _id,
    ticketNo: ticket.ticketNo,
    state: ticket.state,
    level,
    said: briefly(words),
    servedBy: subject.names,
    unit: unitNames.get(ticket.unitId) ?? '',
    ratedOn,
    dueAt: ticket.dueAt,
    remaining: remainingOf(ticket.dueAt, now, workingTimeOf(subject.place, now)),
  };
};

const countsOf = async ({ now, ratings }: OfficialContext) => {
  const endOfToday = instantOf(addDays(dayOf(now), 1), '00:00');
  const [open, late, dueByTonight] = await Promise.all([
    ratings.countOpenTickets(),
    ratings.countOpenTickets(now),
    ratings.countOpenTickets(endOfToday),
  ]);
  return { open, late, today: dueByTonight - late };
};

/** 工单列表 */
export const listTickets: OfficialUseCase<typeof contract> = async (input, context) => {
  const { staff } = context.actor;
  const after = readCursor(input.cursor);
  if (!staff) return refuse('request.forbidden');
  if (!after.ok) return after;
  const official = officialOf(staff);
  const [page, counts] = await Promise.all([context.ratings.openTickets(after.value), countsOf(context)]);
  const unitIds = page.items.flatMap((seen) => seen.ticketByDay?.unitId ?? []);
  const own = [...official.bureauIds, ...official.unitIds];
  const orgs = await context.directory.orgs([...own, ...unitIds]);
  const names = new Map(orgs.map((org) => [org._id, org.name]));
  return ok({
    scope: own.map((id) => names.get(id) ?? '').join('、'),
    counts,
    items: page.items.map((seen) => cellOf(seen, names, context.now)),
    next: writeCursor(page.next),
  });
};
