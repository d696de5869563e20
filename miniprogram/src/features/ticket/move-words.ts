import { saySpan } from '@shared/domain/labels';
import type { TicketRules } from '@shared/domain/ticket';
import type { OfficialMove, Ticket } from './move-draft';

type Text = { readonly label: string; readonly placeholder: string };

/** The one text that a move asks for. */
export const TEXT_OF: Readonly<Partial<Record<OfficialMove, Text>>> = {
  redirect: { label: '转办理由', placeholder: '为什么不归本单位办，应归哪里办' },
  recordAttempt: { label: '备注（可不填）', placeholder: '说了什么，约定什么' },
  recordFollowUp: { label: '核实情况', placeholder: '核实到什么，依据是什么' },
  plan: { label: '整改方案', placeholder: '怎样改，谁负责，什么时候完成' },
  sendBack: { label: '退回意见', placeholder: '哪里不够，还要补什么' },
  askExtension: { label: '延期理由', placeholder: '为什么到期办不完' },
  denyExtension: { label: '不同意的理由', placeholder: '为什么不同意' },
  supervise: { label: '督办意见', placeholder: '要求做什么' },
};

/** What follows from a move, before it is made. */
export const sayEffect = (move: OfficialMove, { unit, handling }: Ticket, rules: TicketRules): string => {
  const { count, days } = rules.unreachableAfter.value;
  switch (move) {
    case 'dispatch':
      return `派单后，该单位会收到消息，须在 ${saySpan(rules.acceptWithin.value)}内签收并联系评价人。`;
    case 'redirect':
      return '工单退到主管单位重新派单，整改期限不停；只能转办一次。';
    case 'askStatement':
      return `被评价的工作人员会收到消息，在 ${saySpan(rules.statementWithin.value)}内说明情况；他看不到是谁评价的。`;
    case 'recordAttempt':
      return `每联系一次记一次。无人接听或号码不对的，至少联系 ${count} 次、分 ${days} 天，仍联系不上的才能填写回访结论。`;
    case 'submitRectification':
      return '提交后由主管单位审核，通过的发给评价人评定。';
    case 'sendBack':
      return `${unit}会看到退回意见，按整改期限重新提交，至少有 ${saySpan(rules.rectifyAgainWithin.value)}。`;
    case 'verify':
      return `通过后，评价人会看到下面的答复，并在 ${saySpan(rules.verdictWithin.value)}内评定；不满意的退回重新办理。`;
    case 'askExtension':
      return `至多延期 ${saySpan(rules.extendAtMost.value)}，到期前申请，一次为限，由主管单位答复。`;
    case 'grantExtension':
    case 'denyExtension':
      return `${unit}申请延期 ${handling.extension?.days ?? 0} 个工作日：${handling.extension?.reason ?? ''}`;
    case 'remind':
      return `${unit}会收到催办消息。`;
    case 'supervise':
      return `${unit}会收到督办意见，工单标为督办。`;
    default:
      return '';
  }
};

/** Said on the page when it is done. */
export const DONE_WORDS: Readonly<Record<OfficialMove, string>> = {
  dispatch: '已派单。',
  redirect: '已申请转办，由主管单位重新派单。',
  accept: '已签收。',
  classify: '已研判。',
  askStatement: '已请工作人员说明情况。',
  recordAttempt: '已记录联系结果。',
  recordFollowUp: '已填写回访结论。',
  plan: '已填写整改方案。',
  submitRectification: '已提交，等待主管单位审核。',
  sendBack: '已退回。',
  verify: '已审核通过，评价人会收到答复。',
  askExtension: '已申请延期，等待主管单位答复。',
  grantExtension: '已同意延期。',
  denyExtension: '已答复不同意延期。',
  remind: '已催办。',
  supervise: '已督办。',
};
