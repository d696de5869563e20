import { sayMoment } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import type { Input, Output } from '../../api/actions';
import type { Answer } from '../../api/call';
import { Cell } from '../../components/cell';
import { Empty } from '../../components/empty';
import { MoreOfList } from '../../components/more-of-list';
import { Refused } from '../../components/refused';
import { Skeleton } from '../../components/skeleton';
import { usePages } from '../../hooks/use-pages';

type Props = {
  /** One page of them; always the same function. */
  readonly load: (page: Input<'message.mine'>) => Promise<Answer<Output<'message.mine'>>>;
  /** Where a message about a rating leads. */
  readonly onOpen: (ratingId: string) => void;
};

/** 站内消息, newest first. */
export const MessageList = ({ load, onOpen }: Props) => {
  const { loaded, items, reload, more } = usePages(load);
  if (loaded.state === 'loading') return <Skeleton lines={6} />;
  if (loaded.state === 'refused') return <Refused message={loaded.refusal.message} onRetry={reload} />;
  if (items.length === 0) return <Empty message="还没有消息。" />;
  return (
    <View>
      <View className="cells" id="messages">
        {items.map(({ id, text, at, ratingId }) => (
          <Cell
            key={id}
            title={<View className="as-typed">{text}</View>}
            onPress={ratingId ? () => onOpen(ratingId) : undefined}
          >
            <View className="quiet">{sayMoment(at)}</View>
          </Cell>
        ))}
      </View>
      <MoreOfList {...more} />
    </View>
  );
};
