import * as z from 'zod/mini';
import { VERDICTS } from '../domain/handling';
import { SCENE_MAX_LENGTH } from '../domain/window-code';
import { contract } from './contract';
import {
  comment,
  cursor,
  instant,
  level,
  page,
  proofLevel,
  says,
  servedBy,
  tagCodes,
  ticketState,
  ticketStep,
} from './fields';

const token = (max: number) =>
  z.string().check(z.minLength(1, says('request.malformed')), z.maxLength(max, says('request.malformed')));
const scene = z
  .string(says('windowCode.invalid'))
  .check(z.minLength(1, says('windowCode.invalid')), z.maxLength(SCENE_MAX_LENGTH, says('windowCode.invalid')));
const caseNo = z.string().check(z.minLength(1, says('service.unknown')), z.maxLength(50, says('service.unknown')));

const ratableService = z.object({
  key: z.string(),
  caseNo: z.string(),
  /** 咨询、受理、办结… */
  name: z.string(),
  item: z.string(),
  place: z.string(),
  center: z.string(),
  window: z.string(),
  unit: z.string(),
  /** Who served then; the rating goes to him, whoever is on duty now. */
  staff: z.string(),
  at: instant,
});

/** 打开窗口: what a scanned code leads to. */
export const openWindow = contract({
  name: 'window.open',
  permission: 'anyone',
  input: z.strictObject({ scene }),
  output: z.object({
    place: z.object({ id: z.string(), name: z.string() }),
    center: z.string(),
    window: z.string(),
    unit: z.string(),
    /** 当班人员, null when nobody is on duty. */
    staff: z.nullable(z.object({ name: z.string(), workNo: z.string() })),
    /** Proves later who was on duty now. Opaque; goes back with the rating. */
    served: z.string(),
    items: z.array(z.object({ code: z.string(), name: z.string() })),
    /** The edition of the tag dictionary in force. */
    dictionary: z.string(),
    /** How far this rater is known already. */
    proof: proofLevel,
    /** Whether he can rate for a company. */
    hasCompany: z.boolean(),
    /** This rater's own services at this window that wait for a rating, newest first. */
    services: z.array(ratableService),
  }),
});

/** What happens next with a bad rating, in moments; null when the year's holidays are not announced yet. */
const promise = z.object({
  ticketNo: z.string(),
  contactBy: z.nullable(instant),
  rectifyBy: z.nullable(instant),
});

/** 实名情况 of one rating, for the rater himself. */
const proof = z.object({
  level: proofLevel,
  shortfall: z.nullable(z.enum(['undetermined', 'notGiven'])),
});

/** 提交评价: exactly one of `scene` (walk-in, or with `caseNo` one case at that window) and `serviceKey`. */
export const submitRating = contract({
  name: 'rating.submit',
  permission: 'anyone',
  input: z
    .strictObject({
      scene: z.optional(scene),
      serviceKey: z.optional(token(60)),
      caseNo: z.optional(caseNo),
      /** 查询码 on the receipt of that case: proves that he was served. */
      receiptCode: z.optional(
        z
          .string()
          .check(z.minLength(1, says('service.receiptCodeWrong')), z.maxLength(20, says('service.receiptCodeWrong'))),
      ),
      /** What `window.open` handed out. One that is not ours, or too old, is as good as none: no rating is lost for it. */
      served: z.optional(z.string()),
      /** 代表单位: for the company of which he is the 经办人. */
      forCompany: z.optional(z.boolean()),
      level,
      tags: tagCodes,
      comment,
      photos: z._default(
        z
          .array(z.string().check(z.maxLength(200, says('photo.notYours'))))
          .check(z.maxLength(100, says('rating.tooManyPhotos'))),
        [],
      ),
      /** The same on every retry of one rating. */
      idempotencyKey: z.string().check(z.regex(/^[!-~]{1,128}$/, says('request.malformed'))),
    })
    .check(
      z.refine(
        ({ scene, serviceKey }) => (scene === undefined) !== (serviceKey === undefined),
        says('rating.placeMissing'),
      ),
      z.refine(({ serviceKey, caseNo }) => serviceKey === undefined || caseNo === undefined, says('request.malformed')),
      z.refine(
        ({ caseNo, receiptCode }) => caseNo !== undefined || receiptCode === undefined,
        says('request.malformed'),
      ),
    ),
  output: z.object({
    ratingId: z.string(),
    receiptNo: z.string(),
    level,
    ratedAt: instant,
    servedBy,
    promise: z.nullable(promise),
    proof,
    /** False when an earlier try with this key was kept and said something else: that is what counts. */
    asSent: z.boolean(),
  }),
});

