import { type OwnRatings, ownRatings } from '@shared/domain/own-ratings';
import { decided, mayDecide, type QuarantineDecision } from '@shared/domain/quarantine';
import type { RatingRules } from '@shared/domain/rating';
import type { RatingFile } from '@shared/domain/rating-file';
import { mayRead, type RetaliationReport } from '@shared/domain/retaliation-report';
import type { StaffMember } from '@shared/domain/role';
import { officialOf, relationOf, type SeenBy, seenBy } from '@shared/domain/visibility';
import { ok, type Result, refuse } from '@shared/kernel/result';
import type { Instant } from '@shared/kernel/time';
import { PRIVACY } from '@shared/policy/privacy';
import { tagTexts } from '@shared/policy/tags/texts';
import { moveFile } from './move-file';
import type { Cursor, Page } from './page';
import type { Ratings } from './ratings';

/** A rating as those who handle it and their bureau see it. */
export type SeenFile = SeenBy<'handler' | 'supervisor'>;

export type QuarantinedFile = SeenFile & { readonly reason: string };

/** 评价 as one member of staff may see them: all that the use cases of his door get of any rating (decision 0010). */
export type SeenRatings = {
  /** Undefined when there is none, or none for him. */
  find(id: string): Promise<SeenFile | undefined>;
  /** Open tickets that he handles or supervises, nearest deadline first; those without one before all others. */
  openTickets(after: Cursor | null): Promise<Page<SeenFile>>;
  /** Those that are due before that moment, or all. */
  countOpenTickets(dueBefore?: Instant): Promise<number>;
  /** Those that wait for 核查 in his jurisdiction, longest first, each with why. */
  quarantined(after: Cursor | null): Promise<Page<QuarantinedFile>>;
  /** Writes what he decided on one of them. */
  decideQuarantine(
    id: string,
    decision: QuarantineDecision,
    now: Instant,
  ): Promise<Result<null, 'quarantine.unknown' | 'system.failed'>>;
  /** The rating after which somebody reported retaliation to his bureau. */
  reported(report: RetaliationReport): Promise<SeenFile | undefined>;
  /** What was said of himself from one moment until before another, in whole batches; undefined while there is none. */
  own(period: Period, now: Instant, rules: Pick<RatingRules, 'badLevels'>): Promise<OwnRatings | undefined>;
};

export type Period = { readonly from: Instant; readonly until: Instant };

/** Nobody's relation to anything, for a caller who is no member of staff. */
const NOBODY = { _id: '', accountRef: '', grants: [] } as const;

export const seenRatings = (ratings: Ratings, staff: StaffMember | null): SeenRatings => {
  const official = officialOf(staff ?? NOBODY);
  const seen = (file: RatingFile | undefined): SeenFile | undefined => {
    const relation = file && relationOf(official, file);
    return file && (relation === 'handler' || relation === 'supervisor') ? seenBy(file, relation) : undefined;
  };
  return {
    find: async (id) => seen(await ratings.find(id)),
    openTickets: async (after) => {
      const page = await ratings.openTickets(official, after);
      return { ...page, items: page.items.flatMap((file) => seen(file) ?? []) };
    },
    countOpenTickets: (dueBefore) => ratings.countOpenTickets(official, dueBefore),
    quarantined: async (after) => {
      const page = await ratings.quarantined(official, after);
      const items = page.items.map((file) => ({ ...seenBy(file, 'supervisor'), reason: file.standingReason ?? '' }));
      return { ...page, items };
    },
    decideQuarantine: (id, decision, now) =>
      moveFile(id, ratings, (file) =>
        file && mayDecide(official, file)
          ? ok(decided(file, decision, official.staffId, now))
          : refuse('quarantine.unknown'),
      ),
    reported: async (report) => {
      const file = mayRead(official, report) ? await ratings.find(report.ratingId) : undefined;
      return file && seenBy(file, 'supervisor');
    },
    own: async ({ from, until }, now, { badLevels }) => {
      const given = staff ? await ratings.ofClerk(staff._id, from, until) : [];
      return ownRatings(given, now, { badLevels, smallestBatch: PRIVACY.smallestBatch, tagTexts });
    },
  };
};
