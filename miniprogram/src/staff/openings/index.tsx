import { Screen } from '../../components/screen';
import { OpeningList } from '../../features/opening/opening-list';

definePageConfig({ navigationBarTitleText: '查看申请', enablePullDownRefresh: true });

/** 查看申请: one's own, and those that wait for a second person. */
export default function OpeningsPage() {
  return (
    <Screen title="查看申请">
      <OpeningList />
    </Screen>
  );
}
