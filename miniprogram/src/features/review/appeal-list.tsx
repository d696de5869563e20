import { APPEAL_FILTER_LABELS, APPEAL_FILTERS, type AppealFilter } from '@shared/domain/appeal-filters';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import type { Output } from '../../api/actions';
import { call } from '../../api/call';
import { told } from '../../components/accessible';
import { Cell } from '../../components/cell';
import { Chip } from '../../components/chip';
import { Empty } from '../../components/empty';
import { MoreOfList } from '../../components/more-of-list';
import { Skeleton } from '../../components/skeleton';
import { usePages } from '../../hooks/use-pages';
import { useReturn } from '../../hooks/use-return';
import { RefusedPage } from '../refusal/refused-page';
import '../ticket/filter-chips.css';
import '../ticket/ticket-list.css';
import { AppealCell } from './appeal-cell';

type List = Output<'appeal.list'>;

const STATISTICS = '/review/statistics/index';

const NOTHING: Readonly<Record<AppealFilter, string>> = {
  todo: '现在没有要您办的申诉。',
  open: '没有进行中的申诉。',
  done: '还没有结束的申诉。',
};

const labelOf = (filter: AppealFilter, counts: List['counts']): string =>
  filter === 'done' ? APPEAL_FILTER_LABELS[filter] : `${APPEAL_FILTER_LABELS[filter]} ${counts[filter]}`;

type HeadProps = {
  readonly head: List;
  readonly filter: AppealFilter;
  readonly onChoose: (filter: AppealFilter) => void;
};

const Head = ({ head, filter, onChoose }: HeadProps) => (
  <View>
    <View className="ticket-list__scope" {...told({ role: 'heading', level: 2 })}>
      {head.scope}
    </View>
    <View className="chips filter-chips" id="filters" {...told({ role: 'radiogroup', label: '筛选' })}>
      {APPEAL_FILTERS.map((one) => (
        <Chip
          key={one}
          id={`filter-${one}`}
          role="radio"
          label={labelOf(one, head.counts)}
          chosen={one === filter}
          onToggle={() => onChoose(one)}
        />
      ))}
    </View>
  </View>
);

type UnderProps = { readonly filter: AppealFilter; readonly onHead: (list: List) => void };

const AppealsUnder = ({ filter, onHead }: UnderProps) => {
  const load = useCallback((page: { cursor?: string }) => call('appeal.list', { filter, ...page }), [filter]);
  const { loaded, items, reload, more } = usePages(load);
  const first = loaded.state === 'ready' ? loaded.value : undefined;
  useEffect(() => {
    if (first) onHead(first);
  }, [first, onHead]);
  useReturn(() => void reload());
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  if (loaded.state === 'loading') return <Skeleton lines={8} />;
  if (loaded.state === 'refused') return <RefusedPage refusal={loaded.refusal} onRetry={reload} />;
  return (
    <View>
      {items.length === 0 && <Empty message={NOTHING[filter]} />}
      <View className="cells">
        {items.map((appeal) => (
          <AppealCell key={appeal.ratingId} appeal={appeal} isOpen={filter !== 'done'} />
        ))}
      </View>
      <MoreOfList {...more} />
      {loaded.value.seesStatistics && (
        <View className="cells">
          <Cell id="to-statistics" title="申诉统计" onPress={() => void Taro.navigateTo({ url: STATISTICS })} />
        </View>
      )}
    </View>
  );
};

/** 申诉 of one's unit or bureau, nearest deadline first; what is over, newest first. */
export const AppealList = () => {
  const [filter, setFilter] = useState<AppealFilter>('todo');
  const [head, setHead] = useState<List>();
  return (
    <View id="appeals">
      {head && <Head head={head} filter={filter} onChoose={setFilter} />}
      <AppealsUnder key={filter} filter={filter} onHead={setHead} />
    </View>
  );
};
