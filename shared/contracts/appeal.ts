import * as z from 'zod/mini';
import { APPEAL_REASONS, APPEAL_STEPS, EVIDENCE_KINDS } from '../domain/appeal';
import { CONFLICTS } from '../domain/appeal-conflict';
import { APPEAL_FILTERS } from '../domain/appeal-filters';
import { APPEAL_MOVES, APPEAL_STATES } from '../domain/appeal-table';
import { contract } from './contract';
import {
  citation,
  clockOf,
  cursor,
  day,
  historyLine,
  instant,
  level,
  remaining,
  says,
  servedBy,
  ticketState,
} from './fields';
import { handling } from './staff';

const ratingId = z.string().check(z.minLength(1, says('appeal.unknown')), z.maxLength(80, says('appeal.unknown')));
const ticketNo = z.string().check(z.regex(/^GD[0-9A-Z]{8}$/, says('appeal.unknown')));
const words = z.string().check(z.minLength(1, says('appeal.wordsMissing')), z.maxLength(10_000, says('words.tooLong')));
const optionalWords = z._default(z.string().check(z.maxLength(10_000, says('words.tooLong'))), '');

const reason = z.enum(APPEAL_REASONS, says('appeal.reasonInvalid'));

/** 证据 as somebody hands it in: photos by the tokens of `photo.add`, everything else by where it is found. */
const evidence = z
  .array(
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('photo'),
        words: optionalWords,
        photos: z
          .array(z.string().check(z.maxLength(200, says('photo.notYours'))))
          .check(z.minLength(1, says('appeal.evidenceInvalid')), z.maxLength(9, says('rating.tooManyPhotos'))),
      }),
      z.strictObject({ kind: z.literal('recording'), words }),
      z.strictObject({ kind: z.literal('caseLog'), words }),
    ]),
  )
  .check(z.maxLength(10, says('appeal.evidenceInvalid')));
const optionalEvidence = z._default(evidence, []);

const state = z.enum(APPEAL_STATES);
const move = z.enum(APPEAL_MOVES);
const shownEvidence = z.object({ kind: z.enum(EVIDENCE_KINDS), words: z.string(), photoUrls: z.array(z.string()) });
const ruling = z.object({
  grants: z.boolean(),
  /** Established, when it is granted. */
  reason: z.nullable(z.enum(APPEAL_REASONS)),
  /** 解释说明: he asked what no law gives; the rating stands. */
  isExplanation: z.boolean(),
  words: z.string(),
  on: day,
});
const opinion = z.object({ endorses: z.boolean(), words: z.string(), on: day });

/** What the clerk and all who handle it see of an appeal. */
const APPEAL = {
  appealNo: z.string(),
  state,
  /** Goes with the next move: whoever comes second is told. */
  version: z.int(),
  reason: z.enum(APPEAL_REASONS),
  words: z.string(),
  evidence: z.array(shownEvidence),
  /** Through whom it goes; null when nobody answers there. */
  unit: z.nullable(z.string()),
  bureau: z.string(),
  routedBy: citation,
  filedOn: day,
  renewals: z.int(),
  opinion: z.nullable(opinion),
  decision: z.nullable(ruling),
  /** Until when the one who lost may answer. */
  answerBy: z.nullable(instant),
  clock: z.nullable(clockOf(z.enum(APPEAL_STEPS))),
  history: z.array(historyLine),
  /** What the caller can do now. */
  moves: z.array(move),
} as const;

/** 告知本人的差评: what the rated clerk reads of it. Neither who nor the minute. */
const TOLD = {
  ticketNo: z.string(),
  /** Whose rules hold. */
  place: z.string(),
  level,
  tags: z.array(z.string()),
  comment: z.string(),
  month: z.string(),
  /** Null where so few were served on that day that it would tell who. */
  on: z.nullable(day),
  at: z.object({ center: z.string(), window: z.string() }),
  ticketState,
  statement: z.nullable(z.object({ isAsked: z.boolean(), dueAt: z.nullable(instant), words: z.string() })),
  mayState: z.boolean(),
  appealUntil: z.nullable(instant),
  mayAppeal: z.boolean(),
} as const;

/** 对我的差评: those of the last twelve months, newest first. */
export const listTold = contract({
  name: 'appeal.mine',
  permission: 'appeal.own',
  input: z.strictObject({}),
  audits: () => ({ about: '' }),
  output: z.object({
    items: z.array(
      z.object({ ...TOLD, appeal: z.nullable(z.object({ appealNo: z.string(), state, moves: z.array(move) })) }),
    ),
  }),
});

/** 一条对我的差评, with my statement and my appeal. */
export const showTold = contract({
  name: 'appeal.showMine',
  permission: 'appeal.own',
  input: z.strictObject({ ticketNo }),
  audits: ({ ticketNo }) => ({ about: ticketNo }),
  output: z.object({ ...TOLD, appeal: z.nullable(z.object(APPEAL)) }),
});

/** 说明情况 */
export const giveStatement = contract({
  name: 'statement.give',
  permission: 'appeal.own',
  input: z.strictObject({ ticketNo, words }),
  audits: ({ ticketNo }) => ({ about: ticketNo }),
  output: z.object({}),
});

