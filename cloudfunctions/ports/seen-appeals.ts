import { type Conflict, conflictOf, reviewerOf } from '@shared/domain/appeal-conflict';
import { movedAppealFile, type RulingRules } from '@shared/domain/appeal-file';
import type { AppealFilter } from '@shared/domain/appeal-filters';
import type { AppealInput } from '@shared/domain/appeal-moves';
import { type AppealMove, type AppealState, appealMovesOf, appealRowOf } from '@shared/domain/appeal-table';
import { ROLE_LABELS } from '@shared/domain/labels';
import { isChosenByRated, type Org } from '@shared/domain/organization';
import type { RatingFile } from '@shared/domain/rating-file';
import type { StaffMember } from '@shared/domain/role';
import type { Signal } from '@shared/domain/signals';
import { type AppealCapacity, appealCapacities, officialOf, relationOf, seenBy } from '@shared/domain/visibility';
import type { RefusalCode } from '@shared/kernel/refusals';
import { ok, type Result, refuse } from '@shared/kernel/result';
import type { Instant } from '@shared/kernel/time';
import { moveFile } from './move-file';
import type { Cursor, Page } from './page';
import type { Ratings } from './ratings';
import type { SeenFile } from './seen-ratings';
import { signalsFor } from './signals-for';

type Appealed = RatingFile & { readonly appeal: NonNullable<RatingFile['appeal']> };

/** One appeal as an official sees it, and what he may do about it. */
export type SeenAppeal = {
  readonly seen: SeenFile;
  /** What the table has for him now. */
  readonly moves: readonly AppealMove[];
  readonly conflict: Conflict | null;
  /** He proposed the ruling that waits. */
  readonly isOwnRuling: boolean;
  /** For those who review it, and for nobody else. */
  readonly signals: readonly Signal[];
};

/** In a list: what is in it for him. */
export type ListedAppeal = { readonly seen: SeenFile } & Pick<SeenAppeal, 'isOwnRuling'>;

type OrgsOf = (ids: readonly string[]) => Promise<readonly Org[]>;

/** 申诉 as one member of staff may see them, for his unit or his bureau. */
export type SeenAppeals = {
  appeals(filter: AppealFilter, after: Cursor | null): Promise<Page<ListedAppeal>>;
  appealCounts(): Promise<{ readonly todo: number; readonly open: number }>;
  /** Undefined when there is none, or none for him. */
  appeal(id: string, orgsOf: OrgsOf): Promise<SeenAppeal | undefined>;
  /** One move, decided on the file as it stands: what the ticket does meanwhile is in nobody's way. */
  moveAppeal(
    id: string,
    version: number,
    input: AppealInput,
    orgsOf: OrgsOf,
    now: Instant,
    rulesOf: (place: string) => Result<RulingRules, RefusalCode>,
  ): Promise<Result<AppealState, RefusalCode>>;
};

const postOf = (mover: AppealCapacity): string => ROLE_LABELS[mover === 'unit' ? 'liaison' : 'supervisor'];
const isMover = (capacity: AppealCapacity) => capacity !== 'onlooker';

export const seenAppeals = (ratings: Ratings, staff: StaffMember): SeenAppeals => {
  const official = officialOf(staff);
  /** Who was rated, or rated himself, sees it as everybody sees his own. */
  const capacitiesOf = ({ appeal, ...file }: Appealed): readonly AppealCapacity[] =>
    ['rated', 'none'].includes(relationOf(official, { ...file, appeal })) ? [] : appealCapacities(official, appeal);
  const find = async (id: string): Promise<Appealed | undefined> => {
    const file = await ratings.find(id);
    if (!file?.appeal) return undefined;
    const appealed = { ...file, appeal: file.appeal };
    return capacitiesOf(appealed).length > 0 ? appealed : undefined;
  };
  const isOwnRuling = ({ appeal }: Pick<RatingFile, 'appeal'>) => appeal?.ruling?.staffId === staff._id;
  const orgsAround = ({ subject }: Appealed, orgsOf: OrgsOf) =>
    orgsOf([...subject.orgPath, staff.orgId, ...staff.grants.map(({ orgId }) => orgId)]);
  /** Who was rated does not write his unit's opinion through a deputy whom he chose. */
  const speaks = ({ appeal, subject }: Appealed, orgs: readonly Org[]): boolean =>
    !orgs.some((org) => org._id === appeal.unitId && isChosenByRated(org, staff._id, subject.staffId));
  return {
    appeals: async (filter, after) => {
      const { items, next } = await ratings.appeals(official, filter, after);
      const listed = (file: RatingFile) => ({ seen: seenBy(file, 'reviewer'), isOwnRuling: isOwnRuling(file) });
      return { items: items.map(listed), next };
    },
    appealCounts: () => ratings.appealCounts(official),
    appeal: async (id, orgsOf) => {
      const file = await find(id);
      if (!file) return undefined;
      const orgs = await orgsAround(file, orgsOf);
      const movers = capacitiesOf(file)
        .filter(isMover)
        .filter((one) => one !== 'unit' || speaks(file, orgs));
      return {
        seen: seenBy(file, 'reviewer'),
        moves: appealMovesOf(file.appeal.state, movers),
        conflict: conflictOf(reviewerOf(staff, orgs), file, orgs),
        isOwnRuling: isOwnRuling(file),
        signals: capacitiesOf(file).includes('reviewer') ? await signalsFor(file, ratings) : [],
      };
    },
    moveAppeal: async (id, version, input, orgsOf, now, rulesOf) => {
      const found = await find(id);
      if (!found) return refuse('appeal.unknown');
      const rules = rulesOf(found.subject.place);
      if (!rules.ok) return rules;
      const orgs = await orgsAround(found, orgsOf);
      const conflict = conflictOf(reviewerOf(staff, orgs), found, orgs);
      let state: AppealState | undefined;
      const moved = await moveFile(id, ratings, (file): Result<Partial<RatingFile>, RefusalCode> => {
        if (!file?.appeal) return refuse('appeal.unknown');
        const appealed = { ...file, appeal: file.appeal };
        if (appealed.appeal.version !== version) return refuse('appeal.movedMeanwhile');
        const row = appealRowOf(appealed.appeal.state, input.move);
        if (!row) return refuse('appeal.moveNotAllowed');
        const mover = capacitiesOf(appealed).find((capacity) => capacity === row.by);
        if (!mover || mover === 'onlooker') return refuse('appeal.moveNotYours');
        // Whoever answers for the unit speaks for it and decides nothing.
        if (mover === 'unit' && !speaks(found, orgs)) return refuse('appeal.chosenByRated');
        if (mover !== 'unit' && conflict !== null) return refuse('appeal.conflict');
        const by = { mover, staffId: official.staffId, post: postOf(mover) };
        const changes = movedAppealFile(appealed, input, by, now, rules.value);
        if (changes.ok) state = changes.value.appeal?.state;
        return changes;
      });
      if (!moved.ok) return moved;
      return state ? ok(state) : refuse('system.failed');
    },
  };
};
