import type { Citation, Clause } from '../kernel/clause';
import type { Instant } from '../kernel/time';
import { addDays, dayOf, yearOf } from '../kernel/time';
import { type Handling, NOT_HANDLED, type Tries } from './handling';
import { isAnswered, type Org, type OrgLevel, type ServiceWindow } from './organization';
import type { TicketMove } from './ticket-table';
import { type Deadline, deadlineAfter, type Span, type WorkingTimeRules } from './working-time';

/** 工单状态; `ticket-table.ts` says how one follows another. */
export const TICKET_STATES = [
  'awaitingDispatch',
  'awaitingAcceptance',
  'awaitingFollowUp',
  'rectifying',
  'awaitingVerification',
  'awaitingVerdict',
  'closed',
  'setAside',
] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/** Somebody still has to do something about it, and may have to reach the rater. */
export const isTicketOpen = ({ state }: Pick<Ticket, 'state'>): boolean => state !== 'closed' && state !== 'setAside';

/** The steps that have a clock of their own: 派单、签收并联系评价人、整改、审核、评价人评定. */
export const TICKET_STEPS = ['dispatch', 'accept', 'rectify', 'verify', 'verdict'] as const;
export type TicketStep = (typeof TICKET_STEPS)[number];

export type TicketRules = {
  /** 及时转办 */
  readonly dispatchWithin: Clause<Span>;
  /** 及时回访: sign the ticket for and contact the rater. */
  readonly acceptWithin: Clause<Span>;
  /** 及时整改 */
  readonly rectifyWithin: Clause<Span>;
  /** 复杂问题的整改 */
  readonly rectifyComplexWithin: Clause<Span>;
  /** 退回后再整改 */
  readonly rectifyAgainWithin: Clause<Span>;
  /** 审核 */
  readonly verifyWithin: Clause<Span>;
  /** How long the rater may judge the result before the ticket closes by itself. */
  readonly verdictWithin: Clause<Span>;
  /** 延期, once, asked before expiry: at most so long. */
  readonly extendAtMost: Clause<Span>;
  /** What is late is told to whoever must act at once, and to the bureau above after this. */
  readonly escalateAfter: Clause<Span>;
  /** 联系不上 */
  readonly unreachableAfter: Clause<Tries>;
  /** 转办 by the unit that it went to. */
  readonly redirectsAtMost: Clause<number>;
  /** 被评价的工作人员说明情况. */
  readonly statementWithin: Clause<Span>;
  /** How often he may say it anew. */
  readonly statementsAtMost: Clause<number>;
  /** 他知道差评以后多久内可以申诉. */
  readonly appealWithin: Clause<Span>;
  /** 评价人不满意的，重新办理. */
  readonly reopeningsAtMost: Clause<number>;
  /** 疑似走过场, for the supervisor's eyes. */
  readonly handlingChecks: {
    /** Minutes from 签收 to the result, below which it looks too quick. */
    readonly quickestMinutes: Clause<number>;
    /** So many of the latest replies of the unit with the same words. */
    readonly sameTexts: Clause<number>;
    /** So many results of one person within an hour. */
    readonly resultsPerHour: Clause<number>;
  };
  /** Where each move stands. */
  readonly moveBasis: Readonly<Record<TicketMove, Citation>>;
  /** Who answers for a bad rating at a center of each level: the unit at the window, or the town's government. */
  readonly handledBy: Readonly<Record<OrgLevel, Clause<'unit' | 'townGovernment'>>>;
};

/** The clock of one step: pinned, or waiting for a year whose holidays nobody has announced yet. */
export type StepClock<S extends string = TicketStep> = {
  readonly step: S;
  /** Null while the step is to be done. */
  readonly doneAt: Instant | null;
} & (
  | { readonly deadline: Deadline }
  | { readonly deadline: null; readonly missingYear: number; readonly startedAt: Instant; readonly span: Clause<Span> }
);

/** 差评工单: opened in the same write as the rating, in the same document. */
export type Ticket = {
  readonly ticketNo: string;
  readonly state: TicketState;
  /** The unit that must put it right; the bureau itself while it waits for dispatch. */
  readonly unitId: string;
  readonly bureauId: string;
  readonly routedBy: Citation;
  readonly openedAt: Instant;
  readonly clocks: readonly StepClock[];
  readonly handling: Handling;
  /** When the clock has to look at it next: it is late, later still, or the rater has let his time pass. */
  readonly nextAt: Instant | null;
  /** The nearest deadline of what is to be done; null when none could be pinned yet. */
  readonly dueAt: Instant | null;
  /** A year without a confirmed holiday table that a clock of this ticket waits for. */
  readonly calendarMissing: number | null;
};

