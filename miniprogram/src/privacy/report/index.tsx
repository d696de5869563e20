import { useRouter } from '@tarojs/taro';
import { Screen } from '../../components/screen';
import { Skeleton } from '../../components/skeleton';
import { RefusedPage } from '../../features/refusal/refused-page';
import { MyReports } from '../../features/report/my-reports';
import { useAnswer } from '../../hooks/use-answer';

definePageConfig({ navigationBarTitleText: '向上级反映' });

/** 向上级反映 after one's own rating `ratingId`. */
export default function ReportRetaliationPage() {
  const ratingId = decodeURIComponent(useRouter().params.ratingId ?? '');
  const { loaded, reload } = useAnswer('retaliation.mine', { ratingId });
  return (
    <Screen title="向上级反映">
      {loaded.state === 'loading' && <Skeleton lines={6} />}
      {loaded.state === 'refused' && <RefusedPage refusal={loaded.refusal} onRetry={reload} />}
      {loaded.state === 'ready' && <MyReports ratingId={ratingId} mine={loaded.value} onSent={() => void reload()} />}
    </Screen>
  );
}
