import type { AppealReason, AppealStep, EvidenceKind, MisratingKind } from './appeal';
import type { Conflict } from './appeal-conflict';
import type { AppealMove, AppealState } from './appeal-table';

/** 申诉状态 */
export const APPEAL_STATE_LABELS: Readonly<Record<AppealState, string>> = {
  awaitingUnit: '待单位审核',
  refusedByUnit: '单位未同意',
  awaitingReview: '待复核',
  returned: '待补充证据',
  awaitingSecond: '待确认',
  granted: '采纳',
  reportedUp: '已报市修正',
  corrected: '市里已修正',
  denied: '驳回',
  withdrawn: '已撤回',
  lapsed: '到期失效',
};

/** 申诉操作 */
export const APPEAL_MOVE_LABELS: Readonly<Record<AppealMove, string>> = {
  supplement: '补充材料',
  withdraw: '撤回申诉',
  endorse: '同意报送',
  refuse: '不同意报送',
  insist: '坚持申诉',
  returnForEvidence: '退回补充证据',
  proposeGrant: '拟采纳',
  proposeDenial: '拟驳回',
  confirmGrant: '确认采纳',
  confirmDenial: '确认驳回',
  disagree: '不同意，重新复核',
  reportUp: '报市修正',
  confirmCorrection: '确认已修正',
  declineCorrection: '不予修正',
  object: '提出异议',
  renew: '再次申诉',
  escalate: '逾期转送',
  lapse: '到期失效',
};

/** What happened, as all who may read the appeal read it. */
export const APPEAL_SENTENCES: Readonly<Record<AppealMove | 'file', string>> = {
  file: '工作人员提出申诉',
  supplement: '工作人员补充材料',
  withdraw: '工作人员撤回申诉',
  endorse: '单位同意报送',
  refuse: '单位不同意报送',
  insist: '工作人员坚持申诉，送复核',
  returnForEvidence: '退回补充证据',
  proposeGrant: '拟采纳，待另一人确认',
  proposeDenial: '拟驳回，待另一人确认',
  confirmGrant: '复核采纳，这条评价不予采纳',
  confirmDenial: '复核驳回，这条评价有效',
  disagree: '第二人不同意，重新复核',
  reportUp: '报送市里修正',
  confirmCorrection: '市里确认已修正',
  declineCorrection: '市里不予修正',
  object: '评价人提出异议，另行复核',
  renew: '工作人员凭新证据再次申诉',
  escalate: '逾期未办，转送',
  lapse: '到期未答复，申诉失效',
};

/** 申诉理由 */
export const APPEAL_REASON_LABELS: Readonly<Record<AppealReason, string>> = {
  mistap: '误触等级',
  wrongTarget: '评错对象',
  otherService: '不是这一次服务',
  duplicate: '重复评价',
  unrelated: '与服务无关或广告',
  impersonation: '冒用他人身份',
  coercion: '胁迫勒索或批量差评',
  systemFault: '系统或设备故障',
};

/** When each reason holds, for whoever chooses one. */
export const APPEAL_REASON_NOTES: Readonly<Record<AppealReason, string>> = {
  mistap: '文字是表扬，等级却是差评',
  wrongTarget: '说的是别的窗口、部门或事项',
  otherService: '说的不是这一次办的事',
  duplicate: '同一次服务已经评过',
  unrelated: '内容与办事无关',
  impersonation: '不是办事的人评的',
  coercion: '以差评要挟，或成批恶意评价',
  systemFault: '评价系统或设备出错',
};

/** 证据 */
export const EVIDENCE_LABELS: Readonly<Record<EvidenceKind, string>> = {
  photo: '照片、截图',
  recording: '录音录像',
  caseLog: '办件或运维记录',
};

/** 性质 */
export const MISRATING_LABELS: Readonly<Record<MisratingKind, string>> = { mistaken: '误评', malicious: '恶意评价' };

/** 申诉环节 */
export const APPEAL_STEP_LABELS: Readonly<Record<AppealStep, string>> = {
  unit: '单位审核',
  insist: '本人决定是否坚持',
  review: '复核',
  supplement: '补充证据',
  second: '第二人确认',
  report: '报市修正',
  correct: '市里修正',
};

/** 回避的原因, to the person himself. */
export const CONFLICT_LABELS: Readonly<Record<Conflict, string>> = {
  rated: '您就是被评价的人',
  rater: '这条评价是您给的',
  ofUnit: '您在被评价的单位或它的上级单位任职',
  sameLine: '您在同一条线的单位任职',
  handled: '您办理过这张工单或这件申诉',
  decidedBefore: '评价人的异议针对您参与的裁定',
};
