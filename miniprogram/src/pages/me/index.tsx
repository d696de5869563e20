import { Screen } from '../../components/screen';
import { HomeNav } from '../../features/home/home-nav';
import { Me } from '../../features/home/me';

definePageConfig({ navigationBarTitleText: '我的' });

/** 我的 */
export default function MePage() {
  return (
    <Screen title="我的" footer={<HomeNav here="me" />} isHome>
      <Me />
    </Screen>
  );
}
