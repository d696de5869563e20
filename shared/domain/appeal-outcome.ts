import type { Instant } from '../kernel/time';
import type { Appeal } from './appeal';
import { GRANTED, UNDECIDED } from './appeal-table';

/** 申诉的结果, as the rater reads it: nothing before a decision, then what was decided, why, and what he can do. */
export type OutcomeOfAppeal = {
  /** His rating is not adopted, as it stands now. */
  readonly isSetAside: boolean;
  readonly words: string;
  readonly at: Instant;
  /** Until when he may object; null when nobody could tell yet, or he may not. */
  readonly objectBy: Instant | null;
  readonly mayObject: boolean;
  readonly objection: { readonly words: string; readonly at: Instant; readonly isDecided: boolean } | null;
};

export const outcomeOfAppeal = ({ decision, objection, answerBy, state, stoodAs }: Appeal): OutcomeOfAppeal | null =>
  decision && {
    isSetAside: stoodAs !== null,
    words: decision.ruling.words,
    at: decision.at,
    objectBy: stoodAs === null || objection ? null : (answerBy?.dueAt ?? null),
    mayObject: objection === null && GRANTED.includes(state),
    objection: objection && {
      ...{ words: objection.words, at: objection.at },
      isDecided: !UNDECIDED.includes(state),
    },
  };
