import type { Citation, Clause } from '../kernel/clause';
import { ok, type Result, refuse } from '../kernel/result';
import type { Instant } from '../kernel/time';
import { clockFrom } from './appeal-clock';
import type { AppealRoute, AppealRouteRules } from './appeal-route';
import type { AppealMove, AppealState } from './appeal-table';
import type { Handling } from './handling';
import type { RatingFile } from './rating-file';
import type { StepClock, TicketRules } from './ticket';
import { type Deadline, deadlineAfter, type Span, type WorkingTimeRules } from './working-time';

/**
 * 申诉理由, a closed list: 误触等级、评错对象、非本次服务、重复评价、与服务无关、身份冒用、胁迫勒索或批量差评、系统故障. That the rater declined
 * contact, or asked what no law gives, is none of them and never will be.
 */
export const APPEAL_REASONS = [
  'mistap',
  'wrongTarget',
  'otherService',
  'duplicate',
  'unrelated',
  'impersonation',
  'coercion',
  'systemFault',
] as const;
export type AppealReason = (typeof APPEAL_REASONS)[number];

/** 证据: photos, or where to find what stands elsewhere: a recording's number and time span, an entry of the case log. */
export const EVIDENCE_KINDS = ['photo', 'recording', 'caseLog'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** One piece of it. */
export type Evidence = {
  readonly kind: EvidenceKind;
  /** What it shows; of a recording or case log, how to find it too. */
  readonly words: string;
  /** File ids, of photos alone. */
  readonly photos: readonly string[];
  /** Given by the unit: for those who decide; of it the clerk reads no number and sees no photo. */
  readonly ofUnit?: true;
};

/** 认定的性质: 误评 or 恶意评价 (TQ-17, CZ-12). */
export type MisratingKind = 'mistaken' | 'malicious';

/** The steps that have a clock of their own. */
export const APPEAL_STEPS = ['unit', 'insist', 'review', 'supplement', 'second', 'report', 'correct'] as const;
export type AppealStep = (typeof APPEAL_STEPS)[number];

export type AppealRules = AppealRouteRules & {
  /** The unit endorses or refuses; its silence sends it on. */
  readonly unitWithin: Clause<Span>;
  /** Refused by his unit, the clerk may insist. */
  readonly insistWithin: Clause<Span>;
  readonly reviewWithin: Clause<Span>;
  /** Sent back to him, the clerk adds what is missing. */
  readonly supplementWithin: Clause<Span>;
  /** 第二人确认 */
  readonly secondWithin: Clause<Span>;
  /** 报市修正; null where the place corrects by itself. */
  readonly reportWithin: Clause<Span | null>;
  /** The city answers. */
  readonly correctWithin: Clause<Span>;
  /** The rater may object to 不予采纳. */
  readonly objectWithin: Clause<Span>;
  /** Denied or lapsed, the clerk may appeal anew on new evidence. */
  readonly renewWithin: Clause<Span>;
  readonly renewalsAtMost: Clause<number>;
  /** How often the clerk may add something that nobody asked for; what was sent back he may always complete. */
  readonly supplementsAtMost: Clause<number>;
  /** What each reason is, and any one of which kinds of evidence it needs. */
  readonly reasons: Readonly<
    Record<AppealReason, Clause<{ readonly kind: MisratingKind; readonly evidence: readonly EvidenceKind[] }>>
  >;
  /** Where each move stands. */
  readonly moveBasis: Readonly<Record<AppealMove | 'file', Citation>>;
};

/** 单位意见 */
export type UnitOpinion = {
  readonly endorses: boolean;
  readonly words: string;
  readonly at: Instant;
  readonly staffId: string;
};

/** 裁定, proposed by one person. Both parties read `words`. */
export type Ruling = {
  readonly words: string;
  readonly at: Instant;
  readonly staffId: string;
} & (
  | { readonly grants: true; readonly reason: AppealReason }
  /** 解释说明: he asked what no law gives; the rating stands, and is counted apart. */
  | { readonly grants: false; readonly isExplanation: boolean }
);

/** As a second person confirmed it. */
export type Decision = { readonly ruling: Ruling; readonly secondId: string; readonly at: Instant };

/** 评价人的异议 */
export type Objection = {
  readonly words: string;
  readonly at: Instant;
  /** Where the appeal stood, and to which it comes back when the decision is upheld. */
  readonly from: AppealState;
};

/** What happened, in its order. */
export type AppealEntry = {
  readonly at: Instant;
  readonly what: AppealMove | 'file';
  /** What was given with the move: all who may read the appeal read it, the rater never. */
  readonly words: string;
  /** Who moved it: the post for everybody who may read this, the person for nobody but the rules. */
  readonly by: { readonly staffId: string | null; readonly post: string };
};

/** 申诉 of one bad rating by the clerk who was rated: at most one, in the rating's own document. */
export type Appeal = {
  readonly appealNo: string;
  readonly state: AppealState;
  /** Counts its moves: whoever saw an older one is told that somebody was first. */
  readonly version: number;
  /** 所在单位, through which it goes; null when nobody there could answer. */
  readonly unitId: string | null;
  /** Where it is reviewed now, and where it was reviewed first. */
  readonly bureauId: string;
  readonly firstBureauId: string;
  /** The bureau above, which hears the rater's objection; the same when there is none. */
  readonly upperBureauId: string;
  /** To whom a correction is reported; null where the place reports none. */
  readonly cityBureauId: string | null;
  /** The city, once a correction was reported to it. */
  readonly reportedTo: string | null;
  /** All of these that may see it: unit, bureau now and first, and the city once it was told. */
  readonly orgIds: readonly string[];
  readonly routedBy: Citation;
  readonly filedAt: Instant;
  readonly reason: AppealReason;
  readonly words: string;
  readonly evidence: readonly Evidence[];
  readonly renewals: number;
  readonly opinion: UnitOpinion | null;
  /** Proposed, while a second person has not confirmed it. */
  readonly ruling: Ruling | null;
  /** The latest that was confirmed. */
  readonly decision: Decision | null;
  readonly objection: Objection | null;
  /** How the rating stood before it was set aside; null while it is not. */
  readonly stoodAs: Pick<RatingFile, 'standing' | 'standingReason' | 'quarantinedAt'> | null;
  /** Until when the one who lost may answer: the rater object, the clerk renew. Null when nobody may, or it waits for a calendar. */
  readonly answerBy: Deadline | null;
  /** What has to be done now and by when; null when nothing has. */
  readonly clock: StepClock<AppealStep> | null;
  readonly dueAt: Instant | null;
  /** When the clock has to look at it next: it is late, or perhaps the holidays it waits for are announced. */
  readonly nextAt: Instant | null;
  readonly history: readonly AppealEntry[];
};

/** What the clerk gives. */
export type AppealDraft = Pick<Appeal, 'reason' | 'words' | 'evidence'>;

export type FileRefusal = 'appeal.notTold' | 'appeal.tooLate' | 'appeal.evidenceMissing';

/** Whether one piece at least is of a kind that this reason takes. */
export const hasEvidence = ({ reason, evidence }: Pick<Appeal, 'reason' | 'evidence'>, rules: AppealRules): boolean =>
  evidence.some(({ kind }) => rules.reasons[reason].value.evidence.includes(kind));

/** Whether he may add something now. */
export const maySupplement = (
  { state, history }: Pick<Appeal, 'state' | 'history'>,
  { supplementsAtMost }: Pick<AppealRules, 'supplementsAtMost'>,
): boolean =>
  state === 'returned' || history.filter(({ what }) => what === 'supplement').length < supplementsAtMost.value;

/** Until when the clerk may appeal; undefined while it cannot be computed: then he may. */
export const appealDeadline = (
  told: NonNullable<Handling['toldRated']>,
  rules: Pick<TicketRules, 'appealWithin'> & WorkingTimeRules,
): Deadline | undefined => {
  if (told.appealBy) return told.appealBy;
  const computed = deadlineAfter(told.at, rules.appealWithin, rules);
  return computed.ok ? computed.value : undefined;
};

/** Until when the one who lost may answer, within this span; undefined while it cannot be computed: then he may. */
export const answerDeadline = (
  { answerBy, decision, history, state }: Pick<Appeal, 'answerBy' | 'decision' | 'history' | 'state'>,
  span: Clause<Span>,
  rules: WorkingTimeRules,
): Deadline | undefined => {
  if (answerBy) return answerBy;
  const lostAt = state === 'lapsed' ? history.at(-1)?.at : decision?.at;
  const computed = lostAt === undefined ? undefined : deadlineAfter(lostAt, span, rules);
  return computed?.ok ? computed.value : undefined;
};

/** Whose lists it stands in. */
export const orgIdsOf = ({
  unitId,
  bureauId,
  firstBureauId,
  reportedTo,
}: Pick<Appeal, 'unitId' | 'bureauId' | 'firstBureauId' | 'reportedTo'>): readonly string[] => [
  ...new Set([unitId, bureauId, firstBureauId, reportedTo].filter((id) => id !== null)),
];

/** 提出申诉: the appeal as it begins, with the unit or, where nobody there could answer, with the bureau. */
export const fileAppeal = (
  appealNo: string,
  draft: AppealDraft,
  { toldRated }: Pick<Handling, 'toldRated'>,
  route: AppealRoute,
  by: AppealEntry['by'],
  now: Instant,
  rules: AppealRules & Pick<TicketRules, 'appealWithin'> & WorkingTimeRules,
): Result<Appeal, FileRefusal> => {
  if (!toldRated) return refuse('appeal.notTold');
  const deadline = appealDeadline(toldRated, rules);
  if (deadline && now > deadline.dueAt) return refuse('appeal.tooLate');
  if (!hasEvidence(draft, rules)) return refuse('appeal.evidenceMissing');
  const { unitId, bureauId, upperBureauId, cityBureauId, basis } = route;
  return ok({
    ...{ appealNo, version: 0, filedAt: now, renewals: 0 },
    state: unitId === null ? 'awaitingReview' : 'awaitingUnit',
    ...{ unitId, bureauId, firstBureauId: bureauId, upperBureauId, cityBureauId, routedBy: basis },
    ...{ reportedTo: null, orgIds: orgIdsOf({ unitId, bureauId, firstBureauId: bureauId, reportedTo: null }) },
    ...draft,
    ...{ opinion: null, ruling: null, decision: null, objection: null, stoodAs: null, answerBy: null },
    ...clockFrom(unitId === null ? 'review' : 'unit', now, rules),
    history: [{ at: now, what: 'file', words: draft.words, by }],
  });
};
