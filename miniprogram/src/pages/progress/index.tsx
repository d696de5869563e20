import { useRouter } from '@tarojs/taro';
import { Refused } from '../../components/refused';
import { Screen } from '../../components/screen';
import { Skeleton } from '../../components/skeleton';
import { Progress } from '../../features/mine/progress';
import { useAnswer } from '../../hooks/use-answer';

definePageConfig({ navigationBarTitleText: '评价进度' });

/** 评价进度 of one's own rating `ratingId`. */
export default function ProgressPage() {
  const ratingId = decodeURIComponent(useRouter().params.ratingId ?? '');
  const { loaded, reload } = useAnswer('rating.show', { ratingId });
  return (
    <Screen title="评价进度">
      {loaded.state === 'loading' && <Skeleton lines={6} />}
      {loaded.state === 'refused' && <Refused message={loaded.refusal.message} onRetry={reload} />}
      {loaded.state === 'ready' && <Progress rating={loaded.value} />}
    </Screen>
  );
}
