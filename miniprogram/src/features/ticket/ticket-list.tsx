import type { TicketFilter } from '@shared/domain/ticket-filters';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { Output } from '../../api/actions';
import { told } from '../../components/accessible';
import { Button } from '../../components/button';
import { Empty } from '../../components/empty';
import { MoreOfList } from '../../components/more-of-list';
import { Notice } from '../../components/notice';
import { Skeleton } from '../../components/skeleton';
import { RefusedPage } from '../refusal/refused-page';
import { FilterChips } from './filter-chips';
import { TicketCells } from './ticket-cells';
import './ticket-list.css';
import { UrgencyCounts } from './urgency-counts';
import { useTicketList } from './use-ticket-list';

type List = Output<'ticket.list'>;

const NOTHING: Readonly<Record<TicketFilter, string>> = {
  todo: '现在没有要您办的工单。有新的会自动列在这里。',
  dispatch: '没有等派单的工单。',
  verify: '没有等审核的整改结果。',
  extensions: '没有等答复的延期申请。',
  late: '没有超期的工单。',
  withUnit: '没有单位正在办理的工单。',
  waiting: '没有等评价人评定的工单。',
  closed: '还没有办结的工单。',
};

type NewsProps = { readonly count: number; readonly isFurther: boolean; readonly onShow: () => void };

const News = ({ count, isFurther, onShow }: NewsProps) =>
  count === 0 ? null : (
    <Notice id="news">
      新到 {count} 件工单{isFurther ? '。' : '，已列在下面。'}
      {isFurther && (
        <Button id="show-news" look="link" onPress={onShow}>
          回到开头查看
        </Button>
      )}
    </Notice>
  );

type UnderProps = { readonly filter: TicketFilter; readonly onHead: (list: List) => void };

const TicketsUnder = ({ filter, onHead }: UnderProps) => {
  const { loaded, items, refresh, more, news, isFurther } = useTicketList(filter);
  const first = loaded.state === 'ready' ? loaded.value : undefined;
  useEffect(() => {
    if (first) onHead(first);
  }, [first, onHead]);
  usePullDownRefresh(() => void refresh().then(() => Taro.stopPullDownRefresh()));
  if (loaded.state === 'loading') return <Skeleton lines={8} />;
  if (loaded.state === 'refused') return <RefusedPage refusal={loaded.refusal} onRetry={refresh} />;
  const showNews = () => void refresh().then(() => Taro.pageScrollTo({ scrollTop: 0, duration: 0 }));
  return (
    <View>
      <News count={news} isFurther={isFurther} onShow={showNews} />
      {items.length === 0 ? (
        <Empty message={NOTHING[filter]} />
      ) : (
        <TicketCells tickets={items} scope={loaded.value.scope} />
      )}
      <MoreOfList {...more} />
    </View>
  );
};

/** 待办 and the other lists of one's unit or jurisdiction, nearest deadline first. */
export const TicketList = () => {
  const [filter, setFilter] = useState<TicketFilter>('todo');
  const [head, setHead] = useState<List>();
  return (
    <View id="tickets">
      {head && (
        <View>
          <View className="ticket-list__scope" {...told({ role: 'heading', level: 2 })}>
            {head.scope}
          </View>
          <UrgencyCounts counts={head.counts} />
          <FilterChips filters={head.filters} counts={head.counts} chosen={filter} onChoose={setFilter} />
        </View>
      )}
      <TicketsUnder key={filter} filter={filter} onHead={setHead} />
    </View>
  );
};
