import * as z from 'zod/mini';
import { contract } from './contract';
import { says } from './fields';

/** 提出异议 by the rater, once, when his rating is not adopted. */
export const objectToRuling = contract({
  name: 'rating.object',
  permission: 'anyone',
  input: z.strictObject({
    ratingId: z.string().check(z.minLength(1, says('rating.unknown')), z.maxLength(80, says('rating.unknown'))),
    words: z.string().check(z.minLength(1, says('appeal.wordsMissing')), z.maxLength(10_000, says('words.tooLong'))),
  }),
  output: z.object({}),
});
