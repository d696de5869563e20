import * as z from 'zod/mini';
import { contract } from './contract';
import { cursor, day, level, page, says, servedBy } from './fields';

const words = z.string().check(z.maxLength(10_000, says('words.tooLong')));
const ratingId = z
  .string()
  .check(z.minLength(1, says('quarantine.unknown')), z.maxLength(80, says('quarantine.unknown')));
const reportId = z.string().check(z.minLength(1, says('report.unknown')), z.maxLength(80, says('report.unknown')));

/** What was said, of whom and on which day; never who said it, nor the minute. */
const said = {
  level,
  tags: z.array(z.string()),
  comment: z.string(),
  ratedOn: day,
  servedBy,
};

/** 待核查评价 of the caller's jurisdiction, those that wait longest first. */
export const listQuarantine = contract({
  name: 'quarantine.list',
  permission: 'quarantine.decide',
  input: page,
  audits: () => ({ about: '' }),
  output: z.object({
    items: z.array(z.object({ ratingId: z.string(), ...said, hasTicket: z.boolean(), reason: z.string() })),
    next: z.nullable(cursor),
  }),
});

const decision = z.strictObject({
  ratingId,
  /** 1 to 200 characters, for whoever looks at the decision later. */
  reason: words,
});

/** 计入统计: nothing was wrong with it. */
export const releaseRating = contract({
  name: 'quarantine.release',
  permission: 'quarantine.decide',
  input: decision,
  audits: ({ ratingId }) => ({ about: ratingId }),
  output: z.object({}),
});

/** 不计入统计: it stays as it is, is handled on, and never counts. */
export const keepRating = contract({
  name: 'quarantine.keep',
  permission: 'quarantine.decide',
  input: decision,
  audits: ({ ratingId }) => ({ about: ratingId }),
  output: z.object({}),
});

const reportState = z.enum(['open', 'closed']);

/** 群众反映 that was sealed to the caller's bureau, newest first; without a word of it until one is opened. */
export const listReports = contract({
  name: 'report.list',
  permission: 'report.read',
  input: page,
  audits: () => ({ about: '' }),
  output: z.object({
    items: z.array(z.object({ reportId: z.string(), receiptNo: z.string(), on: day, servedBy, state: reportState })),
    next: z.nullable(cursor),
  }),
});

/** 群众反映详情: opens the seal. */
export const showReport = contract({
  name: 'report.show',
  permission: 'report.read',
  input: z.strictObject({ reportId }),
  audits: ({ reportId }) => ({ about: reportId }),
  output: z.object({
    reportId: z.string(),
    receiptNo: z.string(),
    on: day,
    text: z.string(),
    state: reportState,
    /** What the rater was told when it was closed. */
    result: z.nullable(z.string()),
    rating: z.object({ ratingId: z.string(), ...said }),
  }),
});

/** 办结群众反映, with the words that the rater reads. */
export const closeReport = contract({
  name: 'report.close',
  permission: 'report.read',
  input: z.strictObject({ reportId, result: words }),
  audits: ({ reportId }) => ({ about: reportId }),
  output: z.object({}),
});
