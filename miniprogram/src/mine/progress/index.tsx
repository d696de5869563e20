import { useRouter } from '@tarojs/taro';
import { Screen } from '../../components/screen';
import { Skeleton } from '../../components/skeleton';
import { Progress } from '../../features/mine/progress';
import { RefusedPage } from '../../features/refusal/refused-page';
import { useAnswer } from '../../hooks/use-answer';
import { useReturn } from '../../hooks/use-return';

definePageConfig({ navigationBarTitleText: '评价进度' });

/** 评价进度 of one's own rating `ratingId`. */
export default function ProgressPage() {
  const ratingId = decodeURIComponent(useRouter().params.ratingId ?? '');
  const { loaded, reload } = useAnswer('rating.show', { ratingId });
  useReturn(() => void reload());
  return (
    <Screen title="评价进度">
      {loaded.state === 'loading' && <Skeleton lines={6} />}
      {loaded.state === 'refused' && <RefusedPage refusal={loaded.refusal} onRetry={reload} />}
      {loaded.state === 'ready' && <Progress rating={loaded.value} onReload={() => void reload()} />}
    </Screen>
  );
}
