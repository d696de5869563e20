import { type Answer, NETWORK_DOWN, type Refusal } from '../../api/call';
import { ownKey } from '../../api/persona';
import { stored } from '../../hooks/stored';
import { isPassing } from '../refusal/passing';
import { arrived } from './arrived';
import { dropDraft, putBackDraft } from './draft';
import { type Entry, nameOf } from './entry';
import { asDraft, deliver, held, type Outgoing, type Receipt, withoutGonePhotos } from './outgoing';
import { releasePhoto } from './photo-file';

/** A rating that could not be sent, and why: it waits for that to pass, or it was refused for good. */
export type Unsent = { readonly outgoing: Outgoing; readonly refusal: Refusal };

const isList = (found: unknown): found is readonly Unsent[] => Array.isArray(found);

export const unsentRatings = stored<readonly Unsent[]>(ownKey('unsent.2'), (found) => (isList(found) ? found : []));

/** By place, what became of those that waited there since the app was opened. */
const receipts = new Map<string, Receipt>();

export const receiptAt = (entry: Entry): Receipt | undefined => receipts.get(nameOf(entry));

const isOf = (entry: Entry) => (unsent: Unsent) => nameOf(unsent.outgoing.entry) === nameOf(entry);

export const unsentAt = (entry: Entry, all: readonly Unsent[]): Unsent | undefined => all.find(isOf(entry));

const dropUnsent = (entry: Entry): void =>
  unsentRatings.set(unsentRatings.get().filter((unsent) => !isOf(entry)(unsent)));

const put = (unsent: Unsent): void => {
  const { entry } = unsent.outgoing;
  receipts.delete(nameOf(entry));
  unsentRatings.set([...unsentRatings.get().filter((other) => !isOf(entry)(other)), unsent]);
};

/** Keeps a rating until there is a network again; its draft only where there is no room for both. */
export const keepUnsent = async (outgoing: Outgoing): Promise<void> => {
  const waiting = { ...outgoing, photos: await Promise.all(outgoing.photos.map(held)) };
  dropDraft(outgoing.entry, outgoing.idempotencyKey);
  put({ outgoing: waiting, refusal: NETWORK_DOWN });
  if (!unsentRatings.isKept()) putBackDraft(waiting.entry, asDraft(waiting));
};

/** Gives it up. */
export const discardUnsent = ({ outgoing }: Unsent): void => {
  for (const { path } of outgoing.photos) releasePhoto(path);
  dropUnsent(outgoing.entry);
};

/** Back to the form with it. */
export const mendUnsent = ({ outgoing }: Unsent): void => {
  putBackDraft(outgoing.entry, asDraft(outgoing));
  dropUnsent(outgoing.entry);
};

const sendOne = async ({ outgoing, refusal }: Unsent): Promise<Answer<Receipt>> => {
  let soFar = outgoing;
  const answer = await deliver(outgoing, (further) => {
    soFar = further;
    put({ outgoing: further, refusal });
  });
  if (answer.ok) {
    arrived(soFar, answer.value);
    receipts.set(nameOf(soFar.entry), answer.value);
    dropUnsent(soFar.entry);
  } else put({ outgoing: soFar, refusal: answer });
  return answer;
};

/** Sends one again that was refused, with what has been added since. */
export const sendAgain = async (unsent: Unsent, changes: Partial<Outgoing> = {}): Promise<void> => {
  await sendOne({ ...unsent, outgoing: { ...unsent.outgoing, ...changes } });
};

/** Sends one that was refused for a photo that is gone. */
export const sendWithoutGonePhotos = async ({ outgoing, refusal }: Unsent): Promise<void> => {
  await sendOne({ outgoing: await withoutGonePhotos(outgoing), refusal });
};

const sendAll = async (): Promise<void> => {
  const tried = new Set<string>();
  const next = () =>
    unsentRatings.get().find(({ outgoing, refusal }) => isPassing(refusal) && !tried.has(outgoing.idempotencyKey));
  for (let unsent = next(); unsent; unsent = next()) {
    tried.add(unsent.outgoing.idempotencyKey);
    const answer = await sendOne(unsent);
    if (!answer.ok && answer.code === 'network.down') return;
  }
};

let sending: Promise<void> | null = null;

/** Sends what waits, one after the other; whoever asks meanwhile waits for the same sending. */
export const sendUnsent = (): Promise<void> => {
  sending ??= sendAll().finally(() => {
    sending = null;
  });
  return sending;
};
