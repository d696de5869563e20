import type { OrgLevel } from '../../domain/organization';
import type { TicketRules } from '../../domain/ticket';
import type { TicketMove } from '../../domain/ticket-table';
import type { Span } from '../../domain/working-time';
import { type Citation, type Clause, clause, propose } from '../../kernel/clause';

/** One clause that holds at all four levels. */
export const atEveryLevel = <T>(same: Clause<T>): Readonly<Record<OrgLevel, Clause<T>>> => ({
  city: same,
  county: same,
  town: same,
  village: same,
});

export const workingDays = (count: number): Span => ({ count, unit: 'workingDay' });
export const naturalDays = (count: number): Span => ({ count, unit: 'naturalDay' });

const PRACTICE = propose('国家文件相应段落未取得；按差评核实、整改、反馈的通行做法');

/** Where the place names what is to be done, its article; everything else is practice. */
export const moveBasisOf = (named: Partial<Record<TicketMove, Citation>>): TicketRules['moveBasis'] => ({
  dispatch: PRACTICE,
  redirect: propose('上海2019年原则上一律不准退单；取说明理由后可转办一次'),
  accept: PRACTICE,
  classify: propose('《政务服务“一次一评”“一事一评”工作规范》（GB/T 39734-2020）第9.1条分类研判（仅见目录）'),
  askStatement: propose('法规未规定；差评属实与否，先听被评价的工作人员说'),
  giveStatement: propose('法规未规定；差评属实与否，先听被评价的工作人员说'),
  recordAttempt: PRACTICE,
  recordFollowUp: PRACTICE,
  plan: propose('襄城县城关镇2024年做法：复杂问题列出台账、限期办结'),
  submitRectification: PRACTICE,
  sendBack: PRACTICE,
  verify: PRACTICE,
  askExtension: propose('法规未规定延期；取到期前申请一次、主管单位同意'),
  grantExtension: propose('法规未规定延期；取到期前申请一次、主管单位同意'),
  denyExtension: propose('法规未规定延期；取到期前申请一次、主管单位同意'),
  remind: propose('法规未规定催办；各地通行'),
  supervise: propose('法规未规定督办；各地通行'),
  escalate: propose('潢川县2021年做法：逾期的通报、问责；取先提醒单位、再报主管单位'),
  acceptResult: propose('某市实施意见：评价人对整改情况分满意、基本满意、不满意评定'),
  reopen: propose('某市实施意见：评价人对整改情况可评不满意；取不满意的重新办理一次'),
  lapse: propose('法规未规定；评价人不评定的，到期办结，不视为满意'),
  setAside: propose('国家层面未见不予采纳的规定；不予采纳的评价没有可整改的，工单终止'),
  restore: propose('法规未规定；异议成立的，回到终止以前'),
  ...named,
});

/** What every place starts from; the State Council's opinion says 及时 and 限期 and gives no number. */
export const nationalTicket: TicketRules = {
  dispatchWithin: clause(workingDays(1), propose('法规只要求及时转办；各地常见做法为1个工作日内')),
  acceptWithin: clause(workingDays(1), propose('法规只要求及时、第一时间回访；上海2019年要求当天联系，取1个工作日内')),
  rectifyWithin: clause(
    workingDays(5),
    propose('法规只要求及时、限期整改；德州市2020年工作方案、襄城县城关镇2024年做法为5个工作日，另有7日、15个工作日的'),
  ),
  rectifyComplexWithin: clause(
    workingDays(15),
    propose('法规未规定；四川某市2020年为15个工作日，临武县复杂问题为15个自然日，取15个工作日'),
  ),
  rectifyAgainWithin: clause(workingDays(2), propose('法规未规定；退回的只补不足之处，取2个工作日')),
  verifyWithin: clause(workingDays(2), propose('法规未规定；取2个工作日，免得评价人久等')),
  verdictWithin: clause(naturalDays(7), propose('法规未规定；取7个自然日，同潮州市默认评价的期限')),
  extendAtMost: clause(workingDays(10), propose('法规未规定延期；取至多10个工作日，一次为限')),
  escalateAfter: clause(workingDays(2), propose('法规未规定；先提醒本单位，2个工作日后仍未办的报主管单位')),
  unreachableAfter: clause({ count: 3, days: 2 }, propose('法规未规定；热线回访的通行做法，在不同的两天至少联系三次')),
  redirectsAtMost: clause(1, propose('上海2019年原则上一律不准退单；取一次为限')),
  statementWithin: clause(workingDays(2), propose('法规未规定；取2个工作日，免得评价人久等')),
  statementsAtMost: clause(5, propose('法规未规定；说明可以更正，5次已足够')),
  appealWithin: clause(workingDays(5), propose('法规未规定；自单位签收、告知本人之日起取5个工作日')),
  reopeningsAtMost: clause(1, propose('法规未规定；取重新办理一次')),
  handlingChecks: {
    quickestMinutes: clause(10, propose('法规未规定；签收不到10分钟就办完的，请审核人留意')),
    sameTexts: clause(3, propose('法规未规定；最近答复中有3条一字不差的，请审核人留意')),
    resultsPerHour: clause(10, propose('法规未规定；一人一小时提交超过10件的，请审核人留意')),
  },
  handledBy: atEveryLevel(
    clause(
      'unit',
      propose('国家文件相应段落未取得；德州市2020年工作方案：按照“谁办理、谁负责”的原则由业务办理单位回访核实'),
    ),
  ),
  moveBasis: moveBasisOf({}),
};
