import type { Cause, ContactOutcome, Finding, HandlingFlag } from './handling';
import type { TicketMove } from './ticket-table';

/** 工单操作 */
export const MOVE_LABELS: Readonly<Record<TicketMove, string>> = {
  dispatch: '派单',
  redirect: '转办',
  accept: '签收',
  classify: '研判',
  askStatement: '请工作人员说明情况',
  giveStatement: '说明情况',
  recordAttempt: '记录联系',
  recordFollowUp: '填写回访结论',
  plan: '填写整改方案',
  submitRectification: '提交整改结果',
  sendBack: '退回',
  verify: '审核通过',
  askExtension: '申请延期',
  grantExtension: '同意延期',
  denyExtension: '不同意延期',
  remind: '催办',
  supervise: '督办',
  escalate: '逾期上报',
  acceptResult: '评定',
  reopen: '不满意，重新办理',
  lapse: '到期办结',
  setAside: '不予采纳',
  restore: '恢复办理',
};

/** 问题分类 */
export const CAUSE_LABELS: Readonly<Record<Cause, string>> = {
  item: '事项管理',
  process: '办事流程',
  material: '申请材料',
  system: '系统平台',
  attitude: '服务态度',
  place: '场地设施',
  law: '政策规定',
};

/** 联系结果 */
export const CONTACT_OUTCOME_LABELS: Readonly<Record<ContactOutcome, string>> = {
  reached: '已接通',
  noAnswer: '无人接听',
  wrongNumber: '号码不对',
  declined: '不愿接受回访',
  noNumber: '没有留下电话',
};

/** 核实结论 */
export const FINDING_LABELS: Readonly<Record<Finding, string>> = {
  substantiated: '情况属实',
  partly: '部分属实',
  unsubstantiated: '情况不属实',
  unlawfulDemand: '诉求没有法律依据，已解释',
};

/** 请审核人留意 */
export const HANDLING_FLAG_LABELS: Readonly<Record<HandlingFlag, string>> = {
  noCallBack: '没有联系上评价人就提交了结果',
  tooQuick: '签收后很快就提交了结果',
  sameText: '答复与最近几件一字不差',
  manyAtOnce: '同一人一小时内提交了很多件',
};

/** What happened, as the rater and the officials read it in the history. */
export const MOVE_SENTENCES: Readonly<Record<TicketMove, (unit: string) => string>> = {
  dispatch: (unit) => `派单至${unit}`,
  redirect: (unit) => `${unit}申请转办`,
  accept: (unit) => `${unit}签收`,
  classify: (unit) => `${unit}研判问题`,
  askStatement: (unit) => `${unit}请工作人员说明情况`,
  giveStatement: () => '工作人员说明了情况',
  // Whether anybody was reached the entry does not say: perhaps no number was left.
  recordAttempt: (unit) => `${unit}记录联系情况`,
  recordFollowUp: (unit) => `${unit}填写核实结论`,
  plan: (unit) => `${unit}制定整改方案`,
  submitRectification: (unit) => `${unit}提交整改结果`,
  sendBack: () => '审核未通过，退回重新整改',
  verify: () => '审核通过，请评价人评定',
  askExtension: (unit) => `${unit}申请延期`,
  grantExtension: () => '同意延期',
  denyExtension: () => '不同意延期',
  remind: () => '催办',
  supervise: () => '督办',
  escalate: () => '已超期，上报',
  acceptResult: () => '评价人评定，工单办结',
  reopen: () => '评价人不满意',
  lapse: () => '到期未评定，工单办结',
  setAside: () => '经复核，这条评价不予采纳，工单终止',
  restore: () => '经再次复核，这条评价有效，工单恢复办理',
};
