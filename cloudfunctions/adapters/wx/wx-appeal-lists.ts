import { type AppealFilter, TODO_STATES } from '@shared/domain/appeal-filters';
import type { RatingFile } from '@shared/domain/rating-file';
import type { Official } from '@shared/domain/visibility';
import type { AppealLists } from '../../ports/appeal-lists';
import { isAmong, pageBy } from './ticket-queries';
import { collection, command, countOf, rowsOf } from './wx-cloud';

const ratings = () => collection('ratings');
const TOLD_AT = 'ticket.handling.toldRated.at';

/** Under way is what has a clock. */
const RUNNING = { 'appeal.clock': command.neq(null) };

/** The same relation as `appealCapacities` in `visibility.ts`, as a query. */
const todo = ({ staffId, unitIds, bureauIds }: Official) => {
  const at = (field: string, ids: readonly string[], states: readonly string[], rest: object = {}) =>
    ids.length === 0 ? [] : [{ ...isAmong(field, ids), ...isAmong('appeal.state', states), ...rest }];
  // Nobody confirms what he proposed himself.
  const ofAnother = { 'appeal.ruling.staffId': command.neq(staffId) };
  const branches = [
    ...at('appeal.unitId', unitIds, TODO_STATES.unit),
    ...at('appeal.bureauId', bureauIds, TODO_STATES.reviewer, ofAnother),
    ...at('appeal.reportedTo', bureauIds, TODO_STATES.city),
  ];
  return branches.length > 1 ? command.or(branches) : (branches[0] ?? { _id: '' });
};

const within = (official: Official, filter: AppealFilter) => {
  const orgIds = [...official.unitIds, ...official.bureauIds];
  const his = { 'subject.staffId': command.neq(official.staffId), raterRef: command.neq(official.accountRef) };
  if (orgIds.length === 0) return { _id: '' };
  const ours = isAmong('appeal.orgIds', orgIds);
  if (filter === 'todo') return command.and([ours, todo(official), RUNNING, his]);
  return command.and([ours, filter === 'open' ? RUNNING : { 'appeal.clock': null }, his]);
};

export const wxAppealLists: AppealLists = {
  toldTo: (staffId, since, limit) =>
    rowsOf(
      ratings()
        .where({ 'subject.staffId': staffId, ratedAt: command.gte(since), [TOLD_AT]: command.gt(0) })
        .orderBy('ratedAt', 'desc')
        .limit(limit),
    ),
  toldByTicket: async (staffId, ticketNo) =>
    (
      await rowsOf<RatingFile>(
        ratings()
          .where({ 'subject.staffId': staffId, [TOLD_AT]: command.gt(0), 'ticket.ticketNo': ticketNo })
          .limit(1),
      )
    )[0],
  appeals: (official, filter, cursor) =>
    filter === 'done'
      ? pageBy('appeal.filedAt', 'desc', within(official, filter), cursor)
      : pageBy('appeal.dueAt', 'asc', within(official, filter), cursor),
  appealCounts: async (official) => {
    const [todoCount, open] = await Promise.all([
      countOf(ratings().where(within(official, 'todo'))),
      countOf(ratings().where(within(official, 'open'))),
    ]);
    return { todo: todoCount, open };
  },
  appealsDue: (now, limit) =>
    rowsOf(
      ratings()
        .where({ 'appeal.nextAt': command.lte(now).and(command.gt(0)) })
        .orderBy('appeal.nextAt', 'asc')
        .limit(limit),
    ),
};
