import { LEVEL_LABELS, TICKET_STATE_LABELS } from '@shared/domain/labels';
import { sayMoment } from '@shared/kernel/time';
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

const WHOSE: Readonly<Record<Ticket['turn']['whose'], string>> = {
  you: '轮到您',
  unit: '等责任单位',
  bureau: '等监督人员',
  rater: '等评价人',
  nobody: '',
};

/** Whose turn it is, and until when. The time of the rater is no deadline of ours. */
const Turn = ({ turn: { whose, next }, dueAt, remaining }: Pick<Ticket, 'turn' | 'dueAt' | 'remaining'>) =>
  whose === 'nobody' ? null : (
    <View>
      <View className={whose === 'you' ? 'ticket-cell__turn ticket-cell__turn--you' : 'ticket-cell__turn'}>
        {WHOSE[whose]}：{next}
      </View>
      {whose !== 'rater' && <DueTime dueAt={dueAt} remaining={remaining} />}
      {whose === 'rater' && dueAt !== null && <View className="quiet">{sayMoment(dueAt)} 前可以评定</View>}
    </View>
  );

const show = (ratingId: string) =>
  Taro.navigateTo({ url: `/staff/ticket/index?ratingId=${encodeURIComponent(ratingId)}` });

/** One ticket of the list: what, where, whose turn, by when. */
export const TicketCell = ({ ticket, scope }: Props) => {
  const { ratingId, ticketNo, state, level, said, servedBy, unit } = ticket;
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
      <Turn {...ticket} />
      <View className="quiet ticket-cell__number">工单编号 {ticketNo}</View>
    </Cell>
  );
};
