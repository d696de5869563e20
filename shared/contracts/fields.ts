import * as z from 'zod/mini';
import { PROOF_LEVELS, PROOF_METHODS } from '../domain/identity';
import { RATING_LEVELS } from '../domain/rating';
import { TICKET_STATES, TICKET_STEPS } from '../domain/ticket';
import type { RefusalCode } from '../kernel/refusals';

/** A check's message is the refusal that the person will read. */
export const says = (code: RefusalCode): RefusalCode => code;

/** Milliseconds since the epoch. */
export const instant = z.int();
/** `YYYY-MM-DD` in China. */
export const day = z.string();

export const level = z.enum(RATING_LEVELS, says('rating.levelInvalid'));
export const tagCodes = z._default(
  z
    .array(z.string().check(z.maxLength(10, says('rating.tagUnknown'))))
    .check(z.maxLength(40, says('rating.tagUnknown'))),
  [],
);
// The law's own limit is a clause; this one only bounds what is read.
export const comment = z._default(z.string().check(z.maxLength(10_000, says('rating.commentTooLong'))), '');
export const proofLevel = z.enum(PROOF_LEVELS);
export const proofMethod = z.enum(PROOF_METHODS);
export const ticketState = z.enum(TICKET_STATES);
export const ticketStep = z.enum(TICKET_STEPS);
export const remaining = z.object({ late: z.boolean(), workingDays: z.nullable(z.int()), hours: z.int() });

/** Where a list goes on; opaque to the caller. */
export const cursor = z.string().check(z.regex(/^\d{1,15}~.{1,80}$/u, says('request.malformed')));
export const page = z.strictObject({ cursor: z.optional(cursor) });

export const citation = z.object({ document: z.string(), article: z.string(), proposal: z.optional(z.boolean()) });

/** Who served, as it is shown to people: the names as they were on the day. */
export const servedBy = z.object({
  center: z.string(),
  window: z.string(),
  unit: z.string(),
  staff: z.nullable(z.string()),
  item: z.nullable(z.string()),
});

/** One clock with everything that answers 为什么是这个期限. */
export const clockOf = <T>(step: z.ZodMiniType<T>) =>
  z.object({
    step,
    isDone: z.boolean(),
    dueAt: z.nullable(instant),
    remaining: z.nullable(remaining),
    /** The year whose holiday table is missing, when the deadline could not be computed. */
    missingYear: z.nullable(z.int()),
    why: z.nullable(
      z.object({
        /** The day from which it runs; the minute would tell when the rating was given. */
        startedOn: day,
        span: z.object({ count: z.int(), unit: z.enum(['workingDay', 'naturalDay']) }),
        basis: citation,
        calendarRevisions: z.array(z.string()),
        counted: z.array(day),
        skipped: z.array(z.object({ day, why: z.string() })),
      }),
    ),
  });

/** What happened, on which day, by which post, and what was given with it. */
export const historyLine = z.object({
  on: day,
  text: z.string(),
  post: z.nullable(z.string()),
  words: z.nullable(z.string()),
});
