import * as z from 'zod/mini';
import { CLUE_STATES } from '../domain/clue';
import { contract } from './contract';
import { cursor, day, level, page, says, servedBy } from './fields';

const ratingId = z.string().check(z.minLength(1, says('ticket.unknown')), z.maxLength(80, says('ticket.unknown')));
const clueId = z.string().check(z.minLength(1, says('clue.unknown')), z.maxLength(80, says('clue.unknown')));
const state = z.enum(CLUE_STATES);

/** 转交线索: a sealed copy for whoever receives clues; the rated unit cannot see that it happened. */
export const transferClue = contract({
  name: 'clue.transfer',
  permission: 'clue.transfer',
  input: z.strictObject({ ratingId, note: z.string().check(z.maxLength(10_000, says('words.tooLong'))) }),
  audits: ({ ratingId }) => ({ about: ratingId }),
  output: z.object({ clueNo: z.string() }),
});

/** 线索状态 of what the caller transferred from this rating. */
export const listClueStates = contract({
  name: 'clue.states',
  permission: 'clue.transfer',
  input: z.strictObject({ ratingId }),
  audits: ({ ratingId }) => ({ about: ratingId }),
  output: z.object({ items: z.array(z.object({ clueNo: z.string(), on: day, state })) }),
});

/** 线索列表, newest first; without a word of it until one is opened. */
export const listClues = contract({
  name: 'clue.list',
  permission: 'clue.read',
  input: page,
  audits: () => ({ about: '' }),
  output: z.object({
    items: z.array(z.object({ clueId: z.string(), clueNo: z.string(), from: z.string(), on: day, state })),
    next: z.nullable(cursor),
  }),
});

/** 线索详情: opens the seal. */
export const showClue = contract({
  name: 'clue.show',
  permission: 'clue.read',
  input: z.strictObject({ clueId }),
  audits: ({ clueId }) => ({ about: clueId }),
  output: z.object({
    clueId: z.string(),
    clueNo: z.string(),
    /** The bureau that transferred it. */
    from: z.string(),
    on: day,
    state,
    note: z.string(),
    /** SM3 of the content as it was transferred. */
    hash: z.string(),
    rating: z.object({
      level,
      tags: z.array(z.string()),
      comment: z.string(),
      photoUrls: z.array(z.string()),
      ratedOn: day,
      servedBy,
      caseNo: z.nullable(z.string()),
    }),
  }),
});

/** 回复线索状态 */
export const acknowledgeClue = contract({
  name: 'clue.acknowledge',
  permission: 'clue.read',
  input: z.strictObject({ clueId, status: z.enum(['received', 'handled']) }),
  audits: ({ clueId, status }) => ({ about: clueId, purpose: status }),
  output: z.object({}),
});
