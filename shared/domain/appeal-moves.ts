import type { Clause } from '../kernel/clause';
import { ok, type Result, refuse } from '../kernel/result';
import type { Instant } from '../kernel/time';
import {
  type Appeal,
  type AppealEntry,
  type AppealReason,
  type AppealRules,
  type AppealStep,
  answerDeadline,
  type Evidence,
  hasEvidence,
  maySupplement,
  orgIdsOf,
  type Ruling,
} from './appeal';
import { clockFrom, NO_CLOCK } from './appeal-clock';
import { type AppealMove, type AppealMover, appealRowOf } from './appeal-table';
import { type Deadline, deadlineAfter, type Span, type WorkingTimeRules } from './working-time';

/** What somebody gives with each move. */
export type AppealInput =
  | { readonly move: 'supplement'; readonly words: string; readonly evidence: readonly Evidence[] }
  | { readonly move: 'withdraw' }
  | { readonly move: 'endorse'; readonly words: string; readonly evidence: readonly Evidence[] }
  | { readonly move: 'refuse'; readonly words: string }
  | { readonly move: 'insist'; readonly words: string }
  | { readonly move: 'returnForEvidence'; readonly words: string }
  | { readonly move: 'proposeGrant'; readonly reason: AppealReason; readonly words: string }
  | { readonly move: 'proposeDenial'; readonly isExplanation: boolean; readonly words: string }
  | { readonly move: 'confirmGrant' }
  | { readonly move: 'confirmDenial' }
  | { readonly move: 'disagree'; readonly words: string }
  | { readonly move: 'reportUp'; readonly words: string }
  | { readonly move: 'confirmCorrection'; readonly words: string }
  | { readonly move: 'declineCorrection'; readonly words: string }
  | { readonly move: 'object'; readonly words: string }
  | {
      readonly move: 'renew';
      readonly reason: AppealReason;
      readonly words: string;
      readonly evidence: readonly Evidence[];
    }
  | { readonly move: 'escalate' }
  | { readonly move: 'lapse' };

export type AppealMoveRefusal =
  | 'appeal.moveNotAllowed'
  | 'appeal.moveNotYours'
  | 'appeal.sameSecond'
  | 'appeal.evidenceMissing'
  | 'appeal.objectedOnce'
  | 'appeal.objectedLate'
  | 'appeal.renewedOnce'
  | 'appeal.supplementedOften'
  | 'appeal.renewedLate';

/** Who moves: in which capacity, which member of staff, and by which post the others read of him. */
export type AppealBy = { readonly mover: AppealMover } & AppealEntry['by'];

export type AppealMoveRules = AppealRules & WorkingTimeRules;

type Change = Partial<Appeal>;
type Deciders = {
  readonly [M in AppealMove]: (
    appeal: Appeal,
    input: Extract<AppealInput, { move: M }>,
    by: AppealBy,
    now: Instant,
    rules: AppealMoveRules,
  ) => Result<Change, AppealMoveRefusal>;
};

const staffOf = ({ staffId }: AppealBy): string => staffId ?? '';

/** The clock moves nothing before its time: the last moment of a deadline still belongs to whoever has it. */
const isTime = ({ clock, nextAt }: Appeal, now: Instant): boolean =>
  clock?.deadline != null && nextAt !== null && now > nextAt;

const starting = (step: AppealStep, now: Instant, rules: AppealMoveRules, rest: Change = {}) =>
  ok({ ...rest, ...clockFrom(step, now, rules) });

const over = (rest: Change = {}) => ok({ ...rest, ...NO_CLOCK });

const until = (span: Clause<Span>, now: Instant, rules: AppealMoveRules): Deadline | null => {
  const deadline = deadlineAfter(now, span, rules);
  return deadline.ok ? deadline.value : null;
};

/** Nobody confirms what he proposed himself. */
const confirmed = (
  { ruling }: Appeal,
  grants: boolean,
  by: AppealBy,
  now: Instant,
): Result<NonNullable<Appeal['decision']>, AppealMoveRefusal> => {
  if (ruling?.grants !== grants) return refuse('appeal.moveNotAllowed');
  if (ruling.staffId === by.staffId) return refuse('appeal.sameSecond');
  return ok({ ruling, secondId: staffOf(by), at: now });
};

/** Once the objection is decided, the appeal is back where it was reviewed first. */
const backHome = ({ firstBureauId }: Appeal): Change => ({ bureauId: firstBureauId, ruling: null });

/** Of what stands already the city is told; what it corrected stays corrected. */
const upheld = (appeal: Appeal, now: Instant, rules: AppealMoveRules): Result<Change, AppealMoveRefusal> => {
  const state = appeal.objection?.from ?? 'granted';
  if (state === 'corrected') return over({ state });
  return starting(state === 'reportedUp' ? 'correct' : 'report', now, rules, { state });
};

const propose = (ruling: Ruling, now: Instant, rules: AppealMoveRules) => starting('second', now, rules, { ruling });

