import { Screen } from '../../components/screen';
import { HomeNav } from '../../features/home/home-nav';
import { Mine } from '../../features/mine/mine';

definePageConfig({ navigationBarTitleText: '我的评价' });

/** 我的评价 */
export default function MinePage() {
  return (
    <Screen title="我的评价" footer={<HomeNav here="mine" />} isHome>
      <Mine />
    </Screen>
  );
}
