import type { ServiceWindow } from '@shared/domain/organization';
import { PAGE_SIZE, pageOf } from '../../ports/page';
import type { WindowRegister } from '../../ports/window-register';
import { changeRow, collection, command, rowOf, rowsOf } from './wx-cloud';

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
  changeCode: ({ _id, code: { serial, revoked } }, code) =>
    changeRow('windows', { _id, 'code.serial': serial, 'code.revoked': revoked }, { code }),
};
