import type { Input, Output } from '../../api/actions';

/** 申诉 as whoever handles it sees it. */
export type Shown = Output<'appeal.show'>;
export type ReviewStep = Input<'appeal.move'>['step'];
export type ReviewMove = ReviewStep['move'];

const OF_THE_UNIT: readonly ReviewMove[] = ['endorse', 'refuse'];
/** In the order of the bar: what sends it back, what is against the appeal, what is for it. No one of them is the main one. */
const BAR: readonly ReviewMove[] = [
  ...(['returnForEvidence', 'refuse', 'endorse', 'proposeDenial', 'proposeGrant'] as const),
  ...(['disagree', 'confirmDenial', 'confirmGrant', 'reportUp', 'declineCorrection', 'confirmCorrection'] as const),
];

/** Whoever must step aside would decide: to the unit's own liaison, who decides nothing, nothing is said. */
export const mustStepAside = ({ conflict, appeal }: Pick<Shown, 'conflict' | 'appeal'>): boolean =>
  conflict !== null && BAR.some((move) => appeal.moves.includes(move) && !OF_THE_UNIT.includes(move));

const isPossible = (move: ReviewMove, { appeal, conflict, isOwnRuling }: Shown): boolean => {
  if (conflict !== null && !OF_THE_UNIT.includes(move)) return false;
  switch (move) {
    case 'returnForEvidence':
      return appeal.objection === null;
    case 'confirmGrant':
    case 'confirmDenial':
      return !isOwnRuling && appeal.ruling?.grants === (move === 'confirmGrant');
    case 'disagree':
      return !isOwnRuling;
    case 'reportUp':
      return appeal.clock !== null;
    default:
      return true;
  }
};

/** What the caller can do now: what the table allows him and what stands already does not forbid. */
export const reviewMoves = (shown: Shown): readonly ReviewMove[] =>
  BAR.filter((move) => shown.appeal.moves.includes(move) && isPossible(move, shown));
