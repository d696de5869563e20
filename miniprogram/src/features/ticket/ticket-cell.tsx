import { LEVEL_LABELS, TICKET_STATE_LABELS } from '@shared/domain/labels';
import { sayDay } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Output } from '../../api/actions';
import { Cell } from '../../components/cell';
import { RemainingTime } from './remaining';
import './ticket-cell.css';

type Props = { readonly ticket: Output<'ticket.list'>['items'][number] };

const show = (ratingId: string) =>
  Taro.navigateTo({ url: `/staff/ticket/index?ratingId=${encodeURIComponent(ratingId)}` });

/** One ticket of the list: what, where, and how long there is. */
export const TicketCell = ({ ticket }: Props) => {
  const { ratingId, ticketNo, state, level, servedBy, unit, ratedOn, remaining } = ticket;
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
      <View className="as-typed">
        {servedBy.center} {servedBy.window}
      </View>
      {servedBy.item && <View className="quiet as-typed">{servedBy.item}</View>}
      <View className="quiet">
        {sayDay(ratedOn)}评价 · {unit}
      </View>
      <RemainingTime remaining={remaining} />
    </Cell>
  );
};