/** 上传照片: one JPEG or PNG, base64, checked and stripped of where and when it was taken. */
export const addPhoto = contract({
  name: 'photo.add',
  permission: 'anyone',
  input: z.strictObject({ data: z.string().check(z.minLength(1, says('photo.invalid'))) }),
  output: z.object({ photo: z.string() }),
});

/** 我的评价: newest first; services that wait for a rating come with the first page. */
export const listMyRatings = contract({
  name: 'rating.mine',
  permission: 'anyone',
  input: page,
  output: z.object({
    waiting: z.array(ratableService),
    items: z.array(
      z.object({
        ratingId: z.string(),
        receiptNo: z.string(),
        level,
        ratedAt: instant,
        servedBy,
        ticketState: z.nullable(ticketState),
      }),
    ),
    next: z.nullable(cursor),
  }),
});

/** 评价详情 and the progress of its ticket, for the rater himself. */
export const showRating = contract({
  name: 'rating.show',
  permission: 'anyone',
  input: z.strictObject({ ratingId: token(80) }),
  output: z.object({
    ratingId: z.string(),
    receiptNo: z.string(),
    level,
    tags: z.array(z.string()),
    comment: z.string(),
    photoUrls: z.array(z.string()),
    ratedAt: instant,
    servedBy,
    caseNo: z.nullable(z.string()),
    proof,
    forCompany: z.boolean(),
    /** The policy profile that holds there. */
    place: z.string(),
    /** 原评价, when it was changed. */
    original: z.nullable(z.object({ level, tags: z.array(z.string()), comment: z.string() })),
    /** Until when it may be changed; null when it may not any more. */
    changeUntil: z.nullable(instant),
    ticketState: z.nullable(ticketState),
    promise: z.nullable(promise),
    /** What the ticket now waits for, and by when; the moment is null while the year's holidays are not announced. */
    next: z.nullable(z.object({ step: ticketStep, dueAt: z.nullable(instant) })),
    /** 整改结果 and 答复, once a supervisor has found it in order. */
    result: z.nullable(z.object({ reply: z.string(), photoUrls: z.array(z.string()), judgeBy: z.nullable(instant) })),
    verdict: z.nullable(z.object({ level: z.enum(VERDICTS), words: z.string() })),
    /** Whether 不满意 would still have it done once more. */
    mayReopen: z.boolean(),
    followOn: z.nullable(z.string()),
    /** 申诉的结果, once somebody appealed against it and it was decided. */
    appeal: z.nullable(
      z.object({
        isSetAside: z.boolean(),
        words: z.string(),
        at: instant,
        objectBy: z.nullable(instant),
        mayObject: z.boolean(),
        objection: z.nullable(z.object({ words: z.string(), at: instant, isDecided: z.boolean() })),
      }),
    ),
    /** What has happened, oldest first, in plain words. */
    progress: z.array(z.object({ at: instant, text: z.string() })),
  }),
});

/** 我的消息 */
export const listMyMessages = contract({
  name: 'message.mine',
  permission: 'anyone',
  input: page,
  output: z.object({
    items: z.array(z.object({ id: z.string(), text: z.string(), at: instant, ratingId: z.nullable(z.string()) })),
    next: z.nullable(cursor),
  }),
});
