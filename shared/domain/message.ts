import { type Instant, sayMoment } from '../kernel/time';
import type { AppealMove } from './appeal-table';
import type { Subject } from './subject';
import type { Ticket } from './ticket';
import { MOVE_SENTENCES } from './ticket-labels';
import type { TicketMove } from './ticket-table';

/** A step of an appeal. */
export type AppealTold = `appeal.${AppealMove | 'file'}`;

/** What happened to a rating, in its order. */
export type HistoryEntry = {
  readonly at: Instant;
  readonly what:
    | 'rated'
    | 'ticketDispatched'
    | 'ticketAwaitsDispatch'
    | 'quarantineReleased'
    | 'quarantineKept'
    | 'raterErased'
    | 'ratingChanged'
    | 'followedOn'
    | TicketMove;
  /** The unit that a ticket went to. */
  readonly unit?: string;
  /** What was given with the move: for those who handle it. */
  readonly words?: string;
  /** 整改 evidence that was handed in with the move: a later result takes its place on the ticket, not here. */
  readonly photos?: readonly string[];
  /** Who moved it: the post for everybody who may read this, the person for nobody but the audit. */
  readonly by?: { readonly staffId: string | null; readonly post: string };
  /** Who decided on a quarantine and why: kept for whoever looks at it later, said to nobody else. */
  readonly decision?: { readonly staffId: string; readonly reason: string };
};

/** 站内消息 that waits in the rating's own document until `clock` delivers it. */
export type OutboxEntry = {
  readonly id: string;
  /** `rater:<ref>`, `org:<id>` or `staff:<id>`. */
  readonly to: string;
  /** A member of staff from whom this message to his unit is kept: the one who was rated. */
  readonly exceptStaffId: string | null;
  readonly text: string;
  /** What it tells of, where a phone may be told beside the inbox (`notification.ts`). */
  readonly told?: TicketMove | 'opened' | 'awaitsDispatch' | AppealTold;
  /** For a unit the beginning of the day: the minute of the message would be the minute of the rating. */
  readonly at: Instant;
  /** Not delivered before; at once when it is missing. */
  readonly notBefore?: Instant;
};

export const raterInbox = (raterRef: string): string => `rater:${raterRef}`;
export const orgInbox = (orgId: string): string => `org:${orgId}`;
const STAFF = 'staff:';
export const staffInbox = (staffId: string): string => `${STAFF}${staffId}`;
/** Who was rated reads it: nothing of it may name the rating, whose id may name a case. */
export const isToStaff = ({ to }: Pick<OutboxEntry, 'to'>): boolean => to.startsWith(STAFF);

/** When something of it is to be delivered next; null when nothing waits. */
export const outboxDueAt = (
  outbox: readonly Pick<OutboxEntry, 'notBefore'>[],
  before: Instant | null,
  now: Instant,
): Instant | null =>
  outbox.length === 0
    ? null
    : Math.min(before ?? Number.POSITIVE_INFINITY, ...outbox.map(({ notBefore }) => notBefore ?? now));

/** One line of history as the rater and the handler read it. */
export const sayHistory = ({ what, unit }: Pick<HistoryEntry, 'what' | 'unit'>): string => {
  if (what === 'rated') return '提交评价';
  if (what === 'quarantineReleased') return '经核查，这条评价计入统计';
  if (what === 'quarantineKept') return '经核查，这条评价不计入统计，反映的问题照常办理';
  if (what === 'raterErased') return '评价人删除了自己的信息，文字和照片一并删除';
  if (what === 'ratingChanged') return '评价人修改了评价';
  if (what === 'followedOn') return '评价人追加了评价';
  if (what === 'ticketDispatched') return `生成差评工单，派至${unit ?? '责任单位'}`;
  if (what === 'ticketAwaitsDispatch') return `生成差评工单，待${unit ?? '主管单位'}派单`;
  return MOVE_SENTENCES[what](unit ?? '责任单位');
};

const clockOf = (ticket: Ticket, step: 'accept' | 'dispatch') =>
  ticket.clocks.find((clock) => clock.step === step)?.deadline?.dueAt;

const by = (dueAt: Instant | undefined) => (dueAt === undefined ? '及时' : `在${sayMoment(dueAt)}前`);

/** Tells the unit, or the bureau whose dispatch it awaits, what to do and by when. */
export const sayTicketOpened = (ticket: Ticket, { names }: Subject): string =>
  ticket.state === 'awaitingDispatch'
    ? `新差评工单${ticket.ticketNo}（${names.center}${names.window}）没有责任人员，请${by(clockOf(ticket, 'dispatch'))}派单。`
    : `新差评工单${ticket.ticketNo}（${names.center}${names.window}），请${by(clockOf(ticket, 'accept'))}签收并联系评价人。`;

/** Tells the rater what happens next; nobody is promised a call who has left no number. */
export const sayRatingReceived = (ticket: Ticket, isReachable: boolean): string =>
  isReachable
    ? `您的评价已收到，工单号${ticket.ticketNo}。我们会${by(clockOf(ticket, 'accept'))}联系您。`
    : `您的评价已收到，工单号${ticket.ticketNo}。您没有留下电话，核实后在这里答复您。`;
