import type { AppealReason, AppealRules, EvidenceKind, MisratingKind } from '../../domain/appeal';
import { type Clause, clause, propose } from '../../kernel/clause';
import { naturalDays, workingDays } from './national-ticket';

const NO_CLAUSE = propose('法规未规定');
const TWO_PERSONS = propose('法规只说核实，未规定几人；采纳和驳回都由两人决定，一人提出、另一人确认');

/** Where the place names what is to be done, its article; everything else is practice. */
export const appealBasisOf = (named: Partial<AppealRules['moveBasis']>): AppealRules['moveBasis'] => ({
  file: propose('国务院意见要求建立申诉复核机制，条文未取得；由被评价的工作人员通过所在单位提出'),
  supplement: propose('法规未规定补充材料；决定以前可以补充'),
  withdraw: propose('法规未规定撤回；决定以前可以撤回'),
  endorse: propose('法规只说通过所在单位；取单位写明意见后报送'),
  refuse: propose('法规只说通过所在单位，没有说单位可以拦下；取单位写明理由，本人仍可坚持'),
  insist: propose('法规没有说单位可以拦下申诉；本人坚持的照样送复核'),
  returnForEvidence: propose('法规只说核实；证据不够的退回补充一次，不直接驳回'),
  proposeGrant: TWO_PERSONS,
  proposeDenial: TWO_PERSONS,
  confirmGrant: TWO_PERSONS,
  confirmDenial: TWO_PERSONS,
  disagree: TWO_PERSONS,
  reportUp: NO_CLAUSE,
  confirmCorrection: NO_CLAUSE,
  declineCorrection: NO_CLAUSE,
  object: propose('法规未规定；评价人的话不予采纳，应当让他知道，并可提出一次异议'),
  renew: propose('法规未规定；有新证据的可以再申诉一次'),
  escalate: propose('法规未规定；单位不表态的直接送复核，复核超期的告诉上级'),
  lapse: propose('法规未规定；到期不补充、不坚持的，申诉失效'),
  ...named,
});

const reason = (kind: MisratingKind, from: string, ...evidence: readonly EvidenceKind[]) =>
  clause({ kind, evidence }, propose(`法规未列举申诉理由；${from}`));

/** The closed list, each with what it is and which evidence shows it. */
const REASONS: Readonly<Record<AppealReason, Clause<{ kind: MisratingKind; evidence: readonly EvidenceKind[] }>>> = {
  mistap: reason('mistaken', '文字是表扬、等级是差评的，凭回访录音或截图认定误触', 'recording', 'photo', 'caseLog'),
  wrongTarget: reason(
    'mistaken',
    '评的是别的窗口、部门或事项，凭排班、叫号或办件记录认定',
    'photo',
    'recording',
    'caseLog',
  ),
  otherService: reason('mistaken', '说的不是这一次服务，凭办件记录或录像认定', 'caseLog', 'recording'),
  duplicate: reason('mistaken', '同一次服务已经评过，凭办件记录认定', 'caseLog', 'photo'),
  unrelated: reason('malicious', '与服务无关的内容、广告，凭截图或办件记录认定', 'photo', 'caseLog'),
  impersonation: reason('malicious', '冒用他人身份，凭办件记录或录像认定', 'caseLog', 'recording'),
  coercion: reason('malicious', '以差评胁迫勒索，或竞争性批量差评，凭录音录像或聊天截图认定', 'recording', 'photo'),
  systemFault: reason('mistaken', '评价系统或设备故障，凭故障截图或运维记录认定', 'photo', 'caseLog'),
};

/** What every place starts from. No regulation found gives an appeal a number of days. */
export const nationalAppeal: AppealRules = {
  unitWithin: clause(workingDays(3), propose('法规未规定；取3个工作日，单位不表态的直接送复核')),
  insistWithin: clause(workingDays(3), propose('法规未规定；取3个工作日')),
  reviewWithin: clause(workingDays(10), propose('法规未规定；要核对录像、办件记录并听评价人说，取10个工作日')),
  supplementWithin: clause(workingDays(5), propose('法规未规定；取5个工作日')),
  secondWithin: clause(workingDays(3), propose('法规未规定；取3个工作日')),
  reportWithin: clause(null, propose('国家层面未见报上级修正的规定')),
  correctWithin: clause(workingDays(10), propose('法规未规定；与复核相同，取10个工作日')),
  objectWithin: clause(naturalDays(15), propose('法规未规定；评价人不一定每天看手机，取15个自然日')),
  renewWithin: clause(workingDays(10), propose('法规未规定；取10个工作日')),
  renewalsAtMost: clause(1, propose('法规未规定；有新证据的再申诉一次为限')),
  supplementsAtMost: clause(5, propose('法规未规定；材料应当一次备齐，没有退回也要补的，5次已足够')),
  reasons: REASONS,
  reviewedBy: {
    city: clause('sameLevel', propose('国家层面未见分级复核的规定；由同级政务服务管理机构复核')),
    county: clause('sameLevel', propose('国家层面未见分级复核的规定；由同级政务服务管理机构复核')),
    town: clause('county', propose('国家层面未见分级复核的规定；镇村没有复核机构，由县级复核')),
    village: clause('county', propose('国家层面未见分级复核的规定；镇村没有复核机构，由县级复核')),
  },
  correctedBy: clause(null, propose('国家层面未见报上级修正的规定')),
  moveBasis: appealBasisOf({}),
};