/** Where a bad rating goes: the unit with a 责任人员 or deputy who is there and not the rated person, else the bureau's 待派单. Never nowhere. */
export type Route = {
  readonly unitId: string;
  readonly bureauId: string;
  readonly dispatched: boolean;
  readonly basis: Citation;
};

/**
 * Which unit answers for this window, from the window's own orgs (top down). Throws when the directory has no bureau
 * above the window: that is a fault of the directory, which its import must refuse.
 */
export const routeOf = (
  window: Pick<ServiceWindow, '_id' | 'centerId' | 'orgId' | 'orgPath'>,
  ratedStaffId: string | null,
  orgs: readonly Org[],
  rules: TicketRules,
  now: Instant,
): Route => {
  const own = window.orgPath.map((id) => orgs.find((org) => org._id === id)).filter((org) => org !== undefined);
  const bureau = own.filter((org) => org.kind === 'bureau').at(-1);
  const center = own.find((org) => org._id === window.centerId);
  if (!bureau || !center) throw new Error(`directory: window ${window._id} has no bureau or center`);
  const handledBy = rules.handledBy[center.level];
  const handler =
    handledBy.value === 'townGovernment'
      ? own.filter((org) => org.kind === 'government' && org.level === 'town').at(-1)
      : own.find((org) => org._id === window.orgId);
  const dispatched = handler !== undefined && isAnswered(handler, ratedStaffId, now);
  return {
    unitId: dispatched ? handler._id : bureau._id,
    bureauId: bureau._id,
    dispatched,
    basis: handledBy.basis,
  };
};

export const startClock = <S extends string>(
  step: S,
  span: Clause<Span>,
  now: Instant,
  rules: WorkingTimeRules,
): StepClock<S> => {
  const deadline = deadlineAfter(now, span, rules);
  if (deadline.ok) return { step, doneAt: null, deadline: deadline.value };
  const confirmed = rules.calendar.filter((year) => year.status === 'confirmed').map((year) => year.year);
  let missingYear = yearOf(addDays(dayOf(now), 1)); // The starting day is not counted.
  while (confirmed.includes(missingYear)) missingYear++;
  return { step, doneAt: null, deadline: null, missingYear, startedAt: now, span };
};

/** The clocks of a ticket and what follows from them for lists. */
export const withClocks = (clocks: readonly StepClock[]): Pick<Ticket, 'clocks' | 'dueAt' | 'calendarMissing'> => {
  const running = clocks.filter(({ doneAt }) => doneAt === null);
  const dueAts = running.flatMap((clock) => (clock.deadline ? [clock.deadline.dueAt] : []));
  const missing = running.flatMap((clock) => (clock.deadline ? [] : [clock.missingYear]));
  return {
    clocks,
    dueAt: dueAts.length > 0 ? Math.min(...dueAts) : null,
    calendarMissing: missing.length > 0 ? Math.min(...missing) : null,
  };
};

/** The clocks that run from `startedAt`. */
const startClocks = (dispatched: boolean, startedAt: Instant, rules: TicketRules & WorkingTimeRules): StepClock[] => [
  ...(dispatched ? [] : [startClock('dispatch', rules.dispatchWithin, startedAt, rules)]),
  startClock('accept', rules.acceptWithin, startedAt, rules),
  startClock('rectify', rules.rectifyWithin, startedAt, rules),
];

/** 开工单 for a bad rating. A missing holiday table never stops it: that clock waits and says so. */
export const openTicket = (
  ticketNo: string,
  route: Route,
  now: Instant,
  rules: TicketRules & WorkingTimeRules,
): Ticket => {
  const clocks = withClocks(startClocks(route.dispatched, now, rules));
  return {
    ticketNo,
    state: route.dispatched ? 'awaitingAcceptance' : 'awaitingDispatch',
    unitId: route.unitId,
    bureauId: route.bureauId,
    routedBy: route.basis,
    openedAt: now,
    handling: NOT_HANDLED,
    nextAt: clocks.dueAt,
    ...clocks,
  };
};
