import * as z from 'zod/mini';
import { CHAIN_FAULTS } from '../domain/audit-faults';
import { contract } from './contract';
import { citation, cursor, day, instant, says } from './fields';

const nothing = () => ({ about: '' });

/** 审计日志, newest first: all of it, of one actor, or about one thing. Never which citizen acted. */
export const listAudit = contract({
  name: 'audit.list',
  permission: 'audit.read',
  input: z.strictObject({
    actor: z.optional(z.string().check(z.regex(/^(clock|staff:.{1,60})$/u, says('request.malformed')))),
    about: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
    cursor: z.optional(cursor),
  }),
  audits: nothing,
  output: z.object({
    items: z.array(
      z.object({
        number: z.int(),
        at: instant,
        actor: z.enum(['staff', 'rater', 'clock']),
        staffId: z.nullable(z.string()),
        /** Empty when that person is not among the staff any more. */
        staffName: z.nullable(z.string()),
        action: z.string(),
        about: z.string(),
        purpose: z.string(),
        outcome: z.string(),
        hash: z.string(),
      }),
    ),
    next: z.nullable(cursor),
  }),
});

/** 谁看得多: members of staff by day of the last seven, most reads first. */
export const listReaders = contract({
  name: 'audit.readers',
  permission: 'audit.read',
  input: z.strictObject({}),
  audits: nothing,
  output: z.object({
    limit: z.object({ readsPerDay: z.int(), basis: citation }),
    items: z.array(
      z.object({
        staffId: z.string(),
        staffName: z.string(),
        day,
        reads: z.int(),
        refused: z.int(),
        overLimit: z.boolean(),
      }),
    ),
  }),
});

/** 核对审计链: at most 500 entries from this number on, against themselves and the kept digests. */
export const verifyAudit = contract({
  name: 'audit.verify',
  permission: 'audit.read',
  input: z.strictObject({ from: z.int().check(z.minimum(1), z.maximum(999_999_999_999)) }),
  audits: nothing,
  output: z.object({
    checked: z.int(),
    faults: z.array(
      z.object({
        fault: z.enum(CHAIN_FAULTS),
        number: z.int(),
        upTo: z.optional(z.int()),
        day: z.optional(day),
      }),
    ),
    /** Where to go on; null at the end of the chain. The digests' own faults come with the end. */
    next: z.nullable(z.int()),
    head: z.object({ number: z.int(), hash: z.string() }),
    /** 每日摘要, newest first, of the last month: to be held against what was logged. */
    digests: z.array(z.object({ day, firstNumber: z.int(), lastNumber: z.int(), head: z.string(), hash: z.string() })),
  }),
});
