import type { Instant } from '../kernel/time';
import type { RatingFile } from './rating-file';
import type { Official } from './visibility';

/** Who looks at quarantined ratings: as an official, and as the account that may have given one himself. */
export type Decider = Pick<Official, 'staffId' | 'accountRef' | 'bureauIds'>;

/** 核查决定 */
export type QuarantineDecision = { readonly counts: boolean; readonly reason: string };

/** A supervisor of the jurisdiction decides; never on a rating that he got or gave himself. */
export const mayDecide = (
  { staffId, bureauIds, accountRef }: Decider,
  { quarantinedAt, raterRef, subject }: Pick<RatingFile, 'quarantinedAt' | 'raterRef' | 'subject'>,
): boolean =>
  quarantinedAt !== null &&
  subject.orgPath.some((id) => bureauIds.includes(id)) &&
  subject.staffId !== staffId &&
  raterRef !== accountRef;

/** What is written: it waits no longer. Kept out, it stays `quarantined` for good: handled as ever, and counted nowhere. */
export const decided = (
  { history }: Pick<RatingFile, 'history'>,
  { counts, reason }: QuarantineDecision,
  staffId: string,
  now: Instant,
): Partial<RatingFile> => {
  const what = counts ? 'quarantineReleased' : 'quarantineKept';
  return {
    ...(counts && { standing: 'effective' as const }),
    quarantinedAt: null,
    history: [...history, { at: now, what, decision: { staffId, reason } }],
  };
};
