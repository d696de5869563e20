import * as z from 'zod/mini';
import { contract } from './contract';
import { day, level, says } from './fields';

const list = <T>(item: z.ZodMiniType<T>) => z.readonly(z.array(item));

const side = z.object({
  count: z.int(),
  tags: list(z.object({ text: z.string(), count: z.int() })),
  /** Without phone and ID numbers, in an order that tells nothing. */
  comments: list(z.string()),
});

/** 我的评价情况: what was said of the caller in one month, in whole batches only. This month when none is named. */
export const showOwnRatings = contract({
  name: 'rating.ofMe',
  permission: 'ratings.own',
  input: z.strictObject({
    month: z.optional(z.string().check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, says('request.malformed')))),
  }),
  audits: () => ({ about: '' }),
  output: z.object({
    month: z.string(),
    /** No later one can be asked for with anything in it. */
    thisMonth: z.string(),
    smallestBatch: z.int(),
    /** Null while there is no whole batch. How many are missing is not said: that would count single ratings. */
    shown: z.nullable(
      z.object({
        count: z.int(),
        firstDay: day,
        lastDay: day,
        levels: list(z.object({ level, count: z.int() })),
        praise: side,
        complaint: side,
      }),
    ),
  }),
});
