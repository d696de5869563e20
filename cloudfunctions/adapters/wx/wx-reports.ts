import type { RetaliationReport } from '@shared/domain/retaliation-report';
import { PAGE_SIZE, pageOf } from '../../ports/page';
import type { Reports } from '../../ports/reports';
import { changeRow, collection, command, countOf, insertRow, rowOf, rowsOf, sealedUnderOther } from './wx-cloud';

/** As many as the platform answers at once. */
const MOST_ROWS = 1_000;

const reports = () => collection('reports');

export const wxReports: Reports = {
  find: (id) => rowOf('reports', id),
  insert: async (report) => {
    await insertRow('reports', report);
  },
  ofRating: (raterRef, ratingId) =>
    rowsOf(reports().where({ ratingId, raterRef }).orderBy('at', 'desc').limit(PAGE_SIZE)),
  ofRater: (raterRef) => rowsOf(reports().where({ raterRef }).limit(MOST_ROWS)),
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
  forgetRater: async (raterRef, newRef) => {
    await reports()
      .where({ raterRef })
      .update({ data: { raterRef: newRef } });
  },
  sealedUnderOther: (keyVersion, limit) => rowsOf(reports().where(sealedUnderOther(keyVersion)).limit(limit)),
  reseal: ({ _id, sealed }, seals) =>
    changeRow('reports', { _id, 'sealed.text': sealed.text, 'sealed.result': sealed.result }, seals),
  close: (_id, closing) => changeRow('reports', { _id, closedAt: null }, closing),
};
