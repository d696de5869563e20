import { dayOf, type Instant, sayDay } from '../kernel/time';
import type { OutboxEntry } from './message';
import type { PlaceId } from './organization';
import type { Ticket } from './ticket';

/** 订阅消息模板: 整改进度 for the rater, 工作提醒 for officials. */
export const TEMPLATES = ['progress', 'work'] as const;
export type Template = (typeof TEMPLATES)[number];

type Told = NonNullable<OutboxEntry['told']>;

/**
 * All that leaves for a phone: never words of a rating, never a person. `next` has at most 20 characters and none is empty,
 * as a `thing` of a template demands (https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html).
 */
export type NotificationWords = {
  readonly ticketNo: string;
  /** At most five characters, as a `phrase` demands. */
  readonly state: string;
  /** The day: the minute of a message could be the minute of a rating. */
  readonly on: string;
  readonly next: string;
};
export const MOST_NEXT_CHARACTERS = 20;

type Said = Pick<NotificationWords, 'state' | 'next'>;

/** The rater gave leave for one message, so it is the one that waits for him. */
const TO_RATER: Readonly<Partial<Record<Told, Said>>> = {
  verify: { state: '待评定', next: '整改已有结果，请查看并评定' },
  'appeal.confirmGrant': { state: '不予采纳', next: '复核有了结果，请查看' },
};

const TO_OFFICIALS: Readonly<Partial<Record<Told, Said>>> = {
  opened: { state: '新工单', next: '请签收并联系评价人' },
  awaitsDispatch: { state: '待派单', next: '没有责任人员，请派单' },
  dispatch: { state: '新工单', next: '请签收并联系评价人' },
  redirect: { state: '待派单', next: '申请转办，请派单' },
  submitRectification: { state: '待审核', next: '已提交整改结果，请审核' },
  sendBack: { state: '被退回', next: '请重新整改并提交' },
  reopen: { state: '重新办理', next: '评价人不满意，请查看' },
  askExtension: { state: '申请延期', next: '请答复延期申请' },
  remind: { state: '催办', next: '请尽快办理' },
  supervise: { state: '督办', next: '请立即办理' },
  escalate: { state: '已逾期', next: '请立即办理' },
  giveStatement: { state: '已说明', next: '工作人员说明了情况，请查看' },
  'appeal.file': { state: '新申诉', next: '请核实并写明单位意见' },
  'appeal.renew': { state: '新申诉', next: '请核实并写明单位意见' },
  'appeal.endorse': { state: '待复核', next: '有申诉待复核' },
  'appeal.insist': { state: '待复核', next: '有申诉待复核' },
  'appeal.object': { state: '有异议', next: '评价人提出异议，请复核' },
  'appeal.proposeGrant': { state: '待确认', next: '有裁定待第二人确认' },
  'appeal.proposeDenial': { state: '待确认', next: '有裁定待第二人确认' },
  'appeal.disagree': { state: '待复核', next: '第二人不同意，请重新复核' },
  'appeal.reportUp': { state: '待修正', next: '有报请修正的申诉' },
  'appeal.declineCorrection': { state: '未修正', next: '市里不予修正，请处理' },
  'appeal.escalate': { state: '已逾期', next: '有申诉超过期限，请处理' },
};

/** To the clerk who was rated. */
const TO_RATED: Readonly<Partial<Record<Told, Said>>> = {
  accept: { state: '新差评', next: '可以说明情况，也可以申诉' },
  askStatement: { state: '待说明', next: '单位请您说明情况' },
  'appeal.refuse': { state: '未同意', next: '单位不同意报送，可以坚持' },
  'appeal.returnForEvidence': { state: '待补充', next: '申诉需要补充证据' },
  'appeal.confirmGrant': { state: '已采纳', next: '申诉有了结果，请查看' },
  'appeal.confirmDenial': { state: '已驳回', next: '申诉有了结果，请查看' },
  'appeal.object': { state: '有异议', next: '评价人提出异议，另行复核' },
};

/** What of a message goes beyond the inbox; undefined when the inbox is enough. */
export const wordsFor = (
  to: 'rater' | 'officials' | 'rated',
  told: Told | undefined,
  { ticketNo }: Pick<Ticket, 'ticketNo'>,
  now: Instant,
): NotificationWords | undefined => {
  const said = told && { rater: TO_RATER, officials: TO_OFFICIALS, rated: TO_RATED }[to][told];
  return said && { ticketNo, ...said, on: sayDay(dayOf(now)) };
};

/** 督办 waits for no office hour. */
export const isUrgent = (told: Told | undefined): boolean => told === 'supervise';

/** Several for one official at once are told as one: how many wait for 签收, and how many end today. */
export const digestOf = (
  tickets: readonly Pick<Ticket, 'ticketNo' | 'state' | 'dueAt'>[],
  now: Instant,
): NotificationWords | undefined => {
  const [first] = tickets;
  if (!first) return undefined;
  const unaccepted = tickets.filter(({ state }) => state === 'awaitingAcceptance').length;
  const dueToday = tickets.filter(({ dueAt }) => dueAt !== null && dayOf(dueAt) <= dayOf(now)).length;
  const parts = [
    ...(unaccepted > 0 ? [`${unaccepted}件待签收`] : []),
    ...(dueToday > 0 ? [`${dueToday}件今天到期`] : []),
  ];
  const others = tickets.length - 1;
  return {
    ticketNo: others > 0 ? `${first.ticketNo}+${others}` : first.ticketNo,
    state: '待办',
    on: sayDay(dayOf(now)),
    next: parts.length > 0 ? parts.join('，') : `${tickets.length}件待办理`,
  };
};

/** How far one notification has come. `sending` has been claimed: whoever finds it so lets it be. */
export type NotificationState = 'held' | 'waiting' | 'sending' | 'sent' | 'givenUp';

/** 消息提醒, beside the inbox: one row per message and recipient. */
export type Notification = {
  readonly _id: string;
  /** Blind reference of the account. */
  readonly to: string;
  readonly template: Template;
  readonly ratingId: string;
  readonly words: NotificationWords;
  /** Whose 办公时间 hold. */
  readonly place: PlaceId;
  readonly isUrgent: boolean;
  readonly channel: 'wechat' | 'sms';
  readonly state: NotificationState;
  readonly tries: number;
  readonly nextAt: Instant | null;
  /** How it ended, as the service's own code. */
  readonly outcome: string | null;
  /** Of a digest: the held ones that it tells of. */
  readonly covers?: readonly string[];
  readonly keepUntil: Instant;
};

export const notificationId = ({ id }: Pick<OutboxEntry, 'id'>, to: string): string => `${id}/${to}`;

const MINUTE_MS = 60_000;
export const MOST_TRIES = 5;

/** The pause after so many tries in vain, in ms: 1, 4, 16 and 64 minutes. */
export const pauseAfter = (tries: number): number => 4 ** (tries - 1) * MINUTE_MS;

/** 额度: what an account has agreed to be sent, one agreement one message; its openid sealed. `_id` is the account's blind reference. */
export type Grant = {
  readonly _id: string;
  readonly openid: string;
  readonly keyVersion: string;
  readonly left: Readonly<Record<Template, number>>;
  /** The try that was counted last: sent again it does not count again. */
  readonly lastKey: string;
  readonly keepUntil: Instant;
};
