import type { Org } from '@shared/domain/organization';
import type { OrgRegister } from '../../ports/org-register';
import { changeRow, collection, command, rowsById, rowsOf } from './wx-cloud';

const AT_MOST = 300;

const orgs = () => collection('orgs');

export const wxOrgRegister: OrgRegister = {
  below: (parentId) => rowsOf<Org>(orgs().where({ parentId }).orderBy('_id', 'asc').limit(AT_MOST)),
  find: (ids) => rowsById<Org>('orgs', [...new Set(ids)]),
  setAway: async (_id, staffId, until) => {
    await changeRow('orgs', { _id }, { [`awayUntil.${staffId}`]: until });
  },
  setDeputy: async (_id, staffId, deputyship) => {
    await changeRow('orgs', { _id }, { [`deputies.${staffId}`]: deputyship });
  },
  addLiaison: async (orgId, staffId) => {
    await orgs()
      .where({ _id: orgId })
      .update({ data: { liaisonIds: command.addToSet(staffId) } });
  },
  removeLiaison: async (orgId, staffId) => {
    await orgs()
      .where({ _id: orgId })
      .update({ data: { liaisonIds: command.pull(staffId) } });
  },
};
