import type { RatingFile } from '@shared/domain/rating-file';
import { STATES_OF } from '@shared/domain/ticket-filters';
import { UNDONE } from '@shared/domain/ticket-table';
import type { Official } from '@shared/domain/visibility';
import type { Instant } from '@shared/kernel/time';
import { type Cursor, PAGE_SIZE, pageOf } from '../../ports/page';
import { collection, command, rowsOf } from './wx-cloud';

const $ = command.aggregate;
export const RESULT_AT = 'ticket.handling.rectification.at';
export const OPEN = [...UNDONE, ...STATES_OF.waiting];

export const isAmong = (field: string, values: readonly string[]) => ({
  [field]: values.length === 1 ? values[0] : command.in([...values]),
});

/**
 * The same relation as `relationOf` in `visibility.ts`, as a query. The conditions stand inside each branch, where an index
 * serves them together with the place.
 */
export const handledBy = ({ staffId, accountRef, unitIds, bureauIds }: Official, asUnit: object, asBureau = asUnit) => {
  const branches = [
    ...(unitIds.length > 0 ? [command.and([isAmong('ticket.unitId', unitIds), asUnit])] : []),
    ...(bureauIds.length > 0 ? [command.and([isAmong('ticket.bureauId', bureauIds), asBureau])] : []),
  ];
  const places = branches.length > 1 ? command.or(branches) : (branches[0] ?? { _id: '' });
  return command.and([places, { 'subject.staffId': command.neq(staffId), raterRef: command.neq(accountRef) }]);
};

/** A ticket without a deadline has no moment to sort by: it stands first upwards, last downwards, and has 0 in the cursor. */
const after = (field: string, cursor: Cursor | null, direction: 'asc' | 'desc') => {
  if (!cursor) return {};
  const { at, id } = cursor;
  if (direction === 'asc') {
    const beyond = command.or([{ [field]: command.gt(at) }, { [field]: at === 0 ? null : at, _id: command.gt(id) }]);
    return at === 0 ? beyond : command.and([{ [field]: command.gte(at) }, beyond]);
  }
  if (at === 0) return { [field]: null, _id: command.lt(id) };
  return command.or([{ [field]: command.lt(at) }, { [field]: at, _id: command.lt(id) }, { [field]: null }]);
};

/** What lists are sorted by. */
const MOMENT_OF = {
  'ticket.dueAt': ({ ticket }: RatingFile) => ticket?.dueAt,
  [RESULT_AT]: ({ ticket }: RatingFile) => ticket?.handling.rectification?.at,
  'appeal.dueAt': ({ appeal }: RatingFile) => appeal?.dueAt,
  'appeal.filedAt': ({ appeal }: RatingFile) => appeal?.filedAt,
} as const;

export const pageBy = async (
  field: keyof typeof MOMENT_OF,
  direction: 'asc' | 'desc',
  condition: object,
  cursor: Cursor | null,
) => {
  const found = await rowsOf<RatingFile>(
    collection('ratings')
      .where(command.and([condition, after(field, cursor, direction)]))
      .orderBy(field, direction)
      .orderBy('_id', direction)
      .limit(PAGE_SIZE + 1),
  );
  return pageOf(found, (file) => ({ at: MOMENT_OF[field](file) ?? 0, id: file._id }));
};

export const howMany = (condition: unknown) => $.sum($.cond([condition, 1, 0]));
export const isState = (states: readonly string[]) => $.in(['$ticket.state', [...states]]);
/** In an expression nothing is less than every moment. */
const isDueBefore = (at: Instant) => $.and([$.gt(['$ticket.dueAt', 0]), $.lt(['$ticket.dueAt', at])]);
export const isLate = (now: Instant) => $.and([isState(UNDONE), isDueBefore(now)]);
