import { useRouter } from '@tarojs/taro';
import { Screen } from '../../components/screen';
import { Skeleton } from '../../components/skeleton';
import { Readers } from '../../features/personal-data/readers';
import { RefusedPage } from '../../features/refusal/refused-page';
import { useAnswer } from '../../hooks/use-answer';

definePageConfig({ navigationBarTitleText: '谁看过我的评价' });

/** 谁看过我的评价 `ratingId`. */
export default function ReadersPage() {
  const ratingId = decodeURIComponent(useRouter().params.ratingId ?? '');
  const { loaded, reload } = useAnswer('rating.readers', { ratingId });
  return (
    <Screen title="谁看过我的评价">
      {loaded.state === 'loading' && <Skeleton lines={5} />}
      {loaded.state === 'refused' && <RefusedPage refusal={loaded.refusal} onRetry={reload} />}
      {loaded.state === 'ready' && <Readers readers={loaded.value.items} />}
    </Screen>
  );
}
