import { sayDay, sayMoment } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Input, Output } from '../../api/actions';
import type { Answer } from '../../api/call';
import { Cell } from '../../components/cell';
import { Empty } from '../../components/empty';
import { MoreOfList } from '../../components/more-of-list';
import { Skeleton } from '../../components/skeleton';
import { usePages } from '../../hooks/use-pages';
import { RefusedPage } from '../refusal/refused-page';

/** A citizen reads the minute, an official only the day: the minute would be the one of the rating. */
type Messages = Output<'message.mine'> | Output<'message.unit'>;
type Props<M extends Messages> = {
  /** One page of them; always the same function. */
  readonly load: (page: Input<'message.mine'>) => Promise<Answer<M>>;
  /** The page to which a message leads; null when it leads nowhere. */
  readonly urlOf: (message: M['items'][number]) => string | null;
};

const opener = (url: string | null) => (url === null ? undefined : () => void Taro.navigateTo({ url }));

/** 站内消息, newest first. */
export const MessageList = <M extends Messages>({ load, urlOf }: Props<M>) => {
  const { loaded, items, reload, more } = usePages(load);
  if (loaded.state === 'loading') return <Skeleton lines={6} />;
  if (loaded.state === 'refused') return <RefusedPage refusal={loaded.refusal} onRetry={reload} />;
  if (items.length === 0) return <Empty message="还没有消息。" />;
  return (
    <View>
      <View className="cells" id="messages">
        {items.map((message) => (
          <Cell
            key={message.id}
            title={<View className="as-typed">{message.text}</View>}
            onPress={opener(urlOf(message))}
          >
            <View className="quiet">{'at' in message ? sayMoment(message.at) : sayDay(message.on)}</View>
          </Cell>
        ))}
      </View>
      <MoreOfList {...more} />
    </View>
  );
};
