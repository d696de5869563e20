import { type Identity, isAnythingKept } from '@shared/domain/identity';
import { isTicketOpen } from '@shared/domain/ticket';
import { type Job, NOBODY } from '../../ports/context';
import { changeIdentity, keptUntil } from '../identity/change-identity';
import { erased } from '../personal-data/erase-identity';
import { allOwnRatings } from '../personal-data/own-ratings';

const BATCH = 20;

/**
 * 到期删除: a person's sealed fields go when their time is over. Who has rated meanwhile, or still waits for a ticket, keeps
 * them until his last rating, or the ticket, has been done with for as long. The ratings themselves stay untouched. The
 * receipts of his consent go when their own time is over.
 */
export const eraseDueIdentities: Job = async (context) => {
  const { identities, now } = context;
  const decide = async (identity: Identity): Promise<void> => {
    if (!isAnythingKept(identity)) return identities.remove(identity);
    const { _id, sealed } = identity;
    const own = { ...context, actor: { ...NOBODY, ref: _id } };
    // Only a scan that was begun, and is over by now.
    if (Object.keys(sealed).length === 0) return void (await changeIdentity(() => ({ face: null }), own));
    const files = await allOwnRatings(own);
    const isNeeded = files.some(({ ticket }) => ticket !== null && isTicketOpen(ticket));
    const until = isNeeded ? keptUntil(now) : keptUntil(files[0]?.ratedAt ?? 0);
    await changeIdentity((before) => (until > now ? { keepUntil: until } : erased(before, now)), own);
  };
  const due = await identities.due(now, BATCH);
  const settled = await Promise.allSettled(due.map(decide));
  const done = settled.filter(({ status }) => status === 'fulfilled').length;
  return { done, left: due.length - done };
};
