import { type Instant, sayMoment } from '../kernel/time';
import type { Subject } from './subject';
import type { Ticket, TicketState, TicketStep } from './ticket';
import { clockOf } from './ticket-clocks';
import type { MoveInput } from './ticket-moves';

export type Addressee = 'rater' | 'rated' | 'unit' | 'bureau' | 'upper';
export type Message = { readonly to: Addressee; readonly text: string };

const by = (dueAt: Instant | undefined) => (dueAt === undefined ? '及时' : `在${sayMoment(dueAt)}前`);
/** Steps that are the bureau's own to do; whoever is told of its delay is told what is missing. */
const OF_THE_BUREAU: Partial<Record<TicketState, string>> = { awaitingDispatch: '派单', awaitingVerification: '审核' };

/** Told first to whoever must act, then to the bureau above him. */
const escalated = (which: string, { state, handling }: Ticket, unit: string): Message => {
  const missing = OF_THE_BUREAU[state];
  if (handling.escalation === 1) {
    return missing
      ? { to: 'bureau', text: `${which}已超期，请立即${missing}。` }
      : { to: 'unit', text: `${which}已超期，请立即办理。` };
  }
  return missing
    ? { to: 'upper', text: `${which}超期后主管单位仍未${missing}，请督促。` }
    : { to: 'bureau', text: `${which}超期后仍未办理，责任单位是${unit}。` };
};

const byThen = ({ handling: { statement } }: Ticket) => by(statement?.dueAt ?? undefined);

/** Told once, with the first 签收: what happens and what he can do. Never when it was given. */
const toldRated = ({ ticketNo, handling: { acceptedAt, toldRated: told } }: Ticket): readonly Message[] =>
  told?.at === acceptedAt
    ? [
        {
          to: 'rated',
          text: `有一条对您的差评（工单号${ticketNo}），单位正在核实。您可以说明情况；认为评价有误的，可以${by(told?.appealBy?.dueAt)}申诉。`,
        },
      ]
    : [];

const dueOf = (ticket: Ticket, step: TicketStep) => by(clockOf(ticket, step)?.deadline?.dueAt);

/** Whom a move tells, and what: what to do next and by when. The rater never reads who did it, the unit never who he is. */
export const messagesOf = (
  ticket: Ticket,
  input: MoveInput,
  { names, staffId }: Pick<Subject, 'names' | 'staffId'>,
  unit: string,
): readonly Message[] => {
  const which = `差评工单${ticket.ticketNo}（${names.center}${names.window}）`;
  const to = (addressee: Addressee, text: string): Message => ({ to: addressee, text });
  switch (input.move) {
    case 'dispatch':
      return [
        to('unit', `${which}派给本单位，请${dueOf(ticket, 'accept')}签收并联系评价人。`),
        to('rater', `您反映的问题（工单号${ticket.ticketNo}）已交${unit}办理。`),
      ];
    case 'redirect':
      return [to('bureau', `${which}由${unit}申请转办：${input.reason}。请${dueOf(ticket, 'dispatch')}派单。`)];
    case 'accept':
      return [
        to('rater', `您反映的问题（工单号${ticket.ticketNo}）已由${unit}签收，正在核实。`),
        ...(staffId === null ? [] : toldRated(ticket)),
      ];
    case 'askStatement':
      return staffId === null
        ? []
        : [to('rated', `${unit}请您就一条差评（工单号${ticket.ticketNo}）${byThen(ticket)}说明情况。`)];
    case 'giveStatement':
      return [to('unit', `${which}被评价的工作人员说明了情况，请查看。`)];
    case 'submitRectification':
      return [to('bureau', `${which}已提交整改结果，请${dueOf(ticket, 'verify')}审核。`)];
    case 'sendBack':
      return [to('unit', `${which}的整改被退回：${input.reason}。请${dueOf(ticket, 'rectify')}重新提交。`)];
    case 'verify':
      return [
        to(
          'rater',
          `您反映的问题（工单号${ticket.ticketNo}）有了整改结果，请${dueOf(ticket, 'verdict')}查看并评定；到期不评定的，工单办结。`,
        ),
      ];
    case 'askExtension':
      return [to('bureau', `${which}申请延期${input.days}个工作日：${input.reason}。请及时答复。`)];
    case 'grantExtension':
      return [to('unit', `${which}同意延期，请${dueOf(ticket, 'rectify')}整改。`)];
    case 'denyExtension':
      return [to('unit', `${which}不同意延期：${input.reason}。请${dueOf(ticket, 'rectify')}整改。`)];
    case 'remind':
      return [to('unit', `催办：${which}请尽快办理。`)];
    case 'supervise':
      return [to('unit', `督办：${which}${input.reason}。`)];
    case 'escalate':
      return [escalated(which, ticket, unit)];
    case 'reopen':
      return ticket.state === 'closed'
        ? [
            to('unit', `${which}重新办理后评价人仍不满意，工单办结。`),
            to('bureau', `${which}重新办理后评价人仍不满意，工单办结。`),
          ]
        : [
            to('unit', `${which}评价人对结果不满意，请${dueOf(ticket, 'rectify')}重新办理。`),
            to('bureau', `${which}评价人对结果不满意，已退回${unit}重新办理。`),
          ];
    case 'acceptResult':
      return [to('unit', `${which}评价人已评定，工单办结。`)];
    case 'lapse':
      return [to('rater', `您反映的问题（工单号${ticket.ticketNo}）已到评定期限，工单办结；您仍可以追加评价。`)];
    default:
      return [];
  }
};
