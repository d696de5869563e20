import { sayDay, sayMoment } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import type { Input, Output } from '../../api/actions';
import type { Answer } from '../../api/call';
import { Cell } from '../../components/cell';
import { Empty } from '../../components/empty';
import { MoreOfList } from '../../components/more-of-list';
import { Skeleton } from '../../components/skeleton';
import { usePages } from '../../hooks/use-pages';
import { RefusedPage } from '../refusal/refused-page';

/** A citizen reads the minute, a unit only the day: the minute would be the one of the rating. */
type Messages = Output<'message.mine'> | Output<'message.unit'>;
type Props = {
  /** One page of them; always the same function. */
  readonly load: (page: Input<'message.mine'>) => Promise<Answer<Messages>>;
  /** Where a message about a rating leads. */
  readonly onOpen: (ratingId: string) => void;
};

/** 站内消息, newest first. */
export const MessageList = ({ load, onOpen }: Props) => {
  const { loaded, items, reload, more } = usePages(load);
  if (loaded.state === 'loading') return <Skeleton lines={6} />;
  if (loaded.state === 'refused') return <RefusedPage refusal={loaded.refusal} onRetry={reload} />;
  if (items.length === 0) return <Empty message="还没有消息。" />;
  return (
    <View>
      <View className="cells" id="messages">
        {items.map(({ id, text, ratingId, ...when }) => (
          <Cell
            key={id}
            title={<View className="as-typed">{text}</View>}
            onPress={ratingId ? () => onOpen(ratingId) : undefined}
          >
            <View className="quiet">{'at' in when ? sayMoment(when.at) : sayDay(when.on)}</View>
          </Cell>
        ))}
      </View>
      <MoreOfList {...more} />
    </View>
  );
};
