import { LEVEL_LABELS } from '@shared/domain/labels';
import { sayDay } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import type { Input, Output } from '../../api/actions';
import { call } from '../../api/call';
import { Cell } from '../../components/cell';
import { Empty } from '../../components/empty';
import { MoreOfList } from '../../components/more-of-list';
import { Skeleton } from '../../components/skeleton';
import { usePages } from '../../hooks/use-pages';
import { sayWhere } from '../rating/say-where';
import { RefusedPage } from '../refusal/refused-page';
import { DecisionSheet } from './decision-sheet';
import './quarantine.css';

type Waiting = Output<'quarantine.list'>['items'][number];

const waiting = (page: Input<'quarantine.list'>) => call('quarantine.list', page);

const WaitingCell = ({ rating, onOpen }: { readonly rating: Waiting; readonly onOpen: () => void }) => (
  <Cell id={`waiting-${rating.ratingId}`} title={LEVEL_LABELS[rating.level]} onPress={onOpen}>
    <View className="quarantine__why">{rating.reason}</View>
    <View className="quiet as-typed">{sayWhere(rating.servedBy)}</View>
    <View className="quiet">{sayDay(rating.ratedOn)}</View>
  </Cell>
);

/** 待核查评价, those that wait longest first. */
export const QuarantineList = () => {
  const { loaded, items, reload, more } = usePages(waiting);
  const [open, setOpen] = useState<Waiting>();
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  if (loaded.state === 'loading') return <Skeleton lines={8} />;
  if (loaded.state === 'refused') return <RefusedPage refusal={loaded.refusal} onRetry={reload} />;
  const close = () => setOpen(undefined);
  return (
    <View id="quarantine">
      <View className="quiet quarantine__about">这些评价照常受理和办理，核查以前先不计入统计。</View>
      {items.length === 0 ? (
        <Empty message="没有待核查的评价。" />
      ) : (
        <View className="cells">
          {items.map((rating) => (
            <WaitingCell key={rating.ratingId} rating={rating} onOpen={() => setOpen(rating)} />
          ))}
        </View>
      )}
      <MoreOfList {...more} />
      {open && (
        <DecisionSheet
          rating={open}
          onClose={close}
          onDone={() => {
            close();
            void reload();
          }}
        />
      )}
    </View>
  );
};
