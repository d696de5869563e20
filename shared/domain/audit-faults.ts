import { addDays, type Day } from '../kernel/time';
import { type AuditEntry, BEGINNING, type ChainHead, type DailyDigest, type Digest, isSealed } from './audit';

export const CHAIN_FAULTS = [
  /** The entry is not what its hash says. */
  'changed',
  /** From `number` to `upTo` no entry is there. */
  'missing',
  /** The entry stands behind one that is later. */
  'reordered',
  /** More than one entry has this number. */
  'repeated',
  /** The entry does not follow from the one before: that one was replaced, or this one. */
  'unlinked',
  /** The kept digest of `day` is not that of the chain up to `number`. */
  'digestDiffers',
  /** The digest of `day` is not what its own hash says, or does not follow from the one before. */
  'digestChanged',
  /** `day` has no digest though a later one has, or though one was logged. */
  'digestMissing',
] as const;

/** What is wrong with a chain, and at which entry. */
export type ChainFault = {
  readonly fault: (typeof CHAIN_FAULTS)[number];
  readonly number: number;
  readonly upTo?: number | undefined;
  readonly day?: Day | undefined;
};

type Placed = { readonly entry: AuditEntry; readonly sealed: boolean; readonly number: number };

/**
 * Where each entry belongs. A sealed one says so itself; the number of a changed one is believed only if it fits between its
 * sealed neighbours, for it may be what was changed.
 */
const placed = (entries: readonly AuditEntry[], digest: Digest, after: ChainHead): Placed[] => {
  const seals = entries.map((entry) => isSealed(entry, digest));
  // For every position the number of the nearest sealed entry behind it.
  const next: number[] = [];
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = entries.length - 1; i >= 0; i--) {
    next[i] = nearest;
    if (seals[i]) nearest = entries[i]?.number ?? nearest;
  }
  let before = after.number;
  return entries.map((entry, i) => {
    const sealed = seals[i] ?? false;
    const fits = Number.isInteger(entry.number) && entry.number > before && entry.number < (next[i] ?? 0);
    const number = sealed || fits ? entry.number : before + 1;
    before = number;
    return { entry, sealed, number };
  });
};

const stepFault = ({ entry, sealed, number }: Placed, last: ChainHead): ChainFault[] => {
  if (number <= last.number) return [{ fault: 'repeated', number }];
  const gap: ChainFault[] =
    number > last.number + 1 ? [{ fault: 'missing', number: last.number + 1, upTo: number - 1 }] : [];
  if (!sealed) return [...gap, { fault: 'changed', number }];
  return gap.length > 0 || entry.previous === last.hash ? gap : [{ fault: 'unlinked', number }];
};

const digestFaults = (digests: readonly DailyDigest[], hashes: ReadonlyMap<number, string>): ChainFault[] =>
  digests.flatMap(({ day, lastNumber, head }) => {
    const hash = hashes.get(lastNumber);
    return hash === undefined || hash === head ? [] : [{ fault: 'digestDiffers', number: lastNumber, day }];
  });

/** Entries as they stand, after the given head (of which nothing is checked), held against themselves and the digests. */
export const verifyEntries = (
  entries: readonly AuditEntry[],
  digests: readonly DailyDigest[],
  digest: Digest,
  after: ChainHead = BEGINNING,
): { readonly faults: readonly ChainFault[]; readonly head: ChainHead } => {
  const standing = placed(entries, digest, after);
  const faults: ChainFault[] = standing.flatMap(({ number }, i) =>
    number < (standing[i - 1]?.number ?? 0) ? [{ fault: 'reordered', number }] : [],
  );
  const hashes = new Map<number, string>();
  let head = after;
  for (const one of [...standing].sort((a, b) => a.number - b.number)) {
    faults.push(...stepFault(one, head));
    if (one.number <= head.number) continue;
    head = { number: one.number, hash: one.entry.hash };
    hashes.set(head.number, head.hash);
  }
  return { faults: [...faults, ...digestFaults(digests, hashes)], head };
};

const brokenDigest = (digest: DailyDigest, before: DailyDigest | undefined, hashing: Digest): boolean =>
  !isSealed(digest, hashing) ||
  digest.previous !== (before?.hash ?? '') ||
  digest.firstNumber !== (before?.lastNumber ?? 0) + 1;

/** The digests' own chain, in the order of days. */
export const verifyDigests = (digests: readonly DailyDigest[], hashing: Digest): readonly ChainFault[] =>
  digests.flatMap((digest, i): ChainFault[] => {
    const before = digests[i - 1];
    const { day, lastNumber: number } = digest;
    if (before && day > addDays(before.day, 1))
      return [{ fault: 'digestMissing', number, day: addDays(before.day, 1) }];
    return brokenDigest(digest, before, hashing) ? [{ fault: 'digestChanged', number, day }] : [];
  });

/** Entries behind the last one that a kept digest has seen. */
export const verifyEnd = (last: number, digests: readonly DailyDigest[]): readonly ChainFault[] => {
  const seen = Math.max(0, ...digests.map(({ lastNumber }) => lastNumber));
  return seen > last ? [{ fault: 'missing', number: last + 1, upTo: seen }] : [];
};

/** A whole chain from its beginning, with the digests that were kept of it; without faults nothing is in the list. */
export const verifyChain = (
  entries: readonly AuditEntry[],
  digests: readonly DailyDigest[],
  digest: Digest,
): readonly ChainFault[] => {
  const { faults, head } = verifyEntries(entries, digests, digest);
  return [...faults, ...verifyEnd(head.number, digests), ...verifyDigests(digests, digest)];
};
