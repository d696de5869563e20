import type { Clause } from '../kernel/clause';
import { dayOf, type Instant } from '../kernel/time';
import type { TicketState, TicketStep } from './ticket';
import type { Deadline } from './working-time';

/** 研判: what it was about. */
export const CAUSES = ['item', 'process', 'material', 'system', 'attitude', 'place', 'law'] as const;
export type Cause = (typeof CAUSES)[number];

/** 研判: complex ones have the longer span. */
export type Classification = { readonly cause: Cause; readonly isComplex: boolean; readonly at: Instant };

/** 联系结果 */
export const CONTACT_OUTCOMES = ['reached', 'noAnswer', 'wrongNumber', 'declined', 'noNumber'] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

/** 联系记录, one per try. */
export type ContactAttempt = {
  readonly at: Instant;
  readonly outcome: ContactOutcome;
  readonly note: string;
  readonly staffId: string;
};

/** 核实结论 */
export const FINDINGS = ['substantiated', 'partly', 'unsubstantiated', 'unlawfulDemand'] as const;
export type Finding = (typeof FINDINGS)[number];

/** 回访记录: whether he was reached, and what was found. */
export type FollowUp = {
  readonly at: Instant;
  readonly finding: Finding;
  readonly note: string;
  readonly reached: boolean;
  readonly staffId: string;
};

/** 整改结果: what was done, what the rater is told, and the evidence. */
export type Rectification = {
  readonly at: Instant;
  readonly measures: string;
  /** 答复 */
  readonly reply: string;
  readonly photos: readonly string[];
  readonly staffId: string;
};

/** 延期 */
export type Extension = {
  readonly state: 'asked' | 'granted' | 'denied';
  readonly reason: string;
  readonly days: number;
  readonly askedAt: Instant;
  readonly askedBy: string;
  readonly decidedBy: string | null;
};

/** 评价人对整改的评定 */
export const VERDICTS = ['satisfied', 'basicallySatisfied', 'dissatisfied'] as const;
export type VerdictLevel = (typeof VERDICTS)[number];
export type Verdict = { readonly level: VerdictLevel; readonly words: string; readonly at: Instant };

/** 疑似走过场: what looks like handling only, for the supervisor who verifies. */
export const HANDLING_FLAGS = ['noCallBack', 'tooQuick', 'sameText', 'manyAtOnce'] as const;
export type HandlingFlag = (typeof HANDLING_FLAGS)[number];

/** 情况说明 of the clerk who was rated, asked for by his unit or given unasked. */
export type Statement = {
  readonly askedAt: Instant | null;
  /** By when he is asked for it; null when he was not, or the day waits for a calendar. */
  readonly dueAt: Instant | null;
  readonly words: string;
  /** Null while he has said nothing. */
  readonly givenAt: Instant | null;
};

/** What was done about a ticket, as it stands. A later act, or another unit's beginning anew, takes the place of an earlier; history keeps both. */
export type Handling = {
  readonly acceptedAt: Instant | null;
  /** 告知被评价的工作人员: with the first 签收, whatever unit has it later. He reads it from the next day on. */
  readonly toldRated: { readonly at: Instant; readonly appealBy: Deadline | null } | null;
  readonly statement: Statement | null;
  readonly redirects: number;
  readonly classification: Classification | null;
  readonly attempts: readonly ContactAttempt[];
  readonly followUp: FollowUp | null;
  readonly plan: string | null;
  readonly rectification: Rectification | null;
  readonly sentBack: number;
  readonly verifiedBy: string | null;
  readonly extension: Extension | null;
  readonly verdict: Verdict | null;
  readonly reopenings: number;
  /** The 不满意 for which it was last done anew; `verdict` is the latest. */
  readonly reopenedFor: Verdict | null;
  readonly reminders: number;
  readonly isSupervised: boolean;
  /** 0 nothing is late, 1 told to whoever must act (the unit; the bureau for dispatch and verification), 2 told to the bureau above. */
  readonly escalation: 0 | 1 | 2;
  /** When it was told last. */
  readonly escalatedAt: Instant | null;
  readonly flags: readonly HandlingFlag[];
  /** 终止 by a ruling: where it stood, and which clocks ran; null while it is on its way. */
  readonly stopped: { readonly in: TicketState; readonly steps: readonly TicketStep[] } | null;
};

export const NOT_HANDLED: Handling = {
  acceptedAt: null,
  toldRated: null,
  statement: null,
  redirects: 0,
  classification: null,
  attempts: [],
  followUp: null,
  plan: null,
  rectification: null,
  sentBack: 0,
  verifiedBy: null,
  extension: null,
  verdict: null,
  reopenings: 0,
  reopenedFor: null,
  reminders: 0,
  isSupervised: false,
  escalation: 0,
  escalatedAt: null,
  flags: [],
  stopped: null,
};

/** 联系不上 is concluded after so many tries on so many days. */
export type Tries = { readonly count: number; readonly days: number };

type Tried = Pick<ContactAttempt, 'at' | 'outcome'>;
const FRUITLESS: readonly ContactOutcome[] = ['noAnswer', 'wrongNumber'];

/** Nobody can be reached who left no number or declined: one record says so. Else it takes tries on several days. */
export const isUnreachable = (attempts: readonly Tried[], { value }: Clause<Tries>): boolean => {
  if (attempts.some(({ outcome }) => outcome === 'noNumber' || outcome === 'declined')) return true;
  const fruitless = attempts.filter(({ outcome }) => FRUITLESS.includes(outcome));
  return fruitless.length >= value.count && new Set(fruitless.map(({ at }) => dayOf(at))).size >= value.days;
};

export const wasReached = (attempts: readonly Pick<ContactAttempt, 'outcome'>[]): boolean =>
  attempts.some(({ outcome }) => outcome === 'reached');
