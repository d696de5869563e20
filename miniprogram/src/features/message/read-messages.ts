import type { Instant } from '@shared/kernel/time';
import { ownKey } from '../../api/persona';
import { stored, useStored } from '../../hooks/stored';

type Dated = { readonly at: Instant };

/** The moment of the newest message that was read on this phone. */
const readUpTo = stored<Instant>(ownKey('messages-read.1'), (kept) => (typeof kept === 'number' ? kept : 0));

const newestOf = (messages: readonly Dated[]): Instant => Math.max(0, ...messages.map(({ at }) => at));

export const markRead = (messages: readonly Dated[]): void => {
  if (newestOf(messages) > readUpTo.get()) readUpTo.set(newestOf(messages));
};

export const useHasUnread = (messages: readonly Dated[]): boolean => newestOf(messages) > useStored(readUpTo);
