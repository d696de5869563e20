import type { listTickets as contract } from '@shared/contracts/staff';
import type { RatingFile } from '@shared/domain/rating-file';
import { type Official, seenBy } from '@shared/domain/visibility';
import { ok, refuse } from '@shared/kernel/result';
import { addDays, dayOf, type Instant, instantOf } from '@shared/kernel/time';
import { tagTexts } from '@shared/policy/tags/texts';
import type { Context, UseCase } from '../../ports/context';
import { readCursor, writeCursor } from '../../ports/page';
import { officialOf } from './official';
import { remainingOf, workingTimeOf } from './time-left';

const BRIEF_CHARACTERS = 40;

/** What was complained of, short: the tags' words, else the beginning of the comment. */
const briefly = ({ dictionary, tags, comment }: Pick<RatingFile, 'dictionary' | 'tags' | 'comment'>): string =>
  [...(tags.length > 0 ? tagTexts(dictionary, tags).join('、') : comment)].slice(0, BRIEF_CHARACTERS).join('');

const cellOf = (file: RatingFile, unitNames: ReadonlyMap<string, string>, now: Instant) => {
  const { _id, level, ratedOn, subject, ticket, ...words } = seenBy(file, 'handler');
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

const countsOf = async (official: Official, { now, ratings }: Context) => {
  const endOfToday = instantOf(addDays(dayOf(now), 1), '00:00');
  const [open, late, dueByTonight] = await Promise.all([
    ratings.countOpenTickets(official),
    ratings.countOpenTickets(official, now),
    ratings.countOpenTickets(official, endOfToday),
  ]);
  return { open, late, today: dueByTonight - late };
};

/** 工单列表 */
export const listTickets: UseCase<typeof contract> = async (input, context) => {
  const { staff } = context.actor;
  const after = readCursor(input.cursor);
  if (!staff) return refuse('request.forbidden');
  if (!after.ok) return after;
  const official = officialOf(staff);
  const [page, counts] = await Promise.all([
    context.ratings.openTickets(official, after.value),
    countsOf(official, context),
  ]);
  const unitIds = page.items.flatMap((file) => (file.ticket ? [file.ticket.unitId] : []));
  const own = [...official.bureauIds, ...official.unitIds];
  const orgs = await context.directory.orgs([...own, ...unitIds]);
  const names = new Map(orgs.map((org) => [org._id, org.name]));
  return ok({
    scope: own.map((id) => names.get(id) ?? '').join('、'),
    counts,
    items: page.items.map((file) => cellOf(file, names, context.now)),
    next: writeCursor(page.next),
  });
};
