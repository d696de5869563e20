import { stateDiagram } from './state-diagram';
import type { TicketState } from './ticket';

/**
 * Who makes a move: whoever handles the ticket for its unit, a supervisor of its bureau, the clerk who was rated, the rater, the
 * clock, or the ruling on an appeal.
 */
export const MOVERS = ['handler', 'supervisor', 'rated', 'rater', 'clock', 'ruling'] as const;
export type Mover = (typeof MOVERS)[number];

/** 工单操作 */
export const TICKET_MOVES = [
  'dispatch',
  'redirect',
  'accept',
  'classify',
  'askStatement',
  'giveStatement',
  'recordAttempt',
  'recordFollowUp',
  'plan',
  'submitRectification',
  'sendBack',
  'verify',
  'askExtension',
  'grantExtension',
  'denyExtension',
  'remind',
  'supervise',
  'escalate',
  'acceptResult',
  'reopen',
  'lapse',
  'setAside',
  'restore',
] as const;
export type TicketMove = (typeof TICKET_MOVES)[number];

type Row = {
  readonly move: TicketMove;
  readonly from: TicketState;
  readonly to: TicketState;
  readonly by: Mover;
};

const rows = (move: TicketMove, by: Mover, from: readonly TicketState[], to: TicketState | 'same'): readonly Row[] =>
  from.map((state) => ({ move, from: state, to: to === 'same' ? state : to, by }));

/** 单位办理中 */
export const WITH_UNIT: readonly TicketState[] = ['awaitingAcceptance', 'awaitingFollowUp', 'rectifying'];
/** Officials still have to do something; after that the rater judges. */
export const UNDONE: readonly TicketState[] = ['awaitingDispatch', ...WITH_UNIT, 'awaitingVerification'];

/**
 * 差评工单的全部操作: state, move, next state, who may. What is not here is not possible. Articles are the profile's
 * (`TicketRules.moveBasis`). 不予采纳 and its end come with the ruling on an appeal (`appeal-table.ts`).
 */
export const TICKET_TABLE: readonly Row[] = [
  ...rows('dispatch', 'supervisor', ['awaitingDispatch'], 'awaitingAcceptance'),
  ...rows('redirect', 'handler', ['awaitingAcceptance', 'awaitingFollowUp'], 'awaitingDispatch'),
  ...rows('accept', 'handler', ['awaitingAcceptance'], 'awaitingFollowUp'),
  ...rows('classify', 'handler', ['awaitingFollowUp', 'rectifying'], 'same'),
  ...rows('askStatement', 'handler', ['awaitingFollowUp', 'rectifying'], 'same'),
  ...rows('giveStatement', 'rated', ['awaitingFollowUp', 'rectifying', 'awaitingVerification'], 'same'),
  ...rows('recordAttempt', 'handler', ['awaitingFollowUp', 'rectifying'], 'same'),
  ...rows('recordFollowUp', 'handler', ['awaitingFollowUp'], 'rectifying'),
  ...rows('plan', 'handler', ['rectifying'], 'same'),
  ...rows('submitRectification', 'handler', ['rectifying'], 'awaitingVerification'),
  ...rows('sendBack', 'supervisor', ['awaitingVerification'], 'rectifying'),
  ...rows('verify', 'supervisor', ['awaitingVerification'], 'awaitingVerdict'),
  ...rows('askExtension', 'handler', ['awaitingFollowUp', 'rectifying'], 'same'),
  ...rows('grantExtension', 'supervisor', ['awaitingFollowUp', 'rectifying'], 'same'),
  ...rows('denyExtension', 'supervisor', ['awaitingFollowUp', 'rectifying'], 'same'),
  ...rows('remind', 'supervisor', WITH_UNIT, 'same'),
  ...rows('supervise', 'supervisor', WITH_UNIT, 'same'),
  ...rows('escalate', 'clock', UNDONE, 'same'),
  ...rows('acceptResult', 'rater', ['awaitingVerdict'], 'closed'),
  ...rows('reopen', 'rater', ['awaitingVerdict'], 'rectifying'),
  ...rows('lapse', 'clock', ['awaitingVerdict'], 'closed'),
  ...rows('setAside', 'ruling', [...UNDONE, 'awaitingVerdict', 'closed'], 'setAside'),
  // Back to where it stood.
  ...rows('restore', 'ruling', ['setAside'], 'awaitingAcceptance'),
];

/** The row of a move in a state; undefined when it is not possible there. */
export const rowOf = (from: TicketState, move: TicketMove): Row | undefined =>
  TICKET_TABLE.find((row) => row.from === from && row.move === move);

/** What this person could do now, in the order of the table; whether what he gives suffices is asked later. */
export const movesOf = (from: TicketState, movers: readonly Mover[]): readonly TicketMove[] =>
  TICKET_TABLE.filter((row) => row.from === from && movers.includes(row.by)).map(({ move }) => move);

/** The table as a Mermaid diagram (`docs/tickets.md` holds it). */
export const diagramOf = (say: { state(state: TicketState): string; move(move: TicketMove): string }): string =>
  stateDiagram(TICKET_TABLE, ['awaitingDispatch', 'awaitingAcceptance'], ['closed'], say);
