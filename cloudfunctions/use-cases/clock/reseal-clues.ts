import type { Job } from '../../ports/context';
import { placeOf } from '../clue/seal';

const BATCH = 50;
const LOOKED_AT = 1_000;

/** 换钥 of the clues; what cannot be opened stays as it is and is counted as left. */
export const resealClues: Job = async ({ clues, vault }) => {
  const old = await clues.sealedUnderOther(vault.keyVersion, LOOKED_AT);
  const readable = old.flatMap((clue) => {
    const opened = vault.open(clue.sealed, placeOf(clue._id));
    return opened.ok ? [{ clue, sealed: vault.seal(opened.value, placeOf(clue._id)) }] : [];
  });
  const reseal = ({ clue, sealed }: (typeof readable)[number]) =>
    clues.reseal(clue, { sealed, keyVersion: vault.keyVersion });
  const done = (await Promise.all(readable.slice(0, BATCH).map(reseal))).filter(Boolean).length;
  return { done, left: old.length - done };
};
