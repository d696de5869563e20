import type { StaffMember } from '@shared/domain/role';
import { turnOf } from '@shared/domain/ticket-filters';
import { isHandler, type Official, officialOf } from '@shared/domain/visibility';
import { addDays, dayOf, type Instant, instantOf } from '@shared/kernel/time';
import { tagTexts } from '@shared/policy/tags/texts';
import type { OfficialContext } from '../../ports/context';
import type { SeenFile } from '../../ports/seen-ratings';
import { remainingOf, workingTimeOf } from './time-left';

const BRIEF_CHARACTERS = 40;
/** 近期: so far back go the figures and clusters that are not of open tickets alone. */
const RECENT_DAYS = 90;

/** The beginning of the first day that is recent. */
export const recentFrom = (now: Instant): Instant => instantOf(addDays(dayOf(now), -RECENT_DAYS), '00:00');

/** What was complained of, short: the tags' words, else the beginning of the comment. */
const briefly = ({ dictionary, tags, comment }: Pick<SeenFile, 'dictionary' | 'tags' | 'comment'>): string =>
  [...(tags.length > 0 ? tagTexts(dictionary, tags).join('、') : comment)].slice(0, BRIEF_CHARACTERS).join('');

const cellOf = (seen: SeenFile, official: Official, names: ReadonlyMap<string, string>, now: Instant) => {
  const { _id, level, ratedOn, subject, ticketByDay: ticket, ...words } = seen;
  if (!ticket) throw new Error('a ticket list found a file without a ticket');
  return {
    ratingId: _id,
    ticketNo: ticket.ticketNo,
    state: ticket.state,
    level,
    said: briefly(words),
    servedBy: subject.names,
    unit: names.get(ticket.unitId) ?? '',
    ratedOn,
    dueAt: ticket.dueAt,
    remaining: remainingOf(ticket.dueAt, now, workingTimeOf(subject.place, now)),
    turn: turnOf(ticket, isHandler(official, ticket) ? 'handler' : 'supervisor', now),
  };
};

/** The names of these orgs, and of those for which he acts as one line. */
export const namesFor = async (
  staff: StaffMember,
  orgIds: readonly string[],
  { directory }: Pick<OfficialContext, 'directory'>,
) => {
  const { bureauIds, unitIds } = officialOf(staff);
  const own = [...bureauIds, ...unitIds];
  const orgs = await directory.orgs([...own, ...orgIds]);
  const names = new Map(orgs.map((org) => [org._id, org.name]));
  return { names, scope: own.map((id) => names.get(id) ?? '').join('、'), orgs };
};

/** 工单 of a list as this official sees them. */
export const cellsOf = (
  seen: readonly SeenFile[],
  staff: StaffMember,
  names: ReadonlyMap<string, string>,
  now: Instant,
) => {
  const official = officialOf(staff);
  return seen.map((file) => cellOf(file, official, names, now));
};

export const unitsOf = (seen: readonly SeenFile[]): readonly string[] =>
  seen.flatMap(({ ticketByDay }) => ticketByDay?.unitId ?? []);
