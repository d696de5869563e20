import type { Clue } from '@shared/domain/clue';
import type { Clues } from '../../ports/clues';
import { PAGE_SIZE, pageOf } from '../../ports/page';
import { changeRow, collection, command, insertRow, rowOf, rowsOf, sealedUnderOther } from './wx-cloud';

const clues = () => collection('clues');

export const wxClues: Clues = {
  find: (id) => rowOf('clues', id),
  insert: async (clue) => {
    await insertRow('clues', clue);
  },
  transferredBy: (staffId, ratingId) =>
    rowsOf(clues().where({ ratingId, transferredBy: staffId }).orderBy('at', 'desc').limit(PAGE_SIZE)),
  readAt: async (bureauIds, staffId, after) =>
    pageOf(
      await rowsOf<Clue>(
        clues()
          .where(
            command.and([
              { bureauIds: command.in([...bureauIds]), ratedStaffId: command.neq(staffId) },
              after ? command.or([{ at: command.lt(after.at) }, { at: after.at, _id: command.lt(after.id) }]) : {},
            ]),
          )
          .orderBy('at', 'desc')
          .orderBy('_id', 'desc')
          .limit(PAGE_SIZE + 1),
      ),
      (clue) => ({ at: clue.at, id: clue._id }),
    ),
  acknowledge: ({ _id, state }, next) => changeRow('clues', { _id, state }, { state: next }),
  sealedUnderOther: (keyVersion, limit) => rowsOf(clues().where(sealedUnderOther(keyVersion)).limit(limit)),
  reseal: ({ _id, sealed }, seal) => changeRow('clues', { _id, sealed }, seal),
};
