import { View } from '@tarojs/components';
import type { Input } from '../../api/actions';
import { call } from '../../api/call';
import { MoreOfList } from '../../components/more-of-list';
import { Skeleton } from '../../components/skeleton';
import { usePages } from '../../hooks/use-pages';
import { useReturn } from '../../hooks/use-return';
import { RefusedPage } from '../refusal/refused-page';
import { MyRatings } from './my-ratings';
import { UnsentList } from './unsent-list';
import { WaitingServices } from './waiting-services';

const myRatings = (page: Input<'rating.mine'>) => call('rating.mine', page);

/** 我的评价 */
export const Mine = () => {
  const { loaded, items, reload, more } = usePages(myRatings);
  // He may have rated meanwhile.
  useReturn(reload);
  return (
    <View>
      <UnsentList onSent={reload} />
      {loaded.state === 'loading' && <Skeleton lines={6} />}
      {loaded.state === 'refused' && <RefusedPage refusal={loaded.refusal} onRetry={reload} />}
      {loaded.state === 'ready' && (
        <View>
          <WaitingServices services={loaded.value.waiting} />
          <MyRatings ratings={items} />
          <MoreOfList {...more} />
        </View>
      )}
    </View>
  );
};
