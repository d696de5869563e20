import { useRouter } from '@tarojs/taro';
import { Screen } from '../../components/screen';
import { Skeleton } from '../../components/skeleton';
import { RefusedPage } from '../../features/refusal/refused-page';
import { ReportPage } from '../../features/report/report-page';
import { useAnswer } from '../../hooks/use-answer';

definePageConfig({ navigationBarTitleText: '反映详情' });

/** 反映详情 of the report `reportId`. */
export default function ReportDetailPage() {
  const reportId = decodeURIComponent(useRouter().params.reportId ?? '');
  const { loaded, reload } = useAnswer('report.show', { reportId });
  return (
    <Screen title="反映详情">
      {loaded.state === 'loading' && <Skeleton lines={8} />}
      {loaded.state === 'refused' && <RefusedPage refusal={loaded.refusal} onRetry={reload} />}
      {loaded.state === 'ready' && <ReportPage report={loaded.value} onClosed={() => void reload()} />}
    </Screen>
  );
}
