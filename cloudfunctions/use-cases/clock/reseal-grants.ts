import type { Grant } from '@shared/domain/notification';
import type { Job } from '../../ports/context';
import { placeOfOpenid } from '../notification/seal-openid';

const BATCH = 50;

/** 换钥 of the accounts that messages go to; what cannot be opened stays as it is and is counted as left. */
export const resealGrants: Job = async ({ grants, vault }) => {
  const reseal = async (grant: Grant): Promise<boolean> => {
    const place = placeOfOpenid(grant._id);
    const openid = vault.open(grant.openid, place);
    if (!openid.ok) return false;
    return grants.reseal(grant, { openid: vault.seal(openid.value, place), keyVersion: vault.keyVersion });
  };
  const old = await grants.sealedUnderOther(vault.keyVersion, BATCH);
  const done = (await Promise.all(old.map(reseal))).filter(Boolean).length;
  return { done, left: old.length - done };
};
