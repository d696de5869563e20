import { LEVEL_LABELS, TICKET_STATE_LABELS } from '@shared/domain/labels';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Cell } from '../../components/cell';
import '../ticket/ticket-cell.css';
import { isHisTurn, type ToldItem } from './told-stage';
import { sayNext, sayWhen } from './told-words';

type Props = { readonly told: ToldItem };

/** One bad rating of the clerk who looks: what was said, where and when, and what he can do. */
export const ToldCell = ({ told }: Props) => {
  const { ticketNo, level, tags, comment, at, ticketState } = told;
  return (
    <Cell
      id={`told-${ticketNo}`}
      title={
        <View className="ticket-cell__line">
          <View className="ticket-cell__level">{LEVEL_LABELS[level]}</View>
          <View className="ticket-cell__state">{TICKET_STATE_LABELS[ticketState]}</View>
        </View>
      }
      onPress={() => void Taro.navigateTo({ url: `/clerk/appeal/index?ticketNo=${ticketNo}` })}
    >
      {tags.length > 0 && <View className="as-typed">{tags.join('、')}</View>}
      {comment !== '' && <View className="ticket-cell__said">{comment}</View>}
      <View className="quiet as-typed">
        {at.window} · {sayWhen(told)}
      </View>
      <View className={isHisTurn(told) ? 'ticket-cell__turn ticket-cell__turn--you' : 'ticket-cell__turn'}>
        {sayNext(told, Date.now())}
      </View>
    </Cell>
  );
};
