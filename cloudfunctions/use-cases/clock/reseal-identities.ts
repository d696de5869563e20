import type { Job } from '../../ports/context';
import { canBeOpened, changeIdentity } from '../identity/change-identity';

const BATCH = 50;
/** The most that one query reads: as many that cannot be opened do not stand in the way of the rest. */
const LOOKED_AT = 1_000;

/**
 * 换钥: what is sealed under an older key is sealed anew, while everybody works on. What cannot be opened stays as it is and
 * is counted as left: its key is missing, or somebody has touched it.
 */
export const resealIdentities: Job = async (context) => {
  const { identities, vault } = context;
  const old = await identities.sealedUnderOther(vault.keyVersion, LOOKED_AT);
  const readable = old.filter((identity) => canBeOpened(identity, vault)).slice(0, BATCH);
  const reseal = async (ref: string): Promise<boolean> => {
    const after = await changeIdentity(() => ({}), { ...context, actor: { ref } });
    return after.keyVersion === vault.keyVersion;
  };
  const settled = await Promise.allSettled(readable.map(({ _id }) => reseal(_id)));
  const done = settled.filter((one) => one.status === 'fulfilled' && one.value).length;
  return { done, left: old.length - done };
};
