import type { Limit, LimitedThing } from '../domain/limit';
import { type Clause, clause, propose } from '../kernel/clause';

const perDay = (count: number): Limit => ({ count, within: 'day' });

/**
 * 次数限制. They hold everywhere: what is limited happens before anybody knows which place is meant. None of them
 * keeps a rating out; a rating without its photo or its proven case is still a rating.
 */
export const LIMITS = {
  /** 一人一日上传照片 */
  photo: clause(perDay(30), propose('法规未规定；一次评价至多9张，一日三次评价都附满照片也够用')),
  /** 一人一日核对办件编号未中 */
  caseNoGuess: clause(perDay(10), propose('法规未规定；抄错几次仍可再试，逐个猜编号则不可行')),
  /** 一人一日核对回执查询码未中 */
  receiptCodeGuess: clause(perDay(5), propose('法规未规定；查询码印在回执上，照抄的人用不到5次')),
  /** 一个办件一日被核对查询码未中，不论出自几个微信 */
  receiptCodeOfCase: clause(perDay(10), propose('法规未规定；防止多个微信合力猜一个办件的查询码')),
  /** 一人一日实名核验 */
  proof: clause(perDay(10), propose('法规未规定；核验按次收费，且须防止拿他人的姓名和号码反复试')),
  /** 一人一日查询人脸核验结果 */
  faceResult: clause(perDay(20), propose('法规未规定；每次核验查一两次即可，防止一个人用尽全市共用的接口次数')),
  /** 一人一日手机号授权 */
  phoneCode: clause(perDay(10), propose('法规未规定；微信手机号按次收费，一日10次够换号重试')),
  /** 一个微信一日核对邀请码，不论中否 */
  invitationGuess: clause(perDay(10), propose('法规未规定；取每日10次，输错几次还能重来，猜不出40位的码')),
  /** 一人一日向上级反映打击报复 */
  report: clause(perDay(5), propose('法规未规定；真有其事的一日5份足够说清，也防止刷屏淹没别人的反映')),
  /** 一人一日导出、撤回、删除自己的信息 */
  ownData: clause(perDay(20), propose('法规未规定；这些事一日做几次已足够，每做一次审计日志里就多一行')),
  /** 一名工作人员一日查看评价人身份 */
  identityOpening: clause(perDay(50), propose('法规未规定；一日回访50人已是满负荷，再多即是批量查看')),
} as const satisfies Record<LimitedThing, Clause<Limit>>;

/** 字数上限, in characters as people count them. */
export const WORDS_MAX = {
  /** 向上级反映 */
  report: clause(1000, propose('法规未规定；比评价原因的500字放宽一倍，以便说清前后经过')),
  /** 反映的办理结果 */
  reportResult: clause(500, propose('法规未规定；与评价原因相同')),
  /** 工单操作中填写的每一段文字 */
  ticketWords: clause(1000, propose('法规未规定；写清办理情况已足够，与向上级反映相同')),
  /** 申诉中填写的每一段文字 */
  appealWords: clause(1000, propose('法规未规定；写清经过和理由已足够，与工单相同')),
  /** 转交线索的说明 */
  clueNote: clause(500, propose('法规未规定；与评价原因相同')),
  /** 核查决定的理由 */
  decisionReason: clause(200, propose('法规未规定；写明依据即可')),
} as const;
