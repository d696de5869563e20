import * as z from 'zod/mini';
import { APPEAL_STATES } from '../domain/appeal-table';
import { CAUSES, CONTACT_OUTCOMES, FINDINGS, HANDLING_FLAGS, VERDICTS } from '../domain/handling';
import { ROLES } from '../domain/role';
import { TICKET_MOVES } from '../domain/ticket-table';
import { contract } from './contract';
import {
  citation,
  clockOf,
  cursor,
  day,
  historyLine,
  instant,
  level,
  page,
  servedBy,
  ticketState,
  ticketStep,
} from './fields';

/** 办理情况 as it stands. */
export const handling = z.object({
  /** 情况说明 of the clerk who was rated. */
  statement: z.nullable(z.object({ isAsked: z.boolean(), dueAt: z.nullable(instant), words: z.string() })),
  classification: z.nullable(z.object({ cause: z.enum(CAUSES), isComplex: z.boolean() })),
  attempts: z.array(z.object({ at: instant, outcome: z.enum(CONTACT_OUTCOMES), note: z.string() })),
  followUp: z.nullable(z.object({ finding: z.enum(FINDINGS), note: z.string(), reached: z.boolean() })),
  plan: z.nullable(z.string()),
  rectification: z.nullable(
    z.object({ on: day, measures: z.string(), reply: z.string(), photoUrls: z.array(z.string()) }),
  ),
  extension: z.nullable(z.object({ state: z.enum(['asked', 'granted', 'denied']), reason: z.string(), days: z.int() })),
  verdict: z.nullable(z.object({ on: day, level: z.enum(VERDICTS), words: z.string() })),
  redirects: z.int(),
  reopenings: z.int(),
  isSupervised: z.boolean(),
  escalation: z.int(),
  /** 请审核人留意, for a supervisor alone. */
  flags: z.array(z.enum(HANDLING_FLAGS)),
});

/** 工单详情: the rating as said, its clocks, where it was sent and why, and its history. Never who rated. */
export const showTicket = contract({
  name: 'ticket.show',
  permission: 'ticket.read',
  input: z.strictObject({ ratingId: z.string().check(z.minLength(1), z.maxLength(80)) }),
  audits: ({ ratingId }) => ({ about: ratingId }),
  output: z.object({
    ratingId: z.string(),
    ticketNo: z.string(),
    state: ticketState,
    /** Whose rules hold. */
    place: z.string(),
    level,
    tags: z.array(z.string()),
    comment: z.string(),
    /** The text check has not passed these words: they are for those who act on them, and never published. */
    heldFromPublication: z.boolean(),
    photoUrls: z.array(z.string()),
    ratedOn: day,
    servedBy,
    caseNo: z.nullable(z.string()),
    unit: z.string(),
    routedBy: citation,
    clocks: z.array(clockOf(ticketStep)),
    history: z.array(historyLine),
    /** Goes with the next move: whoever comes second is told. */
    version: z.int(),
    /** What the caller can do now. */
    moves: z.array(z.enum(TICKET_MOVES)),
    handling,
    /** 原评价, when the rater has changed it; `level`, `tags` and `comment` above are 现评价. */
    original: z.nullable(z.object({ level, tags: z.array(z.string()), comment: z.string() })),
    followOn: z.nullable(z.string()),
    /** 申诉 by the clerk who was rated. */
    appeal: z.nullable(z.object({ appealNo: z.string(), state: z.enum(APPEAL_STATES) })),
  }),
});

/** 站内消息 of the caller's units, and his own as one who was rated: the day, for the minute of a message would be the minute of the rating. */
export const listUnitMessages = contract({
  name: 'message.unit',
  permission: 'appeal.own',
  input: page,
  audits: () => ({ about: '' }),
  output: z.object({
    items: z.array(
      z.object({
        ...{ id: z.string(), text: z.string(), on: day, ratingId: z.nullable(z.string()) },
        /** Of what he is told as one who was rated. */
        ticketNo: z.nullable(z.string()),
        /** Leads to the appeal against that rating. */
        isAppeal: z.boolean(),
      }),
    ),
    next: z.nullable(cursor),
  }),
});

/** 我的身份: which roles the caller holds, so that the app shows the right entrances. */
export const whoAmI = contract({
  name: 'staff.me',
  permission: 'anyone',
  input: z.strictObject({}),
  output: z.object({
    staff: z.nullable(
      z.object({
        name: z.string(),
        grants: z.array(z.object({ role: z.enum(ROLES), org: z.string() })),
      }),
    ),
  }),
});
