import type { Citation } from '../kernel/clause';
import { sayDay } from '../kernel/time';
import type { ChainFault } from './audit-faults';
import type { ClueState } from './clue';
import type { VerdictLevel } from './handling';
import type { Rate } from './indicator';
import type { OrgLevel } from './organization';
import type { RatingLevel, RatingOrigin, RatingStanding } from './rating';
import type { Role } from './role';
import type { TicketState, TicketStep } from './ticket';
import type { Remaining, Span } from './working-time';

/** 评价等级, in the words of the law. */
export const LEVEL_LABELS: Readonly<Record<RatingLevel, string>> = {
  verySatisfied: '非常满意',
  satisfied: '满意',
  basicallySatisfied: '基本满意',
  dissatisfied: '不满意',
  veryDissatisfied: '非常不满意',
};

/** 评价来源 */
export const ORIGIN_LABELS: Readonly<Record<RatingOrigin, string>> = {
  self: '本人评价',
  assisted: '协助评价',
  phoneInvited: '电话邀评',
  paperEntered: '书面评价录入',
  systemDefault: '默认评价',
  imported: '其他系统接入',
};

/** 评价效力 */
export const STANDING_LABELS: Readonly<Record<RatingStanding, string>> = {
  effective: '有效',
  quarantined: '待核查',
  setAside: '不予采纳',
  superseded: '已被新评价替代',
};

/** 对整改的评定 */
export const VERDICT_LABELS: Readonly<Record<VerdictLevel, string>> = {
  satisfied: '满意',
  basicallySatisfied: '基本满意',
  dissatisfied: '不满意',
};

/** 工单状态 */
export const TICKET_STATE_LABELS: Readonly<Record<TicketState, string>> = {
  awaitingDispatch: '待派单',
  awaitingAcceptance: '待签收',
  awaitingFollowUp: '待回访',
  rectifying: '整改中',
  awaitingVerification: '待审核',
  awaitingVerdict: '待评定',
  closed: '已办结',
  setAside: '不予采纳',
};

/** 工单环节 */
export const TICKET_STEP_LABELS: Readonly<Record<TicketStep, string>> = {
  dispatch: '派单',
  accept: '签收并联系评价人',
  rectify: '整改',
  verify: '审核',
  verdict: '评价人评定',
};

/** 角色 */
export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  clerk: '窗口工作人员',
  liaison: '责任人员',
  supervisor: '监督人员',
  disciplineOfficer: '纪检监察联系人',
  systemAdmin: '系统管理员',
  securityAdmin: '安全管理员',
  auditAdmin: '审计管理员',
};

/** 线索办理状态 */
export const CLUE_STATE_LABELS: Readonly<Record<ClueState, string>> = {
  transferred: '已转交',
  received: '已受理',
  handled: '已处理',
};

/** 层级 */
export const ORG_LEVEL_LABELS: Readonly<Record<OrgLevel, string>> = {
  city: '市',
  county: '县（区）',
  town: '镇（街）',
  village: '村（社区）',
};

const UNIT_LABELS: Readonly<Record<Span['unit'], string>> = { workingDay: '个工作日', naturalDay: '个自然日' };

/** 5 个工作日 */
export const saySpan = ({ count, unit }: Span): string => `${count} ${UNIT_LABELS[unit]}`;

const sayLate = (days: number | null): string =>
  days === null ? '已超期' : days > 0 ? `已超期 ${days} 个工作日` : '已超期，不足 1 个工作日';

const sayDueToday = (hours: number): string => (hours > 0 ? `今天到期，还剩 ${hours} 小时` : '今天到期，不足 1 小时');

/** 还剩 1 个工作日 3 小时 · 今天到期，还剩 3 小时 · 已超期 2 个工作日 */
export const sayRemaining = ({ late, workingDays, hours }: Remaining): string => {
  if (late) return sayLate(workingDays);
  if (workingDays === null) return '未到期，剩余工作日待放假安排公布后计算';
  if (workingDays === 0) return sayDueToday(hours);
  return hours > 0 ? `还剩 ${workingDays} 个工作日 ${hours} 小时` : `还剩 ${workingDays} 个工作日`;
};

/** 67%, rounded half up; the two numbers stand beside it. */
export const sayPercent = ({ numerator, denominator }: Rate): string =>
  `${Math.floor((200 * numerator + denominator) / (2 * denominator))}%`;

/** 《…细则（试行）》第七条; a proposal says that it is one, and from where it comes. */
export const sayBasis = ({ document, article, proposal }: Citation): string =>
  proposal ? `${document}：${article}` : `${document}${article}`;

const FAULT_SENTENCES: Readonly<Record<ChainFault['fault'], (entry: string, day: string) => string>> = {
  changed: (entry) => `${entry}被改动过`,
  missing: (entry) => `缺${entry}`,
  reordered: (entry) => `${entry}的次序不对`,
  repeated: (entry) => `${entry}不止一条`,
  unlinked: (entry) => `${entry}与前一条接不上，其中一条被替换过`,
  digestDiffers: (entry, day) => `${day}的摘要与${entry}不符`,
  digestChanged: (_, day) => `${day}的摘要被改动过`,
  digestMissing: (_, day) => `缺${day}的摘要`,
};

/** 第 12 条被改动过 · 缺第 5 至 9 条 · 缺2026年11月23日的摘要 */
export const sayFault = ({ fault, number, upTo = number, day }: ChainFault): string => {
  const entry = upTo > number ? `第 ${number} 至 ${upTo} 条` : `第 ${number} 条`;
  return FAULT_SENTENCES[fault](entry, day === undefined ? '' : sayDay(day));
};
