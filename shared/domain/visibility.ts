import { type Day, dayOf } from '../kernel/time';
import type { Appeal } from './appeal';
import { type AppealByDay, appealByDay } from './appeal-by-day';
import { type OutcomeOfAppeal, outcomeOfAppeal } from './appeal-outcome';
import type { AppealMover } from './appeal-table';
import { clockByDay, type StepClockByDay } from './deadline-by-day';
import type { HistoryEntry } from './message';
import type { RatingFile } from './rating-file';
import type { StaffMember } from './role';
import type { Ticket } from './ticket';

/**
 * How somebody stands to a rating: `rater` gave it, `rated` is the clerk who served, `unit` serves at the same unit,
 * `handler` is the liaison of the unit that puts it right, `supervisor` acts for the bureau of the jurisdiction, `reviewer` for
 * the unit or a bureau to which an appeal against it goes, `upper` for a bureau above it.
 */
export const RELATIONS = ['rater', 'rated', 'unit', 'handler', 'supervisor', 'reviewer', 'upper', 'none'] as const;
export type Relation = (typeof RELATIONS)[number];

export type TicketByDay = Omit<Ticket, 'openedAt' | 'clocks'> & { readonly clocks: readonly StepClockByDay[] };
/** What happened, without the person who did it: he is for the audit. The rater reads no words of the officials among themselves. */
type ToldEntry = Pick<HistoryEntry, 'at' | 'what' | 'unit'>;
type HandledEntry = Pick<HistoryEntry, 'what' | 'unit' | 'words' | 'photos'> & {
  readonly post?: string;
  readonly on: Day;
};
export type HistoryByDay = readonly HandledEntry[];

/** A file with all that can be shown of it, in moments and in days. */
type Shown = Omit<RatingFile, 'history'> & {
  readonly outcomeOfAppeal: OutcomeOfAppeal | null;
  readonly appealByDay: AppealByDay | null;
  readonly history: readonly ToldEntry[];
  readonly ratedOn: Day;
  readonly ticketByDay: TicketByDay | null;
  readonly historyByDay: HistoryByDay;
  /** 文字需人工核对: what the text check did not pass is shown to those who act on it, and to nobody else. */
  readonly heldFromPublication: boolean;
};

const BY_DAY = [
  ...(['_id', 'rev', 'level', 'tags', 'dictionary', 'comment', 'photos', 'subject', 'followOn'] as const),
  ...(['original', 'ratedOn', 'ticketByDay', 'historyByDay', 'heldFromPublication', 'appealByDay'] as const),
] as const;

/** 谁能看到什么: the only fields of a single rating that each relation receives. Who is rated sees batches (`own-ratings.ts`). */
export const VISIBLE = {
  rater: [
    ...(['_id', 'receiptNo', 'level', 'tags', 'dictionary', 'comment', 'photos', 'subject'] as const),
    ...(['ratedAt', 'ticket', 'history', 'proof', 'raterKind', 'original', 'followOn', 'outcomeOfAppeal'] as const),
  ],
  rated: [],
  unit: [],
  handler: BY_DAY,
  supervisor: BY_DAY,
  reviewer: BY_DAY,
  upper: [],
  none: [],
} as const satisfies Record<Relation, readonly (keyof Shown)[]>;

export type SeenBy<R extends Relation> = Pick<Shown, (typeof VISIBLE)[R][number]>;

const ticketByDay = ({ openedAt, clocks, ...ticket }: Ticket): TicketByDay => ({
  ...ticket,
  clocks: clocks.map((clock) => clockByDay(clock)),
});

