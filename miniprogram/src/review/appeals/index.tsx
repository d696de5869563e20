import { Screen } from '../../components/screen';
import { AppealList } from '../../features/review/appeal-list';

definePageConfig({ navigationBarTitleText: '申诉', enablePullDownRefresh: true });

/** 申诉列表 of one's unit or bureau. */
export default function AppealsPage() {
  return (
    <Screen title="申诉">
      <AppealList />
    </Screen>
  );
}
