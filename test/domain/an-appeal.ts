import { type Appeal, fileAppeal } from '@shared/domain/appeal';
import { type AppealBy, type AppealInput, moveAppeal } from '@shared/domain/appeal-moves';
import type { AppealRoute } from '@shared/domain/appeal-route';
import { type AppealMove, type AppealMover, type AppealState, appealRowOf } from '@shared/domain/appeal-table';
import type { Instant } from '@shared/kernel/time';
import { taiqian } from '@shared/policy/profiles/taiqian';
import { DAY, MONDAY } from './a-ticket';

export const APPEAL_RULES = {
  ...taiqian.appeal,
  ...taiqian.workingTime,
  appealWithin: taiqian.ticket.appealWithin,
};

export const ROUTE: AppealRoute = {
  ...{ unitId: 'unit', bureauId: 'bureau', upperBureauId: 'city', cityBureauId: 'city' },
  basis: taiqian.appeal.reviewedBy.county.basis,
};

/** Who makes each move, unless a test says otherwise; a second reviewer confirms. */
export const APPEAL_BY: Readonly<Record<AppealMover, AppealBy>> = {
  rated: { mover: 'rated', staffId: 'clerk', post: '窗口工作人员' },
  unit: { mover: 'unit', staffId: 'liaison', post: '责任人员' },
  reviewer: { mover: 'reviewer', staffId: 'reviewer', post: '监督人员' },
  city: { mover: 'city', staffId: 'city-supervisor', post: '监督人员' },
  rater: { mover: 'rater', staffId: null, post: '' },
  clock: { mover: 'clock', staffId: null, post: '' },
};
const SECOND: AppealBy = { ...APPEAL_BY.reviewer, staffId: 'second' };
const CONFIRMING: readonly AppealMove[] = ['confirmGrant', 'confirmDenial', 'disagree'];

export const RECORDING = { kind: 'recording', words: '6月1日9点至10点3号窗口录像', photos: [] } as const;

/** A sufficient input for each move. */
export const APPEAL_GIVEN: { readonly [M in AppealMove]: Extract<AppealInput, { move: M }> } = {
  supplement: { move: 'supplement', words: '补一段录像', evidence: [RECORDING] },
  withdraw: { move: 'withdraw' },
  endorse: { move: 'endorse', words: '情况属实', evidence: [] },
  refuse: { move: 'refuse', words: '录像里看得到是您' },
  insist: { move: 'insist', words: '当天我不在这个窗口' },
  returnForEvidence: { move: 'returnForEvidence', words: '请附排班表' },
  proposeGrant: { move: 'proposeGrant', reason: 'wrongTarget', words: '评价说的是4号窗口' },
  proposeDenial: { move: 'proposeDenial', isExplanation: false, words: '录像与评价相符' },
  confirmGrant: { move: 'confirmGrant' },
  confirmDenial: { move: 'confirmDenial' },
  disagree: { move: 'disagree', words: '还要看排班表' },
  reportUp: { move: 'reportUp', words: '' },
  confirmCorrection: { move: 'confirmCorrection', words: '' },
  declineCorrection: { move: 'declineCorrection', words: '材料不全' },
  object: { move: 'object', words: '我说的就是3号窗口' },
  renew: { move: 'renew', reason: 'wrongTarget', words: '找到了排班表', evidence: [RECORDING] },
  escalate: { move: 'escalate' },
  lapse: { move: 'lapse' },
};

const inputOf = (step: AppealMove | AppealInput): AppealInput => (typeof step === 'string' ? APPEAL_GIVEN[step] : step);

/** The move by whom the table has for it. */
export const tryAppeal = (appeal: Appeal, step: AppealMove | AppealInput, now: Instant, by?: AppealBy) => {
  const input = inputOf(step);
  const usual = CONFIRMING.includes(input.move)
    ? SECOND
    : APPEAL_BY[appealRowOf(appeal.state, input.move)?.by ?? 'reviewer'];
  return moveAppeal(appeal, input, by ?? usual, now, APPEAL_RULES);
};

/** As `tryAppeal`, for moves that must succeed. */
export const appealed = (appeal: Appeal, step: AppealMove | AppealInput, now: Instant, by?: AppealBy): Appeal => {
  const answer = tryAppeal(appeal, step, now, by);
  if (!answer.ok) throw new Error(`${inputOf(step).move} in ${appeal.state}: ${answer.code}`);
  return answer.value;
};

/** Filed on the Monday after the clerk was told. */
export const anAppeal = (route: AppealRoute = ROUTE, now: Instant = MONDAY + DAY): Appeal => {
  const draft = { reason: 'wrongTarget', words: '评的是别的窗口', evidence: [RECORDING] } as const;
  const told = { toldRated: { at: now - DAY, appealBy: null } };
  const filed = fileAppeal('SS1', draft, told, route, APPEAL_BY.rated, now, APPEAL_RULES);
  if (!filed.ok) throw new Error(filed.code);
  return filed.value;
};

const WAY_TO: Readonly<Record<AppealState, readonly AppealMove[]>> = {
  awaitingUnit: [],
  refusedByUnit: ['refuse'],
  awaitingReview: ['endorse'],
  returned: ['endorse', 'returnForEvidence'],
  awaitingSecond: ['endorse', 'proposeGrant'],
  granted: ['endorse', 'proposeGrant', 'confirmGrant'],
  reportedUp: ['endorse', 'proposeGrant', 'confirmGrant', 'reportUp'],
  corrected: ['endorse', 'proposeGrant', 'confirmGrant', 'reportUp', 'confirmCorrection'],
  denied: ['endorse', 'proposeDenial', 'confirmDenial'],
  withdrawn: ['withdraw'],
  lapsed: ['refuse', 'lapse'],
};

/** An appeal that came to this state straight; each step an hour after the one before, the clock's when it is time. */
export const anAppealIn = (state: AppealState): Appeal =>
  WAY_TO[state].reduce((before: Appeal, move, n) => {
    const now = move === 'lapse' ? (before.nextAt ?? 0) + 1 : MONDAY + DAY + (n + 1) * 3_600_000;
    return appealed(before, move, now);
  }, anAppeal());
