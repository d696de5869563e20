import type { Cause } from './handling';
import type { Ticket, TicketState } from './ticket';
import { UNDONE, WITH_UNIT } from './ticket-table';
import type { Official } from './visibility';

/** 工单列表的筛选. Every ticket stands in at least one; `todo` is what the caller can do something about now. */
export const TICKET_FILTERS = [
  ...(['todo', 'dispatch', 'verify', 'extensions', 'late', 'withUnit', 'waiting', 'closed'] as const),
] as const;
export type TicketFilter = (typeof TICKET_FILTERS)[number];

export const FILTER_LABELS: Readonly<Record<TicketFilter, string>> = {
  todo: '待办',
  dispatch: '待派单',
  verify: '待审核',
  extensions: '申请延期',
  late: '已超期',
  withUnit: '单位办理中',
  waiting: '待评定',
  closed: '已办结',
};

/** How many tickets stand in each; the closed ones grow for ever and are not counted. `open` are those that officials have to do with. */
export const COUNTED = [
  ...(['todo', 'dispatch', 'verify', 'extensions', 'late', 'withUnit', 'waiting', 'open', 'today'] as const),
] as const;
export type TicketCounts = Readonly<Record<(typeof COUNTED)[number], number>>;

/** States in which a ticket can stand under each filter. */
export const STATES_OF: Readonly<Record<Exclude<TicketFilter, 'todo'>, readonly TicketState[]>> = {
  dispatch: ['awaitingDispatch'],
  verify: ['awaitingVerification'],
  extensions: ['awaitingFollowUp', 'rectifying'],
  late: UNDONE,
  withUnit: WITH_UNIT,
  waiting: ['awaitingVerdict'],
  closed: ['closed', 'setAside'],
};

/** So many tickets of one unit in one state; how many of them are late, or due today. */
export type CountedTickets = {
  readonly state: TicketState;
  readonly unitId: string;
  readonly bureauId: string;
  /** 延期 as it stands, where one was asked for. */
  readonly extension?: string | null;
  readonly all: number;
  readonly late: number;
  readonly today: number;
};

const countsOf = (
  { state, unitId, bureauId, extension, all, late, today }: CountedTickets,
  { unitIds, bureauIds }: Pick<Official, 'unitIds' | 'bureauIds'>,
): TicketCounts => {
  const under = (filter: keyof typeof STATES_OF) => (STATES_OF[filter].includes(state) ? all : 0);
  const extensions = extension === 'asked' ? under('extensions') : 0;
  const isWithHim = unitIds.includes(unitId) && WITH_UNIT.includes(state);
  const ofBureau = bureauIds.includes(bureauId) ? under('dispatch') + under('verify') + extensions || late : 0;
  return {
    ...{ todo: isWithHim ? all : ofBureau, late, today, extensions, open: under('late') },
    ...{ dispatch: under('dispatch'), verify: under('verify') },
    ...{ withUnit: under('withUnit'), waiting: under('waiting') },
  };
};

/** How many stand under each filter for this official. */
export const countTickets = (
  tickets: readonly CountedTickets[],
  official: Pick<Official, 'unitIds' | 'bureauIds'>,
): TicketCounts => {
  const counts = tickets.map((some) => countsOf(some, official));
  const total = (name: keyof TicketCounts) => counts.reduce((sum, one) => sum + one[name], 0);
  return Object.fromEntries(COUNTED.map((name) => [name, total(name)])) as TicketCounts;
};

/** 轮到谁: the caller, the unit, the bureau, the rater, or nobody any more. */
export const TURNS = ['you', 'unit', 'bureau', 'rater', 'nobody'] as const;
export type Turn = { readonly whose: (typeof TURNS)[number]; readonly next: string };

const NEXT: Readonly<Record<TicketState, readonly [whose: Exclude<Turn['whose'], 'you'>, next: string]>> = {
  awaitingDispatch: ['bureau', '派单到责任单位'],
  awaitingAcceptance: ['unit', '签收'],
  awaitingFollowUp: ['unit', '联系评价人，填写回访结论'],
  rectifying: ['unit', '提交整改结果'],
  awaitingVerification: ['bureau', '审核整改结果'],
  awaitingVerdict: ['rater', '评定整改结果'],
  closed: ['nobody', ''],
  setAside: ['nobody', ''],
};

const isExtensionAsked = ({ state, handling }: Pick<Ticket, 'state' | 'handling'>): boolean =>
  STATES_OF.extensions.includes(state) && handling.extension?.state === 'asked';

/** Whose turn it is as this caller sees it, and the next move in words. A late unit is the supervisor's to push. */
export const turnOf = (
  ticket: Pick<Ticket, 'state' | 'handling' | 'dueAt'>,
  as: 'handler' | 'supervisor',
  now: number,
): Turn => {
  const [whose, next] = NEXT[ticket.state];
  if (as === 'handler') return { whose: whose === 'unit' ? 'you' : whose, next };
  if (isExtensionAsked(ticket)) return { whose: 'you', next: '答复延期申请' };
  if (whose === 'unit' && ticket.dueAt !== null && ticket.dueAt < now) return { whose: 'you', next: '催办或者督办' };
  return { whose: whose === 'bureau' ? 'you' : whose, next };
};

/** 同类问题: the same tag, or the same cause at one unit. */
export type Likeness =
  | { readonly by: 'tag'; readonly dictionary: string; readonly tag: string }
  | { readonly by: 'cause'; readonly cause: Cause; readonly unitId: string };
