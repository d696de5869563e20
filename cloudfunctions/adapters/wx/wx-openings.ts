import type { Opening } from '@shared/domain/opening';
import type { Openings } from '../../ports/openings';
import { collection, command, insertRow, rowOf, rowsOf } from './wx-cloud';

const openings = () => collection('openings');

export const wxOpenings: Openings = {
  insert: async (opening) => {
    if (!(await insertRow('openings', opening))) throw new Error('an opening has the id of another');
  },
  find: (id) => rowOf('openings', id),
  newest: async (requestedBy, ratingId) =>
    (await rowsOf<Opening>(openings().where({ requestedBy, ratingId }).orderBy('requestedAt', 'desc').limit(1)))[0],
  of: (requestedBy, bureauIds, limit) =>
    rowsOf(
      openings()
        .where(
          bureauIds.length === 0
            ? { requestedBy }
            : command.or([{ requestedBy }, { bureauId: command.in([...bureauIds]) }]),
        )
        .orderBy('requestedAt', 'desc')
        .limit(limit),
    ),
  decide: async (_id, decision) => {
    const decided = (await openings()
      .where({ _id, state: 'awaitingSecond' })
      .update({ data: { ...decision } })) as {
      stats: { updated: number };
    };
    return decided.stats.updated === 1;
  },
};
