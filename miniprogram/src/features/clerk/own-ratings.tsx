import { sayDay } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { Output } from '../../api/actions';
import { Card } from '../../components/card';
import { Cell } from '../../components/cell';
import { Disclosure } from '../../components/disclosure';
import { Skeleton } from '../../components/skeleton';
import { useAnswer } from '../../hooks/use-answer';
import { MonthSwitch } from '../figures/month-switch';
import { RefusedPage } from '../refusal/refused-page';
import { LevelBars } from './level-bars';
import './own-ratings.css';
import { SaidSide } from './said-side';

type Answered = Output<'rating.ofMe'>;

/** 2026年11月17日至21日: both days lie in one month. */
const sayDays = (first: string, last: string): string =>
  first === last ? sayDay(first) : `${sayDay(first)}至${Number(last.slice(-2))}日`;

const Shown = ({ shown }: { readonly shown: NonNullable<Answered['shown']> }) => (
  <View id="own-shown">
    <Card heading={`${sayDays(shown.firstDay, shown.lastDay)}，共 ${shown.count} 条`}>
      <LevelBars levels={shown.levels} />
    </Card>
    <View className="own__sides">
      <SaidSide id="own-praise" heading="满意的" side={shown.praise} />
      <SaidSide id="own-complaint" heading="不满意的" side={shown.complaint} />
    </View>
  </View>
);

const TooFew = ({ month, thisMonth, smallestBatch }: Answered) => (
  <Card id="own-too-few">
    <View>能显示的评价还不满 {smallestBatch} 条。</View>
    <View className="quiet">
      {month === thisMonth ? '这不代表没有人评价您，过几天再来看看。' : '这不代表那个月没有人评价您。'}
    </View>
  </Card>
);

/** 我的评价情况: in words and bars, praise and complaint side by side; only what tells nobody who it was. */
export const OwnRatings = () => {
  const [month, setMonth] = useState<string>();
  const { loaded, reload } = useAnswer('rating.ofMe', month === undefined ? {} : { month });
  if (loaded.state === 'loading') return <Skeleton lines={8} />;
  if (loaded.state === 'refused') return <RefusedPage refusal={loaded.refusal} onRetry={reload} />;
  const { value } = loaded;
  const isBehind = month !== undefined && month !== value.month;
  return (
    <View>
      <MonthSwitch month={month ?? value.month} thisMonth={value.thisMonth} onTurn={setMonth} />
      {isBehind ? <Skeleton lines={6} /> : value.shown ? <Shown shown={value.shown} /> : <TooFew {...value} />}
      <View className="cells">
        <Cell id="to-told" title="对我的差评" onPress={() => void Taro.navigateTo({ url: '/clerk/told/index' })}>
          <View className="quiet">单位签收后次日告知您，可以说明情况、提出申诉</View>
        </Cell>
      </View>
      <Card>
        <View>为保护评价人，评价每满 {value.smallestBatch} 条才一起显示，当天的和不满一批的先不显示。</View>
        <Disclosure id="own-why" title="还有哪些不在这里">
          <View>待核查、不予采纳或已被替代的评价，连同它所在的一批；没有人评价时系统记的默认评价。</View>
          <View className="own__why">
            原话不按时间排列，里面的电话、证件号等号码已经隐去。差评由责任人员联系评价人，请不要自行打听是谁评价的。
          </View>
        </Disclosure>
      </Card>
    </View>
  );
};
