import type { ProofLevel } from '@shared/domain/identity';
import { useSyncExternalStore } from 'react';

/** How far the rater is known. */
export type KnownProof = {
  readonly level: ProofLevel;
  /** A verifier could not say today: a rating is taken all the same. */
  readonly undeterminedToday: boolean;
};

let latest: KnownProof | null = null;
const listeners = new Set<() => void>();

/** What the cloud has said since the app was opened; newer than what a window said. */
export const learnProof = ({ level, undeterminedToday }: KnownProof): void => {
  latest = { level, undeterminedToday };
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const get = () => latest;

export const useKnownProof = (): KnownProof | null => useSyncExternalStore(subscribe, get, get);
