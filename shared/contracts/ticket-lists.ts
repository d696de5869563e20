import * as z from 'zod/mini';
import { CAUSES } from '../domain/handling';
import { COUNTED, TICKET_FILTERS, TURNS } from '../domain/ticket-filters';
import { contract } from './contract';
import { cursor, day, instant, level, page, remaining, says, servedBy, ticketState } from './fields';

const cell = z.object({
  ratingId: z.string(),
  ticketNo: z.string(),
  state: ticketState,
  level,
  /** What was complained of, short: the tags' words, else the beginning of the comment. */
  said: z.string(),
  servedBy,
  unit: z.string(),
  /** The day of the rating, never the minute. */
  ratedOn: day,
  dueAt: z.nullable(instant),
  remaining: z.nullable(remaining),
  turn: z.object({ whose: z.enum(TURNS), next: z.string() }),
});

/** 工单列表 of the caller's unit (责任人员) or jurisdiction (政数局), nearest deadline first; closed ones by their result, newest first. */
export const listTickets = contract({
  name: 'ticket.list',
  permission: 'ticket.read',
  input: z.extend(page, { filter: z._default(z.enum(TICKET_FILTERS, says('request.malformed')), 'todo') }),
  audits: () => ({ about: '' }),
  output: z.object({
    /** Whose tickets these are, such as 台前县城关镇人民政府. */
    scope: z.string(),
    /** The filters that say something to this caller. */
    filters: z.array(z.enum(TICKET_FILTERS)),
    counts: z.record(z.enum(COUNTED), z.int()),
    items: z.array(cell),
    next: z.nullable(cursor),
  }),
});

const followUp = z.object({ reached: z.int(), of: z.int() });

/** 逾期看板: by unit what is late, and 实名差评回访率 since a day as two numbers. */
export const showOverdue = contract({
  name: 'ticket.overdue',
  permission: 'ticket.oversee',
  input: z.strictObject({}),
  audits: () => ({ about: '' }),
  output: z.object({
    scope: z.string(),
    /** From this day on the follow-ups are counted. */
    since: day,
    followUp,
    units: z.array(
      z.object({
        unitId: z.string(),
        unit: z.string(),
        open: z.int(),
        late: z.int(),
        /** Late still, and told to those above the bureau. */
        escalated: z.int(),
        longest: z.nullable(remaining),
        followUp,
      }),
    ),
  }),
});

const id = z.string().check(z.minLength(1, says('request.malformed')), z.maxLength(80, says('request.malformed')));
const likeness = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('tag'), dictionary: id, tag: id }),
  z.strictObject({ by: z.literal('cause'), cause: z.enum(CAUSES), unitId: id }),
]);

/** 同类问题: open and recent tickets of the jurisdiction that say the same, two at least, most first. */
export const listClusters = contract({
  name: 'ticket.clusters',
  permission: 'ticket.oversee',
  input: z.strictObject({}),
  audits: () => ({ about: '' }),
  output: z.object({
    scope: z.string(),
    since: day,
    items: z.array(
      z.object({
        like: likeness,
        title: z.string(),
        unit: z.nullable(z.string()),
        count: z.int(),
        open: z.int(),
      }),
    ),
  }),
});

/** The tickets of one of them: open ones first, the latest deadline before the others. */
export const listAlike = contract({
  name: 'ticket.alike',
  permission: 'ticket.oversee',
  input: z.extend(page, { like: likeness }),
  audits: () => ({ about: '' }),
  output: z.object({ title: z.string(), items: z.array(cell), next: z.nullable(cursor) }),
});
