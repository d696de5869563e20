import { openTicket, type Route, type Ticket, type TicketState } from '@shared/domain/ticket';
import { clockOf } from '@shared/domain/ticket-clocks';
import { type By, type MoveInput, type MoveRules, moveTicket } from '@shared/domain/ticket-moves';
import { type Mover, rowOf, type TicketMove } from '@shared/domain/ticket-table';
import type { Instant } from '@shared/kernel/time';
import { instantOf } from '@shared/kernel/time';
import { taiqian } from '@shared/policy/profiles/taiqian';

export const RULES: MoveRules = { ...taiqian.ticket, ...taiqian.workingTime };
/** An ordinary Monday. */
export const MONDAY = instantOf('2026-06-01', '09:00');
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

export const toUnit: Route = {
  ...{ unitId: 'unit', bureauId: 'bureau', dispatched: true },
  basis: taiqian.ticket.handledBy.county.basis,
};
export const toBureau: Route = { ...toUnit, unitId: 'bureau', dispatched: false };

export const BY: Readonly<Record<Mover, By>> = {
  handler: { mover: 'handler', staffId: 'liaison' },
  supervisor: { mover: 'supervisor', staffId: 'supervisor' },
  rated: { mover: 'rated', staffId: 'clerk' },
  rater: { mover: 'rater', staffId: null },
  clock: { mover: 'clock', staffId: null },
  ruling: { mover: 'ruling', staffId: null },
};

/** A sufficient input for each move. */
export const GIVEN: { readonly [M in TicketMove]: Extract<MoveInput, { move: M }> } = {
  dispatch: { move: 'dispatch', unitId: 'unit' },
  redirect: { move: 'redirect', reason: '不是本单位的事项' },
  accept: { move: 'accept' },
  classify: { move: 'classify', cause: 'process', isComplex: false },
  askStatement: { move: 'askStatement' },
  giveStatement: { move: 'giveStatement', words: '当时只有一个窗口' },
  recordAttempt: { move: 'recordAttempt', outcome: 'reached', note: '已了解情况' },
  recordFollowUp: { move: 'recordFollowUp', finding: 'substantiated', note: '高峰期只开一个窗口' },
  plan: { move: 'plan', plan: '加开窗口' },
  submitRectification: { move: 'submitRectification', measures: '加开窗口', reply: '已加开窗口。', photos: ['p1'] },
  sendBack: { move: 'sendBack', reason: '没有说明何时起加开' },
  verify: { move: 'verify' },
  askExtension: { move: 'askExtension', reason: '设备在途', days: 1 },
  grantExtension: { move: 'grantExtension' },
  denyExtension: { move: 'denyExtension', reason: '可以先用备机' },
  remind: { move: 'remind' },
  supervise: { move: 'supervise', reason: '请尽快' },
  escalate: { move: 'escalate' },
  acceptResult: { move: 'acceptResult', level: 'satisfied', words: '' },
  reopen: { move: 'reopen', words: '还是一个窗口' },
  lapse: { move: 'lapse' },
  setAside: { move: 'setAside' },
  restore: { move: 'restore' },
};

type Step = TicketMove | MoveInput;
const inputOf = (step: Step): MoveInput => (typeof step === 'string' ? GIVEN[step] : step);

/** The move by whom the table has for it; the handler when it is not possible here. */
export const tryMove = (ticket: Ticket, step: Step, now: Instant, by?: By, rules: MoveRules = RULES) => {
  const input = inputOf(step);
  return moveTicket(ticket, input, by ?? BY[rowOf(ticket.state, input.move)?.by ?? 'handler'], now, rules);
};

/** As `tryMove`, for moves that must succeed. */
export const moved = (ticket: Ticket, step: Step, now: Instant, rules: MoveRules = RULES): Ticket => {
  const answer = tryMove(ticket, step, now, undefined, rules);
  if (!answer.ok) throw new Error(`${inputOf(step).move} in ${ticket.state}: ${answer.code}`);
  return answer.value;
};

/** All these steps, a minute apart from each other. */
export const afterSteps = (ticket: Ticket, steps: readonly Step[], from: Instant, rules: MoveRules = RULES): Ticket =>
  steps.reduce((before: Ticket, step, n) => moved(before, step, from + n * MINUTE, rules), ticket);

const FOLLOWED_UP: readonly TicketMove[] = ['accept', 'recordAttempt', 'recordFollowUp', 'classify'];
const HANDED_IN: readonly TicketMove[] = [...FOLLOWED_UP, 'submitRectification'];
const WAY_TO: Readonly<Record<TicketState, readonly TicketMove[]>> = {
  awaitingDispatch: [],
  awaitingAcceptance: [],
  awaitingFollowUp: ['accept'],
  rectifying: FOLLOWED_UP,
  awaitingVerification: HANDED_IN,
  awaitingVerdict: [...HANDED_IN, 'verify'],
  closed: [...HANDED_IN, 'verify', 'acceptResult'],
  setAside: ['setAside'],
};

/** A ticket that came to this state straight, from an ordinary Monday morning on. */
export const aTicketIn = (state: TicketState, openedAt: Instant = MONDAY, rules: MoveRules = RULES): Ticket => {
  const opened = openTicket('T1', state === 'awaitingDispatch' ? toBureau : toUnit, openedAt, rules);
  return afterSteps(opened, WAY_TO[state], openedAt + MINUTE, rules);
};

/** The deadline of a step; throws when it has none, for no test here expects that. */
export const dueOf = (ticket: Ticket, step: Parameters<typeof clockOf>[1]): Instant => {
  const dueAt = clockOf(ticket, step)?.deadline?.dueAt;
  if (dueAt === undefined) throw new Error(`${step} has no deadline`);
  return dueAt;
};
