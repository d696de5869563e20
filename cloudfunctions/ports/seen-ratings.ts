import type { HandlingFlag, Rectification } from '@shared/domain/handling';
import type { ProofLevel } from '@shared/domain/identity';
import { type MoveNames, movedFile, withFlags } from '@shared/domain/move-file';
import { type OwnRatings, ownRatings } from '@shared/domain/own-ratings';
import { decided, mayDecide, type QuarantineDecision } from '@shared/domain/quarantine';
import type { RatingRules } from '@shared/domain/rating';
import type { RatingFile } from '@shared/domain/rating-file';
import { mayRead, type RetaliationReport } from '@shared/domain/retaliation-report';
import type { StaffMember } from '@shared/domain/role';
import type { TicketState } from '@shared/domain/ticket';
import type { Likeness, TicketCounts, TicketFilter } from '@shared/domain/ticket-filters';
import type { MoveInput, MoveRules } from '@shared/domain/ticket-moves';
import { officialOf, relationOf, type SeenBy, seenBy } from '@shared/domain/visibility';
import type { RefusalCode } from '@shared/kernel/refusals';
import { ok, type Result, refuse } from '@shared/kernel/result';
import type { Instant } from '@shared/kernel/time';
import { PRIVACY } from '@shared/policy/privacy';
import { tagTexts } from '@shared/policy/tags/texts';
import { moveFile } from './move-file';
import type { Cursor, Page } from './page';
import type { Ratings } from './ratings';
import { type SeenAppeals, seenAppeals } from './seen-appeals';
import { type SeenTold, seenTold } from './seen-told';
import type { Cluster, UnitOverdue } from './ticket-lists';

/** A rating as those who handle it and their bureau see it. */
export type SeenFile = SeenBy<'handler' | 'supervisor' | 'reviewer'>;

export type QuarantinedFile = SeenFile & { readonly reason: string };

type Appeals = SeenAppeals & SeenTold;

/** 评价 as one member of staff may see them: all that the use cases of his door get of any rating (decision 0010). */
export type SeenRatings = Appeals & {
  /** Which of these he gave himself, as a citizen. */
  ownAmong(ids: readonly string[]): Promise<readonly string[]>;
  /** Undefined when there is none, or none for him. */
  find(id: string): Promise<SeenFile | undefined>;
  /** His tickets under this filter, in the order of `TicketLists`. */
  tickets(filter: TicketFilter, now: Instant, after: Cursor | null): Promise<Page<SeenFile>>;
  ticketCounts(now: Instant, endOfToday: Instant): Promise<TicketCounts>;
  /** Of the bureaus for which he acts: numbers alone. */
  overdueByUnit(now: Instant, since: Instant, realName: readonly ProofLevel[]): Promise<readonly UnitOverdue[]>;
  clusters(by: Likeness['by'], since: Instant): Promise<readonly Cluster[]>;
  alike(like: Likeness, since: Instant, after: Cursor | null): Promise<Page<SeenFile>>;
  /** Those that wait for 核查 in his jurisdiction, longest first, each with why. */
  quarantined(after: Cursor | null): Promise<Page<QuarantinedFile>>;
  /** Writes what he decided on one of them. */
  decideQuarantine(
    id: string,
    decision: QuarantineDecision,
    now: Instant,
  ): Promise<Result<null, 'quarantine.unknown' | 'system.failed'>>;
  /** What this unit has handed in lately, newest first; for a unit of his. */
  recentResults(unitId: string): Promise<readonly Rectification[]>;
  /** The rating after which somebody reported retaliation to his bureau. */
  reported(report: RetaliationReport): Promise<SeenFile | undefined>;
  /** One move of the ticket by this official, in whichever capacity he stands to it. */
  moveTicket(
    id: string,
    rev: number,
    input: MoveInput,
    decide: { readonly names: MoveNames; readonly upperBureauId: string; readonly flags: readonly HandlingFlag[] },
    now: Instant,
    rules: MoveRules,
  ): Promise<Result<TicketState, RefusalCode>>;
  /** What was said of himself from one moment until before another, in whole batches; undefined while there is none. */
  own(period: Period, now: Instant, rules: Pick<RatingRules, 'badLevels'>): Promise<OwnRatings | undefined>;
};

export type Period = { readonly from: Instant; readonly until: Instant };

const RESULTS_COMPARED = 30;

/** Nobody's relation to anything, for a caller who is no member of staff. */
const NOBODY: StaffMember = {
  ...{ _id: '', name: '', workNo: '', orgId: '', accountRef: '', invitation: null, grants: [], rev: 0 },
};

export const seenRatings = (ratings: Ratings, staff: StaffMember | null): SeenRatings => {
  const official = officialOf(staff ?? NOBODY);
  const seen = (file: RatingFile | undefined): SeenFile | undefined => {
    const relation = file && relationOf(official, file);
    return file && (relation === 'handler' || relation === 'supervisor') ? seenBy(file, relation) : undefined;
  };
  const seenPage = ({ items, next }: Page<RatingFile>): Page<SeenFile> => ({
    items: items.flatMap((file) => seen(file) ?? []),
    next,
  });
  return {
    ...seenAppeals(ratings, staff ?? NOBODY),
    ...seenTold(ratings, official),
    ownAmong: (ids) => ratings.givenBy(official.accountRef, ids),
    find: async (id) => seen(await ratings.find(id)),
    tickets: async (filter, now, after) => seenPage(await ratings.tickets(official, filter, now, after)),
    ticketCounts: (now, endOfToday) => ratings.ticketCounts(official, now, endOfToday),
    overdueByUnit: (now, since, realName) => ratings.overdueByUnit(official, now, since, realName),
    clusters: (by, since) => ratings.clusters(official, by, since),
    alike: async (like, since, after) => seenPage(await ratings.alike(official, like, since, after)),
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
    moveTicket: async (id, rev, input, { names, upperBureauId, flags }, now, rules) => {
      const file = await ratings.find(id);
      const relation = file && relationOf(official, file);
      if (!file || (relation !== 'handler' && relation !== 'supervisor')) return refuse('ticket.unknown');
      if (file.rev !== rev) return refuse('ticket.movedMeanwhile');
      const by = { mover: relation, staffId: official.staffId } as const;
      const changes = movedFile(file, input, by, names, upperBureauId, now, rules);
      if (!changes.ok) return changes;
      const flagged = withFlags(changes.value, flags);
      const written = await ratings.move(file, flagged);
      return written && flagged.ticket ? ok(flagged.ticket.state) : refuse('ticket.movedMeanwhile');
    },
    recentResults: (unitId) => ratings.resultsOf(unitId, RESULTS_COMPARED),
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
