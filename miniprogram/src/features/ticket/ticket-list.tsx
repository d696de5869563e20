import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import type { Input } from '../../api/actions';
import { call } from '../../api/call';
import { told } from '../../components/accessible';
import { Empty } from '../../components/empty';
import { MoreOfList } from '../../components/more-of-list';
import { Skeleton } from '../../components/skeleton';
import { usePages } from '../../hooks/use-pages';
import { RefusedPage } from '../refusal/refused-page';
import { TicketCell } from './ticket-cell';
import './ticket-list.css';
import { UrgencyCounts } from './urgency-counts';

const tickets = (page: Input<'ticket.list'>) => call('ticket.list', page);

/** 待办工单, nearest deadline first. */
export const TicketList = () => {
  const { loaded, items, reload, more } = usePages(tickets);
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  if (loaded.state === 'loading') return <Skeleton lines={8} />;
  if (loaded.state === 'refused') return <RefusedPage refusal={loaded.refusal} onRetry={reload} />;
  return (
    <View id="tickets">
      <View className="ticket-list__scope" {...told({ role: 'heading', level: 2 })}>
        {loaded.value.scope}
      </View>
      <UrgencyCounts counts={loaded.value.counts} />
      {items.length === 0 ? (
        <Empty message="没有待办的工单。" />
      ) : (
        <View className="cells">
          {items.map((ticket) => (
            <TicketCell key={ticket.ratingId} ticket={ticket} scope={loaded.value.scope} />
          ))}
        </View>
      )}
      <MoreOfList {...more} />
    </View>
  );
};