/** The part of a rating that this relation may see; everything else is not even in the object. */
export const seenBy = <R extends Relation>(file: RatingFile, relation: R): SeenBy<R> => {
  const history = file.history.map(({ at, what, unit }) => ({ at, what, ...(unit !== undefined && { unit }) }));
  const shown: Shown = {
    ...file,
    history,
    ratedOn: dayOf(file.ratedAt),
    ticketByDay: file.ticket && ticketByDay(file.ticket),
    appealByDay: file.appeal && appealByDay(file.appeal),
    outcomeOfAppeal: file.appeal && outcomeOfAppeal(file.appeal),
    heldFromPublication: file.textCheck !== 'pass' && file.textCheck !== 'none',
    historyByDay: file.history.map(({ at, decision, by, ...entry }) => ({
      ...entry,
      ...(by && { post: by.post }),
      on: dayOf(at),
    })),
  };
  const fields: readonly (keyof Shown)[] = VISIBLE[relation];
  return Object.fromEntries(fields.map((field) => [field, shown[field]])) as SeenBy<R>;
};

/** What an official can be to an appeal; an onlooker's bureau reviewed it before an objection took it further. */
export type AppealCapacity = Extract<AppealMover, 'unit' | 'reviewer' | 'city'> | 'onlooker';

/** What decides the relation of a member of staff: the orgs at which he serves, for which he answers and supervises. */
export type Official = {
  readonly staffId: string;
  /** The account with which he may have rated himself. */
  readonly accountRef: string;
  readonly deskIds: readonly string[];
  readonly unitIds: readonly string[];
  readonly bureauIds: readonly string[];
};

/** Somebody without grants stands in no relation to anything. */
export const officialOf = ({
  _id,
  accountRef,
  grants,
}: Pick<StaffMember, '_id' | 'accountRef' | 'grants'>): Official => {
  const orgsAs = (role: 'clerk' | 'liaison' | 'supervisor') =>
    grants.filter((grant) => grant.role === role).map((grant) => grant.orgId);
  return {
    staffId: _id,
    accountRef,
    deskIds: orgsAs('clerk'),
    unitIds: orgsAs('liaison'),
    bureauIds: orgsAs('supervisor'),
  };
};

/** Whether he acts for the unit that has it: what waits for dispatch no unit has, so whoever supervises it supervises. */
export const isHandler = (
  { unitIds, bureauIds }: Pick<Official, 'unitIds' | 'bureauIds'>,
  { unitId, bureauId, state }: Pick<Ticket, 'unitId' | 'bureauId' | 'state'>,
): boolean => unitIds.includes(unitId) && !(state === 'awaitingDispatch' && bureauIds.includes(bureauId));

/** In which capacities he has to do with an appeal: for the unit, the bureau that reviews it now or first, the city that corrects. */
export const appealCapacities = (
  { unitIds, bureauIds }: Pick<Official, 'unitIds' | 'bureauIds'>,
  { unitId, bureauId, firstBureauId, reportedTo }: Pick<Appeal, 'unitId' | 'bureauId' | 'firstBureauId' | 'reportedTo'>,
): readonly AppealCapacity[] => {
  const isOf = (id: string | null) => id !== null && bureauIds.includes(id);
  return [
    ...(unitId !== null && unitIds.includes(unitId) ? (['unit'] as const) : []),
    ...(isOf(bureauId) ? (['reviewer'] as const) : []),
    ...(isOf(reportedTo) ? (['city'] as const) : []),
    ...(isOf(firstBureauId) && !isOf(bureauId) ? (['onlooker'] as const) : []),
  ];
};

/** The rated person is nothing else to his own rating, whatever his roles; without a ticket nobody handles or supervises. */
export const relationOf = (
  official: Official,
  { subject, ticket, raterRef, appeal }: Pick<RatingFile, 'subject' | 'ticket' | 'raterRef' | 'appeal'>,
): Exclude<Relation, 'rater'> => {
  const { staffId, accountRef, deskIds, unitIds, bureauIds } = official;
  if (subject.staffId === staffId) return 'rated';
  // Nobody handles what he has complained of himself; he sees it as everybody sees his own.
  if (raterRef === accountRef) return 'none';
  if (ticket && isHandler(official, ticket)) return 'handler';
  if (ticket && bureauIds.includes(ticket.bureauId)) return 'supervisor';
  if (appeal && appealCapacities(official, appeal).length > 0) return 'reviewer';
  if (subject.orgPath.some((id) => bureauIds.includes(id))) return 'upper';
  return [...deskIds, ...unitIds].includes(subject.orgId) ? 'unit' : 'none';
};
