import { TICKET_STATE_LABELS } from '@shared/domain/labels';
import type { TicketRules } from '@shared/domain/ticket';
import type { Ticket } from './move-draft';
import { clockOf, isContacted, isHandling } from './moves-now';

const sayContact = (ticket: Ticket, rules: TicketRules): string => {
  const { attempts } = ticket.handling;
  const { count, days } = rules.unreachableAfter.value;
  if (isContacted(ticket, rules)) return '请核实情况，填写回访结论。';
  if (attempts.length === 0) return '请联系评价人，核实情况，并记录联系结果。';
  return `已联系 ${attempts.length} 次，还没有联系上，请继续联系。至少联系 ${count} 次、分 ${days} 天，仍联系不上的可以填写回访结论。`;
};

const sayCure = ({ handling, history }: Ticket): string => {
  const { classification, reopenings } = handling;
  const latest = history[history.length - 1]?.text ?? '';
  if (handling.rectification !== null && (reopenings === 0 || latest.includes('退回')))
    return '审核未通过，请按退回意见整改后重新提交。';
  if (classification === null) return '请先研判是什么问题，再整改。';
  return reopenings > 0 ? '评价人不满意，请重新办理并提交结果。' : '请整改，并提交整改结果和给评价人的答复。';
};

const sayWatched = ({ unit, state, handling: { extension } }: Ticket): string =>
  extension?.state === 'asked'
    ? `${unit}申请延期 ${extension.days} 个工作日，请答复。`
    : `${unit}正在办理（${TICKET_STATE_LABELS[state]}），暂不需要您操作。`;

/** What is to be done next, in one sentence, for whoever looks. */
export const sayNext = (ticket: Ticket, rules: TicketRules): string => {
  const { state, moves, unit } = ticket;
  switch (state) {
    case 'awaitingDispatch':
      return moves.includes('dispatch') ? '请派给能办理的单位。' : '等待主管单位派单。';
    case 'awaitingAcceptance':
      return isHandling(ticket) ? '请签收，并联系评价人。' : sayWatched(ticket);
    case 'awaitingFollowUp':
      return isHandling(ticket) ? sayContact(ticket, rules) : sayWatched(ticket);
    case 'rectifying':
      return isHandling(ticket) ? sayCure(ticket) : sayWatched(ticket);
    case 'awaitingVerification':
      return moves.includes('verify')
        ? `${unit}已提交整改结果，请审核：通过的请评价人评定，不通过的退回。`
        : '整改结果已提交，等待主管单位审核。';
    case 'awaitingVerdict':
      return '答复已发给评价人，等待评定；到期不评定的，工单办结。';
    case 'closed':
      return '工单已办结。';
    case 'setAside':
      return '工作人员的申诉经两人复核采纳，这条评价不予采纳、不计入统计，工单终止，不用再办。';
  }
};

/** The clock that this step runs against. */
export const clockNow = (ticket: Ticket) => {
  switch (ticket.state) {
    case 'awaitingDispatch':
      return clockOf(ticket, 'dispatch');
    case 'awaitingAcceptance':
    case 'awaitingFollowUp':
      return clockOf(ticket, 'accept') ?? clockOf(ticket, 'rectify');
    case 'rectifying':
      return clockOf(ticket, 'rectify');
    case 'awaitingVerification':
      return clockOf(ticket, 'verify');
    case 'awaitingVerdict':
      return clockOf(ticket, 'verdict');
    default:
      return undefined;
  }
};
