import { sayPercent, sayRemaining } from '@shared/domain/labels';
import { sayDay } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import type { Output } from '../../api/actions';
import { told } from '../../components/accessible';
import { Card } from '../../components/card';
import { Cell } from '../../components/cell';
import { Empty } from '../../components/empty';
import { Icon } from '../../components/icon';
import { Skeleton } from '../../components/skeleton';
import { useAnswer } from '../../hooks/use-answer';
import { RefusedPage } from '../refusal/refused-page';
import './due-time.css';
import './overdue-board.css';
import './ticket-list.css';

type Board = Output<'ticket.overdue'>;
type Unit = Board['units'][number];

const FollowUpRate = ({ followUp, since }: Pick<Board, 'followUp' | 'since'>) => (
  <Card id="follow-up-rate" heading="实名差评回访率">
    {followUp.of === 0 ? (
      <View>{sayDay(since)}以来没有实名差评。</View>
    ) : (
      <View>
        <View className="overdue-board__rate">
          {sayPercent({ numerator: followUp.reached, denominator: followUp.of })}
        </View>
        <View>
          实名差评 {followUp.of} 件，已回访 {followUp.reached} 件
        </View>
        <View className="quiet">{sayDay(since)}以来，联系上的和按规定次数联系过的都算已回访；目标 100%。</View>
      </View>
    )}
  </Card>
);

const Late = ({ late, longest, escalated }: Unit) =>
  late === 0 ? (
    <View className="quiet">没有超期</View>
  ) : (
    <View className="due-time due-time--late">
      <Icon name="warning" className="icon--small due-time__icon" />
      <View className="due-time__text">
        超期 {late} 件{longest && `，最久的${sayRemaining(longest)}`}
        {escalated > 0 && `；已报上级 ${escalated} 件`}
      </View>
    </View>
  );

const UnitRow = ({ unit }: { readonly unit: Unit }) => (
  <Cell id={`unit-${unit.unitId}`} title={<View className="overdue-board__unit as-typed">{unit.unit}</View>}>
    <Late {...unit} />
    <View className="quiet">
      未办结 {unit.open} 件
      {unit.followUp.of > 0 && ` · 实名差评 ${unit.followUp.of} 件，已回访 ${unit.followUp.reached} 件`}
    </View>
  </Cell>
);

/** 逾期看板 of the jurisdiction, units with the most that is late first. */
export const OverdueBoard = () => {
  const { loaded, reload } = useAnswer('ticket.overdue', {});
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  if (loaded.state === 'loading') return <Skeleton lines={8} />;
  if (loaded.state === 'refused') return <RefusedPage refusal={loaded.refusal} onRetry={reload} />;
  const { scope, units, ...rate } = loaded.value;
  return (
    <View id="overdue">
      <View className="ticket-list__scope" {...told({ role: 'heading', level: 2 })}>
        {scope}
      </View>
      <FollowUpRate {...rate} />
      {units.length === 0 ? (
        <Empty message="辖区内没有未办结的工单。" />
      ) : (
        <View className="cells">
          {units.map((unit) => (
            <UnitRow key={unit.unitId} unit={unit} />
          ))}
        </View>
      )}
    </View>
  );
};
