import { isRefusalCode, REFUSALS } from '@shared/kernel/refusals';
import { sayDay } from '@shared/kernel/time';
import type { Output } from '../../api/actions';

export type AuditLine = Output<'audit.list'>['items'][number];
export type Fault = Output<'audit.verify'>['faults'][number];

/** What was done, by the action's name; one that is not here is shown by its name. */
const ACTIONS: Readonly<Record<string, string>> = {
  'ticket.list': '查看工单列表',
  'ticket.show': '查看工单',
  'rating.show': '查看评价',
  'rating.ofMe': '查看自己的评价情况',
  'message.unit': '查看单位消息',
  'code.image': '取窗口码',
  'staff.list': '查看人员列表',
  'staff.invite': '邀请绑定',
  'staff.bind': '绑定微信',
  'staff.unbind': '解除绑定',
  'liaison.handOver': '交接责任人员',
  'role.grant': '授予角色',
  'role.revoke': '收回角色',
  'window.list': '查看窗口列表',
  'window.replaceCode': '换窗口码',
  'window.revokeCode': '停用窗口码',
  'window.restoreCode': '恢复窗口码',
  'audit.list': '查看审计日志',
  'audit.readers': '查看谁读得多',
  'audit.verify': '核对链条',
};

const ACTORS: Readonly<Record<AuditLine['actor'], string>> = { staff: '工作人员', rater: '群众', clock: '定时任务' };

export const sayAction = ({ action }: Pick<AuditLine, 'action'>): string => ACTIONS[action] ?? action;

export const sayActor = ({ actor, staffName }: AuditLine): string => staffName || ACTORS[actor];

/** 已办, or why not. */
export const sayOutcome = ({ outcome }: Pick<AuditLine, 'outcome'>): string => {
  if (outcome === 'ok') return '已办';
  return isRefusalCode(outcome) ? `没有办成：${REFUSALS[outcome]}` : `没有办成：${outcome}`;
};

/** Which entry or day is wrong, and how. */
export const sayFault = ({ fault, number, upTo, day }: Fault): string => {
  const on = day ? sayDay(day) : '';
  const words: Readonly<Record<Fault['fault'], string>> = {
    changed: `第 ${number} 条的内容被改动过`,
    missing: upTo === undefined || upTo === number ? `第 ${number} 条不见了` : `第 ${number} 条到第 ${upTo} 条不见了`,
    reordered: `第 ${number} 条的先后被调换过`,
    repeated: `第 ${number} 条出现了不止一次`,
    unlinked: `第 ${number} 条接不上前一条，两条中有一条被换过`,
    digestDiffers: `${on}的每日摘要与第 ${number} 条对不上`,
    digestChanged: `${on}的每日摘要被改动过`,
    digestMissing: `${on}没有每日摘要`,
  };
  return words[fault];
};
