import { Screen } from '../../components/screen';
import { OverdueBoard } from '../../features/ticket/overdue-board';

definePageConfig({ navigationBarTitleText: '逾期看板', enablePullDownRefresh: true });

/** 逾期看板 of the jurisdiction. */
export default function OverduePage() {
  return (
    <Screen title="逾期看板">
      <OverdueBoard />
    </Screen>
  );
}
