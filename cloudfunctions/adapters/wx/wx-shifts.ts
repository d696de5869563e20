import type { Shift } from '@shared/domain/shift';
import type { Shifts } from '../../ports/shifts';
import { changeRow, collection, command, insertRow, rowsOf } from './wx-cloud';

const shifts = () => collection('shifts');

export const wxShifts: Shifts = {
  runningOf: async (staffId) => (await rowsOf<Shift>(shifts().where({ staffId, until: null }).limit(1)))[0],
  begin: (shift) => insertRow('shifts', shift),
  end: async (_id, at) => {
    await changeRow('shifts', { _id, until: null }, { until: at });
  },
  begunBefore: (moment, limit) =>
    rowsOf(
      shifts()
        .where({ until: null, from: command.lt(moment) })
        .orderBy('from', 'asc')
        .limit(limit),
    ),
};
