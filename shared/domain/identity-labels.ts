import type { OpenedPart, OpeningPurpose, Proof, ProofLevel, ProofMethod } from './identity';

/** 实名程度 */
export const PROOF_LEVEL_LABELS: Readonly<Record<ProofLevel, string>> = {
  account: '未实名',
  phone: '手机号实名',
  caseMatch: '与办件相符',
  twoFactor: '姓名和身份证号相符',
  threeFactor: '姓名、身份证号和手机号相符',
  strong: '身份已核验',
};

/** 实名方式 */
export const PROOF_METHOD_LABELS: Readonly<Record<ProofMethod, string>> = {
  wechatPhone: '微信手机号',
  idNumber: '姓名和身份证号',
  province: '省统一身份认证',
  face: '人脸核验',
};

/** 用途 */
export const OPENING_PURPOSE_LABELS: Readonly<Record<OpeningPurpose, string>> = {
  followUp: '联系核实情况',
  review: '复核申诉',
  dispute: '核对身份争议',
};

/** 查看内容 */
export const OPENED_PART_LABELS: Readonly<Record<OpenedPart, string>> = {
  contact: '称呼和手机号',
  person: '完整身份',
};

/** What the rater reads of his own rating: 手机号实名 · 未实名（当时没有核对成） */
export const sayProof = ({ level, shortfall }: Pick<Proof, 'level' | 'shortfall'>): string =>
  shortfall === 'undetermined' ? `${PROOF_LEVEL_LABELS[level]}（当时没有核对成）` : PROOF_LEVEL_LABELS[level];

/** What of the 审计日志 is a reading of somebody's rating, in his words. */
const READINGS: Readonly<Record<string, string>> = {
  'ticket.show': '查看工单',
  'appeal.show': '查看申诉',
  'identity.open': '查看评价人信息',
  'quarantine.release': '核查评价',
  'quarantine.keep': '核查评价',
};

/** Undefined for what is no reading. */
export const sayReading = (action: string): string | undefined => READINGS[action];

/** `contact.followUp` → 称呼和手机号，联系核实情况; undefined for any other word. */
export const sayOpeningPurpose = (purpose: string): string | undefined => {
  const [part = '', why = ''] = purpose.split('.');
  const what = (OPENED_PART_LABELS as Readonly<Record<string, string>>)[part];
  const reason = (OPENING_PURPOSE_LABELS as Readonly<Record<string, string>>)[why];
  return what && reason ? `${what}，${reason}` : undefined;
};
