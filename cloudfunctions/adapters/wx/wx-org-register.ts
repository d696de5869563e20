import type { Org } from '@shared/domain/organization';
import type { OrgRegister } from '../../ports/org-register';
import { changeRow, collection, command, rowOf, rowsById, rowsOf } from './wx-cloud';

const AT_MOST = 300;
const TRIES = 5;

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
  removeOneOfLiaisons: async (orgId, staffId) => {
    for (let i = 0; i < TRIES; i++) {
      const liaisonIds = (await rowOf<Org>('orgs', orgId))?.liaisonIds ?? [];
      const others = liaisonIds.filter((id) => id !== staffId);
      if (others.length === liaisonIds.length) return true;
      if (others.length === 0) return false;
      // As long as it names just these: who leaves together with him is not counted on.
      if (await changeRow('orgs', { _id: orgId, liaisonIds: command.eq([...liaisonIds]) }, { liaisonIds: others }))
        return true;
    }
    throw new Error('orgs: others were first too often');
  },
  removeLiaison: async (orgId, staffId) => {
    await orgs()
      .where({ _id: orgId })
      .update({ data: { liaisonIds: command.pull(staffId) } });
  },
};
