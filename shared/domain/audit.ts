import { addDays, type Day, type Instant } from '../kernel/time';

/** A hash of a text's UTF-8, hexadecimal; SM3 wherever the chain is kept. */
export type Digest = (text: string) => string;

/** One line of the 审计日志 as it is handed in. Blind references and ids only: no name, number, phone or text. */
export type NewAuditEntry = {
  readonly at: Instant;
  /** `staff:<id>`, `rater:<ref>` or `clock`. */
  readonly actor: string;
  /** The action's name, or the timer job's. */
  readonly action: string;
  /** What it was done to: a rating's or a member of staff's id, blinded when refused; empty for a list. */
  readonly about: string;
  /** 用途, a word of a closed list; empty when the action has only one. */
  readonly purpose: string;
  /** `ok` or the code of the refusal. */
  readonly outcome: string;
};

/** Where a chain goes on: the number and hash of its last entry. */
export type ChainHead = { readonly number: number; readonly hash: string };

/** Nothing before the first entry. */
export const BEGINNING: ChainHead = { number: 0, hash: '' };

/** An entry in the chain: numbered from 1 without gaps, each one sealing the one before it. */
export type AuditEntry = NewAuditEntry & {
  readonly number: number;
  /** Hash of the entry before; of the first one, the empty text. */
  readonly previous: string;
  /** SM3 of everything above, hexadecimal. */
  readonly hash: string;
};

/** The end of one day's chain, sealed with the digest of the day before; shown and logged where no database reaches. */
export type DailyDigest = {
  readonly day: Day;
  /** One more than `lastNumber` on a day without entries. */
  readonly firstNumber: number;
  readonly lastNumber: number;
  readonly head: string;
  readonly previous: string;
  readonly hash: string;
};

/**
 * The one text of what is sealed: every field there is, by name, in JSON, so that no two different entries have the same and
 * no field can be added unseen. The hash itself is left out.
 */
export const canonical = (sealed: object): string =>
  JSON.stringify(
    Object.entries(sealed)
      .filter(([field]) => field !== 'hash')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const seal = <T extends object>(fields: T, digest: Digest): T & { readonly hash: string } => ({
  ...fields,
  hash: digest(canonical(fields)),
});

/** Whether its hash is the hash of what it says. */
export const isSealed = (sealed: { readonly hash: string }, digest: Digest): boolean =>
  sealed.hash === digest(canonical(sealed));

/** The entry as the next one of the chain. */
export const link = (previous: ChainHead, entry: NewAuditEntry, digest: Digest): AuditEntry =>
  seal({ ...entry, number: previous.number + 1, previous: previous.hash }, digest);

/**
 * Seals the chain up to its last entry of a finished day. An entry that comes late, from an instance whose clock is behind,
 * falls into the digest of the next day: no digest ends before the one of the day before.
 */
export const digestOfDay = (
  day: Day,
  last: ChainHead,
  previous: DailyDigest | undefined,
  digest: Digest,
): DailyDigest => {
  const before: ChainHead = previous ? { number: previous.lastNumber, hash: previous.head } : BEGINNING;
  const end = last.number > before.number ? last : before;
  return seal(
    {
      day,
      firstNumber: before.number + 1,
      lastNumber: end.number,
      head: end.hash,
      previous: previous?.hash ?? '',
    },
    digest,
  );
};

/** The finished days that have no digest yet, oldest first: after the newest one that has, else from the chain's first day. */
export const daysToSeal = (newest: Day | undefined, firstDay: Day, today: Day): readonly Day[] => {
  const days: Day[] = [];
  for (let day = newest ? addDays(newest, 1) : firstDay; day < today; day = addDays(day, 1)) days.push(day);
  return days;
};
