import type { Refusal } from '../../api/call';
import { ownKey } from '../../api/persona';
import { stored } from '../../hooks/stored';
import { dropDraft } from './draft';
import { type Entry, nameOf } from './entry';
import { keepReceipt } from './last-receipt';
import { deliver, type Outgoing } from './outgoing';

/** A rating that could not be sent: it waits for a network, or the cloud refused it meanwhile. */
export type Unsent = { readonly outgoing: Outgoing; readonly refusal: Refusal | null };

const isList = (kept: unknown): kept is readonly Unsent[] => Array.isArray(kept);

export const unsentRatings = stored<readonly Unsent[]>(ownKey('unsent.1'), (kept) => (isList(kept) ? kept : []));

const isOf = (entry: Entry) => (unsent: Unsent) => nameOf(unsent.outgoing.entry) === nameOf(entry);

export const unsentAt = (entry: Entry, all: readonly Unsent[]): Unsent | undefined => all.find(isOf(entry));

export const dropUnsent = (entry: Entry): void =>
  unsentRatings.set(unsentRatings.get().filter((unsent) => !isOf(entry)(unsent)));

const put = (unsent: Unsent): void => {
  const others = unsentRatings.get().filter((other) => !isOf(unsent.outgoing.entry)(other));
  unsentRatings.set([...others, unsent]);
};

/** Keeps a rating until there is a network again. */
export const keepUnsent = (outgoing: Outgoing): void => put({ outgoing, refusal: null });

/** Sends one; true when it is worth trying the next. */
const sendOne = async ({ outgoing }: Unsent): Promise<boolean> => {
  const answer = await deliver(outgoing, keepUnsent);
  if (answer.ok) {
    keepReceipt(answer.value);
    dropDraft(outgoing.entry);
    dropUnsent(outgoing.entry);
    return true;
  }
  if (answer.code === 'network.down' || answer.code === 'system.failed') return false;
  put({ outgoing, refusal: answer });
  return true;
};

const sendAll = async (): Promise<void> => {
  for (const unsent of unsentRatings.get()) {
    if (unsent.refusal === null && !(await sendOne(unsent))) return;
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
