import { Screen } from '../../components/screen';
import { QuarantineList } from '../../features/quarantine/quarantine-list';

definePageConfig({ navigationBarTitleText: '待核查评价', enablePullDownRefresh: true });

/** 待核查评价 of the jurisdiction. */
export default function QuarantinePage() {
  return (
    <Screen title="待核查评价">
      <QuarantineList />
    </Screen>
  );
}
