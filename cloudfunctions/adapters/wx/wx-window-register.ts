import type { ServiceWindow } from '@shared/domain/organization';
import { PAGE_SIZE, pageOf } from '../../ports/page';
import type { WindowRegister } from '../../ports/window-register';
import { changeRow, collection, command, rowOf, rowsOf } from './wx-cloud';

const AT_MOST = 200;

/** The same person stands there by the same shift, or still nobody: null asks for a field that is null or not there. */
const stillOnDuty = (seen: ServiceWindow['onDuty']) =>
  seen ? { 'onDuty.staffId': seen.staffId, 'onDuty.shiftId': seen.shiftId ?? null } : { onDuty: null };

export const wxWindowRegister: WindowRegister = {
  find: (id) => rowOf('windows', id),
  within: async (orgId, after) =>
    pageOf(
      await rowsOf<ServiceWindow>(
        collection('windows')
          .where({ orgPath: orgId, ...(after && { _id: command.gt(after.id) }) })
          .orderBy('_id', 'asc')
          .limit(PAGE_SIZE + 1),
      ),
      ({ _id }) => ({ at: 0, id: _id }),
    ),
  ofUnits: (orgIds) =>
    rowsOf(
      collection('windows')
        .where({ orgId: command.in([...orgIds]) })
        .orderBy('_id', 'asc')
        .limit(AT_MOST),
    ),
  servedBy: (staffId) => rowsOf(collection('windows').where({ 'onDuty.staffId': staffId }).limit(AT_MOST)),
  changeDuty: ({ _id, onDuty: seen }, onDuty) => changeRow('windows', { _id, ...stillOnDuty(seen) }, { onDuty }),
  changeCode: ({ _id, code: { serial, revoked } }, code) =>
    changeRow('windows', { _id, 'code.serial': serial, 'code.revoked': revoked }, { code }),
};
