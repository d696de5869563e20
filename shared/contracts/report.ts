import * as z from 'zod/mini';
import { contract } from './contract';
import { instant, says } from './fields';

const ratingId = z.string().check(z.minLength(1, says('rating.unknown')), z.maxLength(80, says('rating.unknown')));

/** 举报打击报复 after one's own rating: sealed, and read by the upper level alone. The same words again are the same report. */
export const reportRetaliation = contract({
  name: 'retaliation.report',
  permission: 'anyone',
  input: z.strictObject({
    ratingId,
    text: z.string().check(z.maxLength(10_000, says('words.tooLong'))),
  }),
  output: z.object({ receiptNo: z.string(), readBy: z.string() }),
});

/** What this rater has reported after this rating, newest first, and who would read another report. */
export const listMyReports = contract({
  name: 'retaliation.mine',
  permission: 'anyone',
  input: z.strictObject({ ratingId }),
  output: z.object({
    readBy: z.string(),
    items: z.array(
      z.object({
        receiptNo: z.string(),
        at: instant,
        text: z.string(),
        readBy: z.string(),
        /** What the bureau says it has done; null while it is open. */
        result: z.nullable(z.string()),
      }),
    ),
  }),
});
