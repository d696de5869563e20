import { CLUE_STATE_LABELS } from '@shared/domain/labels';
import { sayDay } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import type { Input } from '../../api/actions';
import { call } from '../../api/call';
import { Cell } from '../../components/cell';
import { Empty } from '../../components/empty';
import { MoreOfList } from '../../components/more-of-list';
import { Skeleton } from '../../components/skeleton';
import { usePages } from '../../hooks/use-pages';
import { RefusedPage } from '../refusal/refused-page';
import './clue.css';
import { ClueSheet } from './clue-sheet';

const clues = (page: Input<'clue.list'>) => call('clue.list', page);

/** 线索, newest first; what was said is read after opening one. */
export const ClueList = () => {
  const { loaded, items, reload, more } = usePages(clues);
  const [opened, setOpened] = useState<string | null>(null);
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  if (loaded.state === 'loading') return <Skeleton lines={8} />;
  if (loaded.state === 'refused') return <RefusedPage refusal={loaded.refusal} onRetry={reload} />;
  const onDone = () => {
    setOpened(null);
    void reload();
  };
  return (
    <View id="clues">
      <View className="quiet clue__about">
        监督人员转交的密封线索。被评价的单位和人员看不到；打开一份会留下记录。您只回复办理状态。
      </View>
      {items.length === 0 ? (
        <Empty message="没有转交来的线索。" />
      ) : (
        <View className="cells">
          {items.map(({ clueId, clueNo, from, on, state }) => (
            <Cell
              key={clueId}
              id={`clue-${clueNo}`}
              title={`${CLUE_STATE_LABELS[state]} · ${sayDay(on)}`}
              onPress={() => setOpened(clueId)}
            >
              <View className="quiet as-typed">{from}转交</View>
              <View className="quiet">编号 {clueNo}</View>
            </Cell>
          ))}
        </View>
      )}
      <MoreOfList {...more} />
      {opened && <ClueSheet clueId={opened} onClose={() => setOpened(null)} onDone={onDone} />}
    </View>
  );
};
