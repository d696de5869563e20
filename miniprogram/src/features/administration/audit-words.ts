import { OPENED_PART_LABELS, OPENING_PURPOSE_LABELS } from '@shared/domain/identity-labels';
import { ROLE_LABELS } from '@shared/domain/labels';
import { isRefusalCode, REFUSALS } from '@shared/kernel/refusals';
import { sayDay } from '@shared/kernel/time';
import type { Output } from '../../api/actions';

export type AuditLine = Output<'audit.list'>['items'][number];
export type Fault = Output<'audit.verify'>['faults'][number];

/** What was done, by the name of the action or of the timer's job. */
export const ACTION_WORDS: Readonly<Record<string, string>> = {
  'ticket.list': '查看工单列表',
  'ticket.overdue': '查看逾期看板',
  'ticket.clusters': '查看同类问题',
  'ticket.alike': '查看同类问题的工单',
  'ticket.show': '查看工单',
  'message.unit': '查看工作消息',
  'rating.ofMe': '查看自己的评价情况',
  'shift.show': '查看自己的岗位',
  'shift.start': '上岗',
  'shift.end': '下岗',
  'traces.forget': '清除到期的评价痕迹',
  'appeal.mine': '查看对自己的差评',
  'appeal.showMine': '查看一条对自己的差评',
  'statement.give': '说明情况',
  'appeal.file': '提出申诉',
  'appeal.answer': '补充或撤回申诉',
  'appeal.list': '查看申诉列表',
  'appeal.show': '查看申诉',
  'appeal.move': '办理申诉',
  'appeal.look': '转送逾期申诉',
  'identity.open': '查看评价人信息',
  'opening.request': '申请查看评价人',
  'opening.list': '查看申请列表',
  'opening.decide': '审批查看申请',
  'quarantine.list': '查看待核查的评价',
  'quarantine.release': '放行待核查的评价',
  'quarantine.keep': '不放行待核查的评价',
  'report.list': '查看打击报复反映列表',
  'report.show': '查看打击报复反映',
  'report.close': '办结打击报复反映',
  'clue.transfer': '转交线索',
  'clue.states': '查看线索状态',
  'clue.list': '查看线索列表',
  'clue.show': '查看线索',
  'clue.acknowledge': '回复线索状态',
  'absence.show': '查看请假与代理',
  'staff.setAbsence': '登记请假',
  'liaison.deputize': '指定代理人',
  'code.image': '取窗口码',
  'staff.list': '查看人员列表',
  'staff.invite': '邀请绑定',
  'staff.bind': '绑定微信',
  'staff.unbind': '解除绑定',
  'staff.leave': '办理离岗',
  'liaison.handOver': '交接责任人员',
  'role.grant': '授予角色',
  'role.revoke': '收回角色',
  'window.list': '查看窗口列表',
  'window.replaceCode': '换窗口码',
  'window.revokeCode': '停用窗口码',
  'window.restoreCode': '恢复窗口码',
  'appeal.statistics': '查看申诉统计',
  'figures.rebuild': '重新统计',
  'audit.list': '查看审计日志',
  'audit.readers': '查看谁读得多',
  'audit.verify': '核对链条',
  'identity.provePhone': '用手机号实名',
  'identity.proveNumber': '用证件号实名',
  'identity.startFace': '开始人脸核验',
  'identity.finishFace': '完成人脸核验',
  'identity.finishProvince': '从省平台实名返回',
  'consent.withdraw': '撤回同意',
  'data.export': '导出本人数据',
  'data.erase': '删除本人信息',
  'outbox.deliver': '送出站内消息',
  'notice.digest': '汇总工作提醒',
  'notice.send': '发送消息提醒',
  'notice.forget': '清理过期的提醒',
  'grant.reseal': '更换提醒账号的密钥',
  'clock.pin': '补定工单期限',
  'ticket.look': '上报逾期工单',
  'ticket.move': '办理工单',
  'identity.erase': '删除到期的实名信息',
  'identity.reseal': '更换实名信息的密钥',
  'report.reseal': '更换举报的密钥',
  'clue.reseal': '更换线索的密钥',
  'limits.forget': '清理过期的次数',
  'figures.keep': '计入统计',
  'audit.digest': '记下每日摘要',
};

const PURPOSE_WORDS: Readonly<Record<string, string>> = {
  ...ROLE_LABELS,
  ...OPENED_PART_LABELS,
  ...OPENING_PURPOSE_LABELS,
  followUp: '联系评价人核实情况',
  notify: '用短信告知整改结果',
  agreed: '同意',
  refused: '不同意',
  received: '已受理',
  handled: '已处理',
};

const ACTORS: Readonly<Record<AuditLine['actor'], string>> = { staff: '工作人员', rater: '群众', clock: '定时任务' };

export const sayAction = ({ action }: Pick<AuditLine, 'action'>): string => ACTION_WORDS[action] ?? action;

export const sayActor = ({ actor, staffName }: AuditLine): string => staffName || ACTORS[actor];

/** 用途: which role, or what of a person for what. */
export const sayPurpose = ({ purpose }: Pick<AuditLine, 'purpose'>): string =>
  purpose
    .split('.')
    .map((word) => PURPOSE_WORDS[word] ?? word)
    .join('，');

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
