import type { Likeness } from '@shared/domain/ticket-filters';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useCallback } from 'react';
import { call } from '../../api/call';
import { told } from '../../components/accessible';
import { Empty } from '../../components/empty';
import { MoreOfList } from '../../components/more-of-list';
import { Skeleton } from '../../components/skeleton';
import { usePages } from '../../hooks/use-pages';
import { RefusedPage } from '../refusal/refused-page';
import { TicketCells } from './ticket-cells';
import './ticket-list.css';

type Props = {
  /** Always the same object. */
  readonly like: Likeness;
};

/** The tickets of one 同类问题, open ones first. */
export const AlikeList = ({ like }: Props) => {
  const load = useCallback((page: { cursor?: string }) => call('ticket.alike', { like, ...page }), [like]);
  const { loaded, items, reload, more } = usePages(load);
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  if (loaded.state === 'loading') return <Skeleton lines={8} />;
  if (loaded.state === 'refused') return <RefusedPage refusal={loaded.refusal} onRetry={reload} />;
  return (
    <View id="alike">
      {loaded.value.title !== '' && (
        <View className="ticket-list__scope" {...told({ role: 'heading', level: 2 })}>
          {loaded.value.title}
        </View>
      )}
      {items.length === 0 ? <Empty message="现在没有这一类工单了。" /> : <TicketCells tickets={items} scope="" />}
      <MoreOfList {...more} />
    </View>
  );
};
