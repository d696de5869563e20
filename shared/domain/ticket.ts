import type { Citation, Clause } from '../kernel/clause';
import type { Instant } from '../kernel/time';
import { addDays, dayOf, yearOf } from '../kernel/time';
import type { Org, OrgLevel, ServiceWindow } from './organization';
import { type Deadline, deadlineAfter, type Span, type WorkingTimeRules } from './working-time';

/** 工单状态. This issue opens tickets; the moves between the states come as one table with the ticket loop. */
export const TICKET_STATES = [
  'awaitingDispatch',
  'awaitingAcceptance',
  'awaitingFollowUp',
  'rectifying',
  'awaitingVerification',
  'closed',
  'setAside',
] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/** Somebody still has to do something about it, and may have to reach the rater. */
export const isTicketOpen = ({ state }: Pick<Ticket, 'state'>): boolean => state !== 'closed' && state !== 'setAside';

/** The steps that have a clock of their own: 派单、签收并联系评价人、整改. */
export const TICKET_STEPS = ['dispatch', 'accept', 'rectify'] as const;
export type TicketStep = (typeof TICKET_STEPS)[number];

export type TicketRules = {
  /** 及时转办 */
  readonly dispatchWithin: Clause<Span>;
  /** 及时回访: sign the ticket for and contact the rater. */
  readonly acceptWithin: Clause<Span>;
  /** 及时整改 */
  readonly rectifyWithin: Clause<Span>;
  /** Who answers for a bad rating at a center of each level: the unit at the window, or the town's government. */
  readonly handledBy: Readonly<Record<OrgLevel, Clause<'unit' | 'townGovernment'>>>;
};

/** The clock of one step: pinned, or waiting for a year whose holidays nobody has announced yet. */
export type StepClock = { readonly step: TicketStep } & (
  | { readonly deadline: Deadline }
  | { readonly deadline: null; readonly missingYear: number }
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
  /** The nearest deadline; null when none could be pinned yet. */
  readonly dueAt: Instant | null;
  /** A year without a confirmed holiday table that a clock of this ticket waits for. */
  readonly calendarMissing: number | null;
};

/** Where a bad rating goes: the unit with a 责任人员 who is not the rated person, else the bureau's 待派单. Never nowhere. */
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
  window: ServiceWindow,
  ratedStaffId: string | null,
  orgs: readonly Org[],
  rules: TicketRules,
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
  const dispatched = handler?.liaisonIds.some((id) => id !== ratedStaffId) === true;
  return {
    unitId: dispatched ? handler._id : bureau._id,
    bureauId: bureau._id,
    dispatched,
    basis: handledBy.basis,
  };
};

const startClock = (step: TicketStep, span: Clause<Span>, now: Instant, rules: WorkingTimeRules): StepClock => {
  const deadline = deadlineAfter(now, span, rules);
  if (deadline.ok) return { step, deadline: deadline.value };
  const confirmed = rules.calendar.filter((year) => year.status === 'confirmed').map((year) => year.year);
  let missingYear = yearOf(addDays(dayOf(now), 1)); // The starting day is not counted.
  while (confirmed.includes(missingYear)) missingYear++;
  return { step, deadline: null, missingYear };
};

/** The clocks of a ticket and what follows from them for lists. */
const withClocks = (clocks: readonly StepClock[]): Pick<Ticket, 'clocks' | 'dueAt' | 'calendarMissing'> => {
  const dueAts = clocks.flatMap((clock) => (clock.deadline ? [clock.deadline.dueAt] : []));
  const missing = clocks.flatMap((clock) => (clock.deadline ? [] : [clock.missingYear]));
  return { clocks, dueAt: dueAts.length > 0 ? Math.min(...dueAts) : null, calendarMissing: missing[0] ?? null };
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
): Ticket => ({
  ticketNo,
  state: route.dispatched ? 'awaitingAcceptance' : 'awaitingDispatch',
  unitId: route.unitId,
  bureauId: route.bureauId,
  routedBy: route.basis,
  openedAt: now,
  ...withClocks(startClocks(route.dispatched, now, rules)),
});

/** Pins the clocks that waited for a holiday table; pinned ones stay as they are. */
export const pinMissingClocks = (ticket: Ticket, rules: TicketRules & WorkingTimeRules): Ticket => {
  const wasDispatched = ticket.clocks.every((clock) => clock.step !== 'dispatch');
  const fresh = startClocks(wasDispatched, ticket.openedAt, rules);
  const clocks = ticket.clocks.map(
    (clock) => (clock.deadline ? clock : fresh.find(({ step }) => step === clock.step)) ?? clock,
  );
  return { ...ticket, ...withClocks(clocks) };
};
