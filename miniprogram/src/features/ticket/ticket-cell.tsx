import { LEVEL_LABELS, TICKET_STATE_LABELS } from '@shared/domain/labels';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Output } from '../../api/actions';
import { Cell } from '../../components/cell';
import { sayWhere } from '../rating/say-where';
import { DueTime } from './due-time';
import './ticket-cell.css';

type Ticket = Output<'ticket.list'>['items'][number];
type Props = {
  readonly ticket: Ticket;
  /** Whose list it is: a unit that answers for all of it is not named on every row. */
  readonly scope: string;
};

const show = (ratingId: string) =>
  Taro.navigateTo({ url: `/staff/ticket/index?ratingId=${encodeURIComponent(ratingId)}` });

/** One ticket of the list: what, where, by when. */
export const TicketCell = ({ ticket, scope }: Props) => {
  const { ratingId, ticketNo, state, level, said, servedBy, unit, dueAt, remaining } = ticket;
  return (
    <Cell
      id={`ticket-${ticketNo}`}
      title={
        <View className="ticket-cell__line">
          <View className="ticket-cell__level">{LEVEL_LABELS[level]}</View>
          <View className="ticket-cell__state">{TICKET_STATE_LABELS[state]}</View>
        </View>
      }
      onPress={() => void show(ratingId)}
    >
      {said !== '' && <View className="ticket-cell__said">{said}</View>}
      <View className="quiet as-typed">{sayWhere(servedBy)}</View>
      {unit !== scope && <View className="quiet as-typed">责任单位 {unit}</View>}
      <DueTime dueAt={dueAt} remaining={remaining} />
      <View className="quiet ticket-cell__number">工单编号 {ticketNo}</View>
    </Cell>
  );
};
