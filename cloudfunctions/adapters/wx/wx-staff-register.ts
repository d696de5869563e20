import type { StaffMember } from '@shared/domain/role';
import { PAGE_SIZE, pageOf } from '../../ports/page';
import type { StaffRegister } from '../../ports/staff-register';
import { changeRow, collection, command, rowOf, rowsOf, unlessTaken } from './wx-cloud';

const staff = () => collection('staff');

export const wxStaffRegister: StaffRegister = {
  find: (id) => rowOf('staff', id),
  at: async (orgId, after) =>
    pageOf(
      await rowsOf<StaffMember>(
        staff()
          .where({ orgId, ...(after && { _id: command.gt(after.id) }) })
          .orderBy('_id', 'asc')
          .limit(PAGE_SIZE + 1),
      ),
      ({ _id }) => ({ at: 0, id: _id }),
    ),
  ofInvitation: async (index) => (await rowsOf<StaffMember>(staff().where({ 'invitation.index': index }).limit(1)))[0],
  change: ({ _id, rev }, changes) =>
    unlessTaken(
      async () => ((await changeRow('staff', { _id, rev }, { ...changes, rev: rev + 1 })) ? 'changed' : 'overtaken'),
      'accountTaken',
    ),
};