/** 提出申诉 (TQ-17, CZ-12). The same again is no second one. */
export const fileAppeal = contract({
  name: 'appeal.file',
  permission: 'appeal.own',
  input: z.strictObject({ ticketNo, reason, words, evidence }),
  audits: ({ ticketNo, reason }) => ({ about: ticketNo, purpose: reason }),
  output: z.object({ appealNo: z.string() }),
});

/** What the clerk does with his appeal. */
export const answerAppeal = contract({
  name: 'appeal.answer',
  permission: 'appeal.own',
  input: z.strictObject({
    ticketNo,
    version: z.int(),
    step: z.discriminatedUnion('move', [
      z.strictObject({ move: z.literal('supplement'), words, evidence: optionalEvidence }),
      z.strictObject({ move: z.literal('withdraw') }),
      z.strictObject({ move: z.literal('insist'), words }),
      z.strictObject({ move: z.literal('renew'), reason, words, evidence }),
    ]),
  }),
  audits: ({ ticketNo, step }) => ({ about: ticketNo, purpose: step.move }),
  output: z.object({ state }),
});

/** 申诉列表 of the caller's units and bureaus, nearest deadline first. */
export const listAppeals = contract({
  name: 'appeal.list',
  permission: 'appeal.handle',
  input: z.strictObject({ filter: z._default(z.enum(APPEAL_FILTERS), 'todo'), cursor: z.optional(cursor) }),
  audits: () => ({ about: '' }),
  output: z.object({
    scope: z.string(),
    counts: z.object({ todo: z.int(), open: z.int() }),
    /** Whether 申诉统计 is for the caller too. */
    seesStatistics: z.boolean(),
    items: z.array(
      z.object({
        ratingId: z.string(),
        appealNo: z.string(),
        state,
        reason: z.enum(APPEAL_REASONS),
        level,
        servedBy,
        filedOn: day,
        dueAt: z.nullable(instant),
        remaining: z.nullable(remaining),
        isYours: z.boolean(),
      }),
    ),
    next: z.nullable(cursor),
  }),
});

/** 申诉详情: the rating as said, the ticket, both sides' words, the case's log, signals, and the appeal. Never who rated. */
export const showAppeal = contract({
  name: 'appeal.show',
  permission: 'appeal.handle',
  input: z.strictObject({ ratingId }),
  audits: ({ ratingId }) => ({ about: ratingId }),
  output: z.object({
    ratingId: z.string(),
    place: z.string(),
    level,
    tags: z.array(z.string()),
    comment: z.string(),
    photoUrls: z.array(z.string()),
    original: z.nullable(z.object({ level, tags: z.array(z.string()), comment: z.string() })),
    followOn: z.nullable(z.string()),
    ratedOn: day,
    servedBy,
    caseNo: z.nullable(z.string()),
    /** 办件记录: the services of the case. */
    caseLog: z.array(z.object({ on: day, name: z.string(), window: z.string(), staff: z.string() })),
    ticket: z.object({ ticketNo: z.string(), state: ticketState, unit: z.string() }),
    handling,
    ticketHistory: z.array(historyLine),
    /** 请留意: signals with their numbers, for those who decide; never a verdict. */
    signals: z.array(z.string()),
    appeal: z.object({
      ...APPEAL,
      /** 拟裁定, while nobody has confirmed it. */
      ruling: z.nullable(ruling),
      objection: z.nullable(z.object({ words: z.string(), on: day })),
    }),
    /** Why the caller may not decide; null when he may. */
    conflict: z.nullable(z.enum(CONFLICTS)),
    /** The caller proposed the ruling that waits: another one confirms it. */
    isOwnRuling: z.boolean(),
  }),
});

/** 办理申诉: one move, as `APPEAL_TABLE` has it. */
export const moveAppeal = contract({
  name: 'appeal.move',
  permission: 'appeal.handle',
  input: z.strictObject({
    ratingId,
    version: z.int(),
    step: z.discriminatedUnion('move', [
      z.strictObject({ move: z.literal('endorse'), words, evidence: optionalEvidence }),
      z.strictObject({ move: z.literal('refuse'), words }),
      z.strictObject({ move: z.literal('returnForEvidence'), words }),
      z.strictObject({ move: z.literal('proposeGrant'), reason, words }),
      z.strictObject({ move: z.literal('proposeDenial'), isExplanation: z.boolean(), words }),
      z.strictObject({ move: z.literal('confirmGrant') }),
      z.strictObject({ move: z.literal('confirmDenial') }),
      z.strictObject({ move: z.literal('disagree'), words }),
      z.strictObject({ move: z.literal('reportUp'), words: optionalWords }),
      z.strictObject({ move: z.literal('confirmCorrection'), words: optionalWords }),
      z.strictObject({ move: z.literal('declineCorrection'), words }),
    ]),
  }),
  audits: ({ ratingId, step }) => ({ about: ratingId, purpose: step.move }),
  output: z.object({ state }),
});
