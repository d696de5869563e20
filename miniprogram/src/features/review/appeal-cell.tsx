import { APPEAL_REASON_LABELS, APPEAL_STATE_LABELS } from '@shared/domain/appeal-labels';
import { LEVEL_LABELS } from '@shared/domain/labels';
import { sayDay } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Output } from '../../api/actions';
import { Cell } from '../../components/cell';
import { sayWhere } from '../rating/say-where';
import { DueTime } from '../ticket/due-time';
import '../ticket/ticket-cell.css';

type Props = {
  readonly appeal: Output<'appeal.list'>['items'][number];
  /** Something is still to be done, by whomever. */
  readonly isOpen: boolean;
};

const show = (ratingId: string) =>
  Taro.navigateTo({ url: `/review/appeal/index?ratingId=${encodeURIComponent(ratingId)}` });

/** One appeal of the list: why, where, how far, by when. */
export const AppealCell = ({ appeal, isOpen }: Props) => {
  const { ratingId, appealNo, state, reason, level, servedBy, filedOn, dueAt, remaining, isYours } = appeal;
  return (
    <Cell
      id={`appeal-${appealNo}`}
      title={
        <View className="ticket-cell__line">
          <View className="ticket-cell__level">{APPEAL_REASON_LABELS[reason]}</View>
          <View className="ticket-cell__state">{APPEAL_STATE_LABELS[state]}</View>
        </View>
      }
      onPress={() => void show(ratingId)}
    >
      <View className="quiet as-typed">{sayWhere(servedBy)}</View>
      <View className="quiet">
        评价为{LEVEL_LABELS[level]}，{sayDay(filedOn)}申诉
      </View>
      {isOpen && isYours && <View className="ticket-cell__turn ticket-cell__turn--you">轮到您</View>}
      {isOpen && <DueTime dueAt={dueAt} remaining={remaining} />}
      <View className="quiet ticket-cell__number">申诉编号 {appealNo}</View>
    </Cell>
  );
};
