import { stateDiagram } from './state-diagram';

/**
 * Who makes a move: the clerk who was rated, whoever answers for his unit, the bureau that reviews (two persons of it), the
 * city's bureau to which a correction is reported, the rater, or the clock.
 */
export const APPEAL_MOVERS = ['rated', 'unit', 'reviewer', 'city', 'rater', 'clock'] as const;
export type AppealMover = (typeof APPEAL_MOVERS)[number];

/** 申诉状态 */
export const APPEAL_STATES = [
  'awaitingUnit',
  'refusedByUnit',
  'awaitingReview',
  'returned',
  'awaitingSecond',
  'granted',
  'reportedUp',
  'corrected',
  'denied',
  'withdrawn',
  'lapsed',
] as const;
export type AppealState = (typeof APPEAL_STATES)[number];

/** 申诉操作 */
export const APPEAL_MOVES = [
  'supplement',
  'withdraw',
  'endorse',
  'refuse',
  'insist',
  'returnForEvidence',
  'proposeGrant',
  'proposeDenial',
  'confirmGrant',
  'confirmDenial',
  'disagree',
  'reportUp',
  'confirmCorrection',
  'declineCorrection',
  'object',
  'renew',
  'escalate',
  'lapse',
] as const;
export type AppealMove = (typeof APPEAL_MOVES)[number];

type Row = {
  readonly move: AppealMove;
  readonly from: AppealState;
  readonly to: AppealState;
  readonly by: AppealMover;
};

const rows = (
  move: AppealMove,
  by: AppealMover,
  from: readonly AppealState[],
  to: AppealState | 'same',
): readonly Row[] => from.map((state) => ({ move, from: state, to: to === 'same' ? state : to, by }));

/** 还没有决定 */
export const UNDECIDED: readonly AppealState[] = [
  ...(['awaitingUnit', 'refusedByUnit', 'awaitingReview', 'returned', 'awaitingSecond'] as const),
];
/** The rating is not adopted: the rater may still object, and the city be told. */
export const GRANTED: readonly AppealState[] = ['granted', 'reportedUp', 'corrected'];

/**
 * 申诉的全部操作: state, move, next state, who may. What is not here is not possible. Filing begins it (`appeal.ts`). The rater's
 * objection leads back to 待复核: the same two persons never decide on it (`appeal-conflict.ts`). Articles are the profile's
 * (`AppealRules.moveBasis`).
 */
export const APPEAL_TABLE: readonly Row[] = [
  ...rows('supplement', 'rated', ['awaitingUnit', 'awaitingReview'], 'same'),
  ...rows('supplement', 'rated', ['returned'], 'awaitingReview'),
  ...rows('withdraw', 'rated', UNDECIDED, 'withdrawn'),
  ...rows('endorse', 'unit', ['awaitingUnit'], 'awaitingReview'),
  ...rows('refuse', 'unit', ['awaitingUnit'], 'refusedByUnit'),
  ...rows('insist', 'rated', ['refusedByUnit'], 'awaitingReview'),
  ...rows('returnForEvidence', 'reviewer', ['awaitingReview'], 'returned'),
  ...rows('proposeGrant', 'reviewer', ['awaitingReview'], 'awaitingSecond'),
  ...rows('proposeDenial', 'reviewer', ['awaitingReview'], 'awaitingSecond'),
  ...rows('confirmGrant', 'reviewer', ['awaitingSecond'], 'granted'),
  ...rows('confirmDenial', 'reviewer', ['awaitingSecond'], 'denied'),
  ...rows('disagree', 'reviewer', ['awaitingSecond'], 'awaitingReview'),
  ...rows('reportUp', 'reviewer', ['granted'], 'reportedUp'),
  ...rows('confirmCorrection', 'city', ['reportedUp'], 'corrected'),
  ...rows('declineCorrection', 'city', ['reportedUp'], 'granted'),
  ...rows('object', 'rater', GRANTED, 'awaitingReview'),
  ...rows('renew', 'rated', ['denied', 'lapsed'], 'awaitingUnit'),
  ...rows('escalate', 'clock', ['awaitingUnit'], 'awaitingReview'),
  ...rows('escalate', 'clock', ['awaitingReview', 'awaitingSecond', 'granted', 'reportedUp'], 'same'),
  ...rows('lapse', 'clock', ['refusedByUnit', 'returned'], 'lapsed'),
];

/** The row of a move in a state; undefined when it is not possible there. */
export const appealRowOf = (from: AppealState, move: AppealMove): Row | undefined =>
  APPEAL_TABLE.find((row) => row.from === from && row.move === move);

/** What this person could do now, in the order of the table; whether what he gives suffices is asked later. */
export const appealMovesOf = (from: AppealState, movers: readonly AppealMover[]): readonly AppealMove[] =>
  APPEAL_TABLE.filter((row) => row.from === from && movers.includes(row.by)).map(({ move }) => move);

/** The table as a Mermaid diagram (`docs/appeals.md` holds it). */
export const appealDiagram = (say: { state(state: AppealState): string; move(move: AppealMove): string }): string =>
  stateDiagram(APPEAL_TABLE, ['awaitingUnit', 'awaitingReview'], ['corrected', 'denied', 'withdrawn', 'lapsed'], say);
