import { Screen } from '../../components/screen';
import { ReportList } from '../../features/report/report-list';

definePageConfig({ navigationBarTitleText: '群众反映', enablePullDownRefresh: true });

/** 群众反映 that was sealed to the bureau. */
export default function ReportsPage() {
  return (
    <Screen title="群众反映">
      <ReportList />
    </Screen>
  );
}
