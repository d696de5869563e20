import { Screen } from '../../components/screen';
import { AppealStatistics } from '../../features/review/appeal-statistics';

definePageConfig({ navigationBarTitleText: '申诉统计', enablePullDownRefresh: true });

/** 申诉统计 of one's jurisdiction, month by month. */
export default function AppealStatisticsPage() {
  return (
    <Screen title="申诉统计">
      <AppealStatistics />
    </Screen>
  );
}
