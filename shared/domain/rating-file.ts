import { dayOf, type Instant, instantOf } from '../kernel/time';
import type { Appeal } from './appeal';
import type { Proof } from './identity';
import {
  type HistoryEntry,
  type OutboxEntry,
  orgInbox,
  raterInbox,
  sayRatingReceived,
  sayTicketOpened,
} from './message';
import { isBad, type Rating, type RatingChannel, type RatingDraft, type RatingRules } from './rating';
import type { Subject } from './subject';
import type { TagDictionary } from './tag';
import { openTicket, type Route, type Ticket, type TicketRules } from './ticket';
import type { WorkingTimeRules } from './working-time';

/**
 * How far we know that the rater was served: a WeChat account, the case number in hand, the code on its receipt, or the
 * applicant himself, by his account, his reserved phone or his ID number.
 */
export type Verification = 'wechat' | 'caseNumber' | 'receiptCode' | 'applicant';

/** 与办件相符: the window had seen the applicant's papers, so whoever matches the case is known. */
export const isCaseMatched = (verification: Verification): boolean =>
  verification === 'receiptCode' || verification === 'applicant';

/** 评价人 rates for himself, or as the 经办人 of a company. */
export type RaterKind = 'person' | 'company';

/** 文本内容安全 result. It decides on publication only; the text always reaches those who must act on it. */
export type TextCheck = 'none' | 'pass' | 'review' | 'risky' | 'unchecked';

/** How it came in: for signals in numbers to whoever reviews an appeal, and for nobody else. */
export type Traces = {
  /** Blind reference of the network it came from, another one each day; null where the platform told none. */
  readonly networkRef: string | null;
  /** When the form was opened; null when nobody could tell. */
  readonly openedAt: Instant | null;
  /** When they go; null, or not there, when there is nothing to go. */
  readonly keepUntil?: Instant | null;
};

/** As it stands once they are gone. */
export const NO_TRACES: Traces = { networkRef: null, openedAt: null, keepUntil: null };

/** 评价档案: one rating, one document, one write per move. `_id` names the service that was rated. */
export type RatingFile = Rating & {
  readonly _id: string;
  /** Counts the moves; each one is written only if nobody moved the file since it was read. */
  readonly rev: number;
  readonly receiptNo: string;
  readonly idempotencyKey: string;
  readonly channel: RatingChannel;
  readonly subject: Subject;
  /** Blind reference of the rater: never leaves the cloud. */
  readonly raterRef: string;
  readonly verification: Verification;
  readonly raterKind: RaterKind;
  /** 实名情况 when it was given. */
  readonly proof: Proof;
  readonly policy: { readonly id: string; readonly version: string };
  readonly textCheck: TextCheck;
  /** The day from which it waits for 核查, its beginning; null when it does not. */
  readonly quarantinedAt: Instant | null;
  readonly ticket: Ticket | null;
  /** 原评价, when the rater has changed it: kept, and what it says of a 差评 counts as occurred. */
  readonly original: Pick<RatingFile, 'level' | 'tags' | 'dictionary' | 'comment' | 'textCheck'> | null;
  /** 申诉 by the clerk who was rated. */
  readonly appeal: Appeal | null;
  /** 追评, after the ticket is closed. */
  readonly followOn: { readonly words: string; readonly at: Instant } | null;
  readonly traces: Traces;
  readonly history: readonly HistoryEntry[];
  readonly outbox: readonly OutboxEntry[];
  /** When the oldest undelivered entry was written; null when all are delivered. */
  readonly outboxAt: Instant | null;
  /** Since when the figures lack what it says now; null when they have it. */
  readonly figuresAt: Instant | null;
};

/** All that a new file is made of; the ticket and everything that follows from it are decided here. */
export type NewFile = {
  readonly id: string;
  /** Eight readable characters, for receipt and ticket numbers. */
  readonly shortNo: string;
  readonly draft: RatingDraft;
  readonly route: Route;
  readonly given: Pick<
    RatingFile,
    | 'idempotencyKey'
    | 'channel'
    | 'subject'
    | 'raterRef'
    | 'verification'
    | 'raterKind'
    | 'proof'
    | 'textCheck'
    | 'standing'
    | 'standingReason'
    | 'quarantinedAt'
    | 'traces'
  >;
};

/** What the profile of the place says on all this. */
export type FileRules = {
  readonly id: string;
  readonly version: string;
  readonly rating: RatingRules;
  readonly tags: Pick<TagDictionary, 'id'>;
  readonly ticket: TicketRules;
  readonly workingTime: WorkingTimeRules;
};

/** What a ticket is opened for. */
export type Opening = Pick<NewFile, 'id' | 'shortNo' | 'route'> &
  Pick<RatingFile, 'subject' | 'raterRef' | 'proof'> & { readonly unitName: string };

const ticketMessages = (ticket: Ticket, { id, subject, raterRef, proof }: Opening, now: Instant): OutboxEntry[] => [
  {
    id: `${id}/opened/org`,
    to: orgInbox(ticket.unitId),
    exceptStaffId: subject.staffId,
    text: sayTicketOpened(ticket, subject),
    told: ticket.state === 'awaitingDispatch' ? 'awaitsDispatch' : 'opened',
    at: instantOf(dayOf(now), '00:00'),
  },
  {
    id: `${id}/opened/rater`,
    to: raterInbox(raterRef),
    exceptStaffId: null,
    text: sayRatingReceived(ticket, proof.level !== 'account'),
    at: now,
  },
];

/** What a bad rating brings with it in the same write: its ticket, first history and messages (TQ-10, TQ-11, CZ-11). */
export const openedTicket = (
  opening: Opening,
  now: Instant,
  rules: Pick<FileRules, 'ticket' | 'workingTime'>,
): Pick<RatingFile, 'ticket' | 'history' | 'outbox'> => {
  const { shortNo, route, unitName } = opening;
  const ticket = openTicket(`GD${shortNo}`, route, now, { ...rules.ticket, ...rules.workingTime });
  const what = route.dispatched ? 'ticketDispatched' : 'ticketAwaitsDispatch';
  return { ticket, history: [{ at: now, what, unit: unitName }], outbox: ticketMessages(ticket, opening, now) };
};

/** 新评价档案: a bad rating carries its ticket from the first write on. */
export const openFile = (fresh: NewFile, unitName: string, now: Instant, rules: FileRules): RatingFile => {
  const { subject, raterRef, proof } = fresh.given;
  const opened = isBad(fresh.draft.level, rules.rating)
    ? openedTicket({ ...fresh, subject, raterRef, proof, unitName }, now, rules)
    : { ticket: null, history: [], outbox: [] };
  return {
    _id: fresh.id,
    rev: 0,
    receiptNo: `PJ${fresh.shortNo}`,
    ...fresh.draft,
    ...fresh.given,
    dictionary: rules.tags.id,
    origin: 'self',
    ratedAt: now,
    policy: { id: rules.id, version: rules.version },
    ticket: opened.ticket,
    original: null,
    appeal: null,
    followOn: null,
    history: [{ at: now, what: 'rated' }, ...opened.history],
    outbox: opened.outbox,
    outboxAt: opened.outbox.length > 0 ? now : null,
    figuresAt: now,
  };
};
