import type { Identities } from '../../ports/identities';
import { changeRow, collection, command, insertRow, rowOf, rowsOf, sealedUnderOther } from './wx-cloud';

const identities = () => collection('identities');

export const wxIdentities: Identities = {
  find: (ref) => rowOf('identities', ref),
  save: async (identity) => {
    const { _id, rev, ...fields } = identity;
    if (rev === 0) return insertRow('identities', { ...identity, rev: 1 });
    return changeRow('identities', { _id, rev }, { ...fields, rev: rev + 1 });
  },
  accountsOf: (idIndex) => rowsOf(identities().where({ idIndex }).limit(20).field({ proofs: true })),
  due: (now, limit) =>
    rowsOf(
      identities()
        .where({ keepUntil: command.lte(now).and(command.gt(0)) })
        .orderBy('keepUntil', 'asc')
        .limit(limit),
    ),
  sealedUnderOther: (keyVersion, limit) => rowsOf(identities().where(sealedUnderOther(keyVersion)).limit(limit)),
  remove: async ({ _id, rev }) => {
    await identities().where({ _id, rev }).remove();
  },
};
