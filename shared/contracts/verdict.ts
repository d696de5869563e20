import * as z from 'zod/mini';
import { VERDICTS } from '../domain/handling';
import { contract } from './contract';
import { comment, level, says, tagCodes, ticketState } from './fields';

const ratingId = z.string().check(z.minLength(1, says('rating.unknown')), z.maxLength(80, says('rating.unknown')));
const words = z.string().check(z.maxLength(10_000, says('rating.commentTooLong')));

/** 评定整改结果: satisfied closes it, dissatisfied has it done once more. */
export const judgeResult = contract({
  name: 'rating.judge',
  permission: 'anyone',
  input: z.strictObject({
    ratingId,
    verdict: z.enum(VERDICTS, says('rating.verdictMissing')),
    words: z._default(words, ''),
  }),
  output: z.object({ ticketState }),
});

/** 追评: once, after the ticket is closed. */
export const followOn = contract({
  name: 'rating.followOn',
  permission: 'anyone',
  input: z.strictObject({ ratingId, words }),
  output: z.object({}),
});

/** 修改评价: once, within the span that the place allows; the first words stay in the file. */
export const changeRating = contract({
  name: 'rating.change',
  permission: 'anyone',
  input: z.strictObject({ ratingId, level, tags: tagCodes, comment }),
  output: z.object({ ticketState: z.nullable(ticketState) }),
});