const DECIDERS: Deciders = {
  supplement: (appeal, { evidence: given }, _by, now, rules) => {
    if (!maySupplement(appeal, rules)) return refuse('appeal.supplementedOften');
    const evidence = [...appeal.evidence, ...given];
    return appeal.state === 'returned' ? starting('review', now, rules, { evidence }) : ok({ evidence });
  },
  // What was decided once is the rater's and the public's too.
  withdraw: ({ decision }) => (decision ? refuse('appeal.moveNotAllowed') : over({ ruling: null })),
  endorse: (appeal, { words, evidence }, by, now, rules) =>
    starting('review', now, rules, {
      evidence: [...appeal.evidence, ...evidence.map((one) => ({ ...one, ofUnit: true as const }))],
      opinion: { endorses: true, words, at: now, staffId: staffOf(by) },
    }),
  refuse: (_appeal, { words }, by, now, rules) =>
    starting('insist', now, rules, { opinion: { endorses: false, words, at: now, staffId: staffOf(by) } }),
  insist: (_appeal, _input, _by, now, rules) => starting('review', now, rules),
  // On an objection it is the rater who is heard: nobody lets the time pass for him.
  returnForEvidence: ({ objection }, _input, _by, now, rules) =>
    objection ? refuse('appeal.moveNotAllowed') : starting('supplement', now, rules),
  proposeGrant: (appeal, { reason, words }, by, now, rules) =>
    hasEvidence({ reason, evidence: appeal.evidence }, rules)
      ? propose({ grants: true, reason, words, at: now, staffId: staffOf(by) }, now, rules)
      : refuse('appeal.evidenceMissing'),
  proposeDenial: (_appeal, { isExplanation, words }, by, now, rules) =>
    propose({ grants: false, isExplanation, words, at: now, staffId: staffOf(by) }, now, rules),
  confirmGrant: (appeal, _input, by, now, rules) => {
    const decision = confirmed(appeal, true, by, now);
    if (!decision.ok) return decision;
    if (appeal.objection) {
      const next = upheld(appeal, now, rules);
      return next.ok ? ok({ ...next.value, ...backHome(appeal), decision: decision.value, answerBy: null }) : next;
    }
    const answerBy = until(rules.objectWithin, now, rules);
    return starting('report', now, rules, { decision: decision.value, ruling: null, answerBy });
  },
  confirmDenial: (appeal, _input, by, now, rules) => {
    const decision = confirmed(appeal, false, by, now);
    if (!decision.ok) return decision;
    // Whoever lost to the rater's objection was heard twice.
    const answerBy = appeal.objection ? null : until(rules.renewWithin, now, rules);
    return over({ ...backHome(appeal), decision: decision.value, answerBy });
  },
  disagree: ({ ruling }, _input, by, now, rules) =>
    ruling?.staffId === by.staffId ? refuse('appeal.sameSecond') : starting('review', now, rules, { ruling: null }),
  reportUp: ({ cityBureauId }, _input, _by, now, rules) =>
    cityBureauId === null
      ? refuse('appeal.moveNotAllowed')
      : starting('correct', now, rules, { reportedTo: cityBureauId }),
  confirmCorrection: () => over(),
  declineCorrection: (_appeal, _input, _by, now, rules) => starting('report', now, rules),
  object: (appeal, { words }, _by, now, rules) => {
    const { objection, state, upperBureauId } = appeal;
    if (objection) return refuse('appeal.objectedOnce');
    const deadline = answerDeadline(appeal, rules.objectWithin, rules);
    if (deadline && now > deadline.dueAt) return refuse('appeal.objectedLate');
    return starting('review', now, rules, {
      objection: { words, at: now, from: state },
      ...{ bureauId: upperBureauId, answerBy: null },
    });
  },
  renew: (appeal, { reason, evidence }, _by, now, rules) => {
    const { objection, renewals, unitId } = appeal;
    if (objection || renewals >= rules.renewalsAtMost.value) return refuse('appeal.renewedOnce');
    const deadline = answerDeadline(appeal, rules.renewWithin, rules);
    if (deadline && now > deadline.dueAt) return refuse('appeal.renewedLate');
    if (!hasEvidence({ reason, evidence }, rules)) return refuse('appeal.evidenceMissing');
    return starting(unitId === null ? 'review' : 'unit', now, rules, {
      ...(unitId === null && { state: 'awaitingReview' as const }),
      ...{ reason, evidence: [...appeal.evidence, ...evidence], renewals: renewals + 1 },
      ...{ opinion: null, ruling: null, answerBy: null },
    });
  },
  // A silent unit is passed over; elsewhere those above are told, once.
  escalate: (appeal, _input, _by, now, rules) => {
    if (!isTime(appeal, now)) return refuse('appeal.moveNotAllowed');
    return appeal.state === 'awaitingUnit' ? starting('review', now, rules) : ok({ nextAt: null });
  },
  lapse: (appeal, _input, _by, now, rules) =>
    isTime(appeal, now) ? over({ answerBy: until(rules.renewWithin, now, rules) }) : refuse('appeal.moveNotAllowed'),
};

const wordsOf = (input: AppealInput): string => ('words' in input ? input.words : '');

/** One move by one person under the rules of the place: the appeal as it is afterwards, or why not. */
export const moveAppeal = (
  appeal: Appeal,
  input: AppealInput,
  by: AppealBy,
  now: Instant,
  rules: AppealMoveRules,
): Result<Appeal, AppealMoveRefusal> => {
  const row = appealRowOf(appeal.state, input.move);
  if (!row) return refuse('appeal.moveNotAllowed');
  if (row.by !== by.mover) return refuse('appeal.moveNotYours');
  const decide = DECIDERS[input.move] as (...given: unknown[]) => Result<Change, AppealMoveRefusal>;
  const change = decide(appeal, input, by, now, rules);
  if (!change.ok) return change;
  // The rater's own words stand in his objection alone, where erasing finds them.
  const words = input.move === 'object' ? '' : wordsOf(input);
  const entry: AppealEntry = { at: now, what: input.move, words, by: { staffId: by.staffId, post: by.post } };
  const moved: Appeal = {
    ...{ ...appeal, state: row.to, ...change.value },
    version: appeal.version + 1,
    history: [...appeal.history, entry],
  };
  return ok({ ...moved, orgIds: orgIdsOf(moved) });
};
