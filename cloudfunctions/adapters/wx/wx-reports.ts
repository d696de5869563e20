import type { RetaliationReport } from '@shared/domain/retaliation-report';
import { PAGE_SIZE, pageOf } from '../../ports/page';
import type { Reports } from '../../ports/reports';
import { collection, command, countOf, insertRow, rowOf, rowsOf } from './wx-cloud';

const reports = () => collection('reports');

export const wxReports: Reports = {
  find: (id) => rowOf('reports', id),
  insert: async (report) => {
    await insertRow('reports', report);
  },
  ofRating: (raterRef, ratingId) =>
    rowsOf(reports().where({ ratingId, raterRef }).orderBy('at', 'desc').limit(PAGE_SIZE)),
  hasOpen: async (raterRef) => (await countOf(reports().where({ raterRef, closedAt: null }))) > 0,
  readBy: async (bureauIds, staffId, after) =>
    pageOf(
      await rowsOf<RetaliationReport>(
        reports()
          .where(
            command.and([
              { bureauId: command.in([...bureauIds]), ratedStaffId: command.neq(staffId) },
              after ? command.or([{ at: command.lt(after.at) }, { at: after.at, _id: command.lt(after.id) }]) : {},
            ]),
          )
          .orderBy('at', 'desc')
          .orderBy('_id', 'desc')
          .limit(PAGE_SIZE + 1),
      ),
      (report) => ({ at: report.at, id: report._id }),
    ),
  close: async (_id, { sealed, closedAt, closedBy }) => {
    const closed = (await reports()
      .where({ _id, closedAt: null })
      .update({ data: { sealed: command.set(sealed), closedAt, closedBy } })) as { stats: { updated: number } };
    return closed.stats.updated === 1;
  },
};
